package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.database.SqliteWords;
import dev.aludel.migrations.dialect.DatabaseVersion;
import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.dialect.TranslatedStep;
import dev.aludel.migrations.dialect.TranslatedStep.ForeignKeys;
import dev.aludel.migrations.dialect.Translation;
import dev.aludel.migrations.dialect.Trouble;
import dev.aludel.migrations.dialect.sqlite.TableChanges.Outcome;
import dev.aludel.migrations.dialect.sqlite.TableChanges.Way;
import dev.aludel.migrations.effect.Effect;
import dev.aludel.migrations.effect.Effect.Alters;
import dev.aludel.migrations.effect.Effect.Attaches;
import dev.aludel.migrations.effect.Effect.Creates;
import dev.aludel.migrations.effect.Effect.Drops;
import dev.aludel.migrations.effect.Effect.Pragma;
import dev.aludel.migrations.effect.Effect.Renames;
import dev.aludel.migrations.effect.Effects;
import dev.aludel.migrations.effect.ObjectKind;
import dev.aludel.migrations.effect.SessionTraces;
import dev.aludel.migrations.operation.AlterTable;
import dev.aludel.migrations.operation.RenameIndex;
import dev.aludel.migrations.operation.TableChange;
import dev.aludel.migrations.operation.TableGrammar;
import dev.aludel.migrations.script.Excerpt;
import dev.aludel.migrations.script.MissingEnd;
import dev.aludel.migrations.script.ScriptException;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.migrations.script.ScriptStatement.Execution;
import dev.aludel.migrations.script.ScriptStatement.Form;
import dev.aludel.migrations.sql.SqlSyntax;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tries a run on a copy of the schema as it translates it, so that a mistake in the last revision
 * is found before the first one runs, and so that each change of a table is made from the text that
 * the table will have by then.
 */
final class SqliteTranslation extends Translation {
  private static final String ALTER = "alter";
  // SQLite has no code of its own for it.
  private static final String EXISTS_ALREADY = " already exists";
  // How SQLite says that its SQL has not what a statement asks for.
  private static final List<String> UNKNOWN = List.of("syntax error", "no such function");
  private static final String POSTGRESQL_REMEDY =
      "What PostgreSQL alone knows has \"--@ verbatim postgresql\" before it, and is passed over on"
          + " SQLite.";

  private final ScratchSchema schema;
  private final DatabaseVersion version;
  private final ForeignKeys leastForeignKeys;

  /**
   * @param version what SQLite can do
   * @param leastForeignKeys how foreign keys are kept in a step that rebuilds no table
   */
  SqliteTranslation(ScratchSchema schema, DatabaseVersion version, ForeignKeys leastForeignKeys) {
    this.schema = schema;
    this.version = version;
    this.leastForeignKeys = leastForeignKeys;
  }

  @Override
  public TranslatedStep translate(List<ScriptStatement> statements) throws SQLException {
    Step step = step(statements, leastForeignKeys);
    step.policy.refuse();
    return step.finish();
  }

  // In a transaction of its own: what the run does with its transactions began later. What ran is
  // refused no more.
  @Override
  public void replay(List<ScriptStatement> statements) throws SQLException {
    step(statements, ForeignKeys.ENFORCED);
  }

  private Step step(List<ScriptStatement> statements, ForeignKeys least) throws SQLException {
    boolean mayGuard =
        least == ForeignKeys.GUARDED || statements.stream().anyMatch(SqliteTranslation::mayGuard);
    Step step = new Step(least, mayGuard ? schema.tablesWithBrokenForeignKeys() : List.of());
    for (ScriptStatement statement : statements) {
      step.translate(statement);
    }
    step.flush();
    if (step.oldRenames) {
      schema.run("pragma legacy_alter_table = off");
    }
    if (step.tracesRemain) {
      schema.endSession();
    }
    return step;
  }

