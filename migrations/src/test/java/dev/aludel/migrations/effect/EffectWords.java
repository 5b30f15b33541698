package dev.aludel.migrations.effect;

import dev.aludel.migrations.effect.Effect.Alters;
import dev.aludel.migrations.effect.Effect.Attaches;
import dev.aludel.migrations.effect.Effect.ChangesSession;
import dev.aludel.migrations.effect.Effect.Conflict;
import dev.aludel.migrations.effect.Effect.ControlsTransaction;
import dev.aludel.migrations.effect.Effect.Creates;
import dev.aludel.migrations.effect.Effect.Deletes;
import dev.aludel.migrations.effect.Effect.Detaches;
import dev.aludel.migrations.effect.Effect.Drops;
import dev.aludel.migrations.effect.Effect.Inserts;
import dev.aludel.migrations.effect.Effect.Lifetime;
import dev.aludel.migrations.effect.Effect.Maintains;
import dev.aludel.migrations.effect.Effect.Pragma;
import dev.aludel.migrations.effect.Effect.Presence;
import dev.aludel.migrations.effect.Effect.Renames;
import dev.aludel.migrations.effect.Effect.Unknown;
import dev.aludel.migrations.effect.Effect.Updates;
import dev.aludel.migrations.effect.Effect.WorksConcurrently;
import java.util.Locale;

/** Effects in short words, for tables of tests. */
final class EffectWords {
  private EffectWords() {}

  static String of(Effect effect) {
    if (effect instanceof Creates made) {
      return "creates "
          + (made.lifetime() == Lifetime.TEMPORARY ? "temporary " : "")
          + object(made.kind(), made.name())
          + (made.table().isNone() ? "" : " on " + made.table())
          + of(made.presence());
    }
    if (effect instanceof Drops dropped) {
      return "drops " + object(dropped.kind(), dropped.name()) + of(dropped.presence());
    }
    if (effect instanceof Renames renamed) {
      return "renames " + object(renamed.kind(), renamed.name()) + " to " + renamed.newName();
    }
    if (effect instanceof Alters altered) {
      String words = object(altered.kind(), altered.name()) + " " + word(altered.change());
      return ("alters " + words + " " + altered.column()).strip();
    }
    return ofRows(effect);
  }

  private static String ofRows(Effect effect) {
    if (effect instanceof Inserts inserted) {
      return "inserts " + inserted.table() + of(inserted.conflict());
    }
    if (effect instanceof Updates updated) {
      return "updates " + updated.table() + " " + updated.columns() + of(updated.conflict());
    }
    return effect instanceof Deletes deleted ? "deletes " + deleted.table() : ofSession(effect);
  }

  private static String ofSession(Effect effect) {
    if (effect instanceof Pragma pragma) {
      String name = new ObjectName(pragma.schema(), pragma.name()).toString();
      return "pragma " + name + (pragma.value().isEmpty() ? "" : "=" + pragma.value());
    }
    if (effect instanceof ChangesSession changed) {
      return "session %s %s %s"
          .formatted(word(changed.part()), changed.name(), word(changed.scope()));
    }
    if (effect instanceof Attaches attached) {
      return "attaches " + attached.schema();
    }
    if (effect instanceof Detaches detached) {
      return "detaches " + detached.schema();
    }
    return ofOthers(effect);
  }

  private static String ofOthers(Effect effect) {
    if (effect instanceof Maintains tended) {
      return "maintains " + tended.word();
    }
    if (effect instanceof ControlsTransaction control) {
      return "controls " + control.word();
    }
    if (effect instanceof Unknown unknown) {
      return "unknown " + unknown.word();
    }
    return effect instanceof WorksConcurrently ? "concurrently" : effect.toString();
  }

  private static String object(ObjectKind kind, ObjectName name) {
    return word(kind) + " " + name;
  }

  private static String of(Presence presence) {
    return presence == Presence.IF_SO ? " if so" : "";
  }

  private static String of(Conflict conflict) {
    return conflict == Conflict.REPLACES ? " replacing" : "";
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
