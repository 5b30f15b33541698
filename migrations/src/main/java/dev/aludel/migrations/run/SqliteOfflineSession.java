package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.dialect.sqlite.SessionPragma;
import dev.aludel.migrations.effect.Effect;
import dev.aludel.migrations.effect.Effect.Attaches;
import dev.aludel.migrations.effect.Effect.Creates;
import dev.aludel.migrations.effect.Effect.Lifetime;
import dev.aludel.migrations.effect.Effect.Pragma;
import dev.aludel.migrations.effect.Effect.Renames;
import dev.aludel.migrations.effect.Effects;
import dev.aludel.migrations.effect.ObjectKind;
import dev.aludel.migrations.effect.ObjectName;
import dev.aludel.migrations.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * SQLite's SQL cannot hand a value to a pragma, and its shell begins with the values that SQLite
 * begins with: these are what is put back. All else is known from the statements.
 */
final class SqliteOfflineSession implements OfflineSession {
  private static final String WAL = "wal";

  private final Dialect dialect;
  private final List<String> pragmas = new ArrayList<>();
  private final List<String> drops = new ArrayList<>();
  private final List<String> afterwards = new ArrayList<>();

  SqliteOfflineSession(Dialect dialect, List<String> statements) {
    this.dialect = dialect;
    for (String statement : statements) {
      Effects.of(statement, SqlSyntax.SQLITE).forEach(this::add);
    }
  }

  // What was made last goes first: a child before its parent.
  private void add(Effect effect) {
    changed(effect)
        .map(SessionPragma::reset)
        .filter(reset -> !pragmas.contains(reset))
        .ifPresent(pragmas::add);
    if (effect instanceof Pragma pragma && isJournalOfTheConnection(pragma)) {
      afterwards.add("pragma journal_mode = delete");
    } else if (effect instanceof Creates made && made.lifetime() == Lifetime.TEMPORARY) {
      drops.add(0, drop(made.kind(), made.name()));
    } else if (effect instanceof Renames renamed
        && drops.contains(drop(renamed.kind(), renamed.name()))) {
      drops.add(0, drop(renamed.kind(), renamed.newName()));
    } else if (effect instanceof Attaches attached) {
      afterwards.add("detach database " + dialect.quoted(attached.schema()));
    }
  }

  private static Optional<SessionPragma> changed(Effect effect) {
    return effect instanceof Pragma pragma && !pragma.value().isEmpty()
        ? SessionPragma.named(pragma.name())
        : Optional.empty();
  }

  private static boolean isJournalOfTheConnection(Pragma pragma) {
    return pragma.name().equals("journal_mode")
        && !pragma.value().isEmpty()
        && !pragma.value().equals(WAL);
  }

  private String drop(ObjectKind kind, ObjectName name) {
    return "drop %s if exists temp.%s"
        .formatted(kind.name().toLowerCase(Locale.ROOT), dialect.quoted(name.name()));
  }

  @Override
  public List<String> remember() {
    return List.of();
  }

  @Override
  public List<String> putBackInTransaction() {
    List<String> statements = new ArrayList<>(pragmas); // one of them may forbid to drop
    statements.addAll(drops);
    return statements;
  }

  @Override
  public List<String> putBack() {
    return List.copyOf(afterwards);
  }

  @Override
  public List<String> asAtTheBeginning(String statement, List<String> done) {
    Set<String> resets = new LinkedHashSet<>();
    List<String> again = new ArrayList<>();
    for (String before : pragmas.isEmpty() ? List.<String>of() : done) {
      List<SessionPragma> changed =
          Effects.of(before, SqlSyntax.SQLITE).stream()
              .flatMap(effect -> changed(effect).stream())
              .filter(SessionPragma::decidesStatements)
              .toList();
      changed.forEach(pragma -> resets.add(pragma.reset()));
      if (!changed.isEmpty()) {
        again.add(before);
      }
    }
    List<String> statements = new ArrayList<>(resets);
    statements.add(statement);
    statements.addAll(again);
    return statements;
  }
}