  // Only what alters or drops a table may have foreign keys off. For every other step a look at the
  // foreign keys of all tables would take most of a long run.
  private static boolean mayGuard(ScriptStatement statement) {
    boolean mayRebuild =
        statement.form() != Form.VERBATIM
            && statement.text().regionMatches(true, 0, ALTER, 0, ALTER.length());
    return mayRebuild
        || Effects.of(statement.text(), SqlSyntax.SQLITE).stream()
            .anyMatch(ForeignKeyPolicy::mayNeedGuards);
  }

  @Override
  public void close() throws SQLException {
    schema.close();
  }

  /** A table that a script's own SQL renames. */
  private record Renaming(String oldName, String newName, ScriptStatement origin) {}

  /** One step while it is being translated. */
  private final class Step {
    private final List<String> unsoundBefore;
    private final List<String> unsound;
    private final ConcernedTables concerned = new ConcernedTables();
    private final List<TranslatedStatement> translated = new ArrayList<>();
    private final List<TranslatedStatement> guarded = new ArrayList<>();
    private final List<Renaming> renamings = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private boolean tracesRemain;
    private boolean attaches;
    private final ForeignKeyPolicy policy;
    private boolean oldRenames;
    private @Nullable TableChanges pending;

    /**
     * @param unsoundBefore the tables with a foreign key that SQLite cannot check before the step;
     *     they count only where foreign keys are guarded
     */
    Step(ForeignKeys least, List<String> unsoundBefore) {
      this.policy = new ForeignKeyPolicy(schema, least);
      this.unsoundBefore = unsoundBefore;
      this.unsound = new ArrayList<>(unsoundBefore);
    }

    void translate(ScriptStatement statement) throws SQLException {
      boolean verbatim = statement.form() == Form.VERBATIM;
      Optional<AlterTable> alterTable =
          verbatim ? Optional.empty() : TableGrammar.alterTable(statement);
      Optional<RenameIndex> renameIndex = verbatim ? Optional.empty() : RenameIndex.read(statement);
      if (alterTable.isPresent()) {
        alter(alterTable.get(), statement);
      } else if (renameIndex.isPresent()) {
        flush();
        new IndexRename(schema, renameIndex.get(), statement)
            .statements()
            .forEach(sql -> run(sql, Effects.of(sql, SqlSyntax.SQLITE), statement));
      } else {
        flush();
        takePlain(plain(statement, new SqliteTableWriter(statement)), statement);
      }
    }

    private void takePlain(String sql, ScriptStatement statement) throws SQLException {
      List<Effect> effects = Effects.of(sql, SqlSyntax.SQLITE);
      policy.take(statement, effects);
      if (effects.stream().noneMatch(ForeignKeyPolicy::isSwitch)) {
        run(sql, effects, statement);
        effects.forEach(effect -> noteRenaming(effect, statement));
      }
    }

    private void noteRenaming(Effect effect, ScriptStatement origin) {
      if (effect instanceof Renames renaming && renaming.kind() == ObjectKind.TABLE) {
        String oldName = renaming.name().name();
        String newName = renaming.newName().name();
        follow(oldName, newName);
        renamings.add(new Renaming(oldName, newName, origin));
      }
    }

    private void follow(String oldName, String newName) {
      concerned.add(newName);
      unsound.replaceAll(name -> SqlText.sameName(name, oldName) ? newName : name);
    }

    private void alter(AlterTable alter, ScriptStatement origin) throws SQLException {
      for (TableChange change : alter.changes()) {
        PlannedChange planned = new PlannedChange(change, origin);
        if (pending == null || !pending.canShare(alter.table(), planned)) {
          flush();
          pending = new TableChanges(schema, alter.table(), version);
        }
        pending.add(planned);
        if (change instanceof TableChange.RenameTable renaming) {
          flush();
          follow(TableChanges.name(alter.table()), renaming.newName().value());
        }
      }
    }

    private void flush() throws SQLException {
      if (pending != null) {
        Outcome outcome = pending.translate();
        translated.addAll(outcome.statements());
        guarded.addAll(outcome.statements());
        guarded.addAll(outcome.bookkeeping());
        notes.addAll(outcome.notes());
        concerned.add(pending.name());
        if (outcome.way() == Way.REBUILD) {
          policy.rebuilds();
          concerned.addAll(schema.referrers(pending.name()));
        }
        pending = null;
      }
    }

    private void run(String sql, List<Effect> effects, ScriptStatement origin) {
      try {
        tryOut(sql, effects, origin);
      } catch (SQLException e) {
        refuseUnlessItMayHaveRun(sql, origin, e);
      }
      concerned.addThoseOf(effects);
      TranslatedStatement change = TranslatedStatement.change(sql, origin);
      translated.add(change);
      guarded.add(change);
    }

    private void tryOut(String sql, List<Effect> effects, ScriptStatement origin)
        throws SQLException {
      boolean trace = origin.form() == Form.VERBATIM && SessionTraces.remain(effects);
      tracesRemain |= trace;
      attaches |= trace && effects.stream().anyMatch(Attaches.class::isInstance);
      if (effects.stream().anyMatch(SqliteTranslation::changesSchema)) {
        schema.run(sql);
        oldRenames |= effects.stream().anyMatch(Pragma.class::isInstance);
      } else if (trace) {
        schema.runForTheSession(sql);
      } else {
        schema.compile(sql);
      }
    }

    // What runs outside a transaction may have run already, in a run that broke off; and nobody
    // looks into a database that a script attaches.
    private void refuseUnlessItMayHaveRun(String sql, ScriptStatement origin, SQLException e) {
      if (origin.execution() == Execution.TRANSACTIONAL && !attaches) {
        throw notTaken(sql, origin, e);
      }
    }

    private boolean wasSound(String table) {
      return unsound.stream().noneMatch(known -> SqlText.sameName(known, table))
          && !concerned.isNew(table);
    }

    private TranslatedStep finish() {
      if (policy.foreignKeys() == ForeignKeys.ENFORCED || guarded.isEmpty()) {
        return new TranslatedStep(translated, ForeignKeys.ENFORCED, notes);
      }
      ScriptStatement first = guarded.get(0).origin();
      ScriptStatement last = guarded.get(guarded.size() - 1).origin();
      guarded.addAll(0, ForeignKeyGuards.before(concerned, unsoundBefore, first));
      List<String> unsoundAfter = schema.tablesWithBrokenForeignKeys();
      policy.refuseUnsound(unsoundAfter.stream().filter(this::wasSound).toList(), last);
      // Of a key that could not be checked before, nobody knows what was broken.
      unsound.addAll(unsoundAfter);
      // A new table that takes the place of an old one goes by that one's name from the beginning.
      renamings.stream()
          .filter(renaming -> !concerned.isMade(renaming.oldName()))
          .forEach(
              one ->
                  guarded.addAll(
                      ForeignKeyGuards.renamed(one.oldName(), one.newName(), one.origin())));
      guarded.addAll(ForeignKeyGuards.after(concerned, unsound, last));
      return new TranslatedStep(guarded, ForeignKeys.GUARDED, notes);
    }
  }

  private static boolean changesSchema(Effect effect) {
    return effect instanceof Creates
        || effect instanceof Drops
        || effect instanceof Renames
        || effect instanceof Alters
        || (effect instanceof Pragma pragma && pragma.name().equals("legacy_alter_table"));
  }

  private static ScriptException notTaken(String sql, ScriptStatement origin, SQLException e) {
    return new ScriptException(
        origin.position(),
        "SQLite does not take \"%s\": %s.%s"
            .formatted(Excerpt.of(sql), SqliteWords.of(e), advice(origin, e)),
        e);
  }

  private static String advice(ScriptStatement origin, SQLException e) {
    String words = SqliteWords.of(e);
    if (words.endsWith(EXISTS_ALREADY)) {
      return " " + Trouble.EXISTS_ALREADY.advice();
    }
    boolean unknown = UNKNOWN.stream().anyMatch(words::contains);
    return MissingEnd.question(origin)
        + (unknown && origin.form() != Form.VERBATIM ? " " + POSTGRESQL_REMEDY : "");
  }
}
