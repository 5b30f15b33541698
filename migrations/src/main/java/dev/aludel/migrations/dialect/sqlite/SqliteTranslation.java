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
import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tries a run on a copy of the schema as it translates it, so that a mistake in the last revision
 * is found before the first one runs, and so that each change of a table is made from the text that
 * the table will have by then.
 */
final class SqliteTranslation extends Translation {
  private static final Set<String> CHANGES_SCHEMA = Set.of("create", "alter", "drop");
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
    return translate(statements, leastForeignKeys);
  }

  // In a transaction of its own: what the run does with its transactions began later.
  @Override
  public void replay(List<ScriptStatement> statements) throws SQLException {
    translate(statements, ForeignKeys.ENFORCED);
  }

  private TranslatedStep translate(List<ScriptStatement> statements, ForeignKeys least)
      throws SQLException {
    boolean mayGuard =
        least == ForeignKeys.GUARDED || statements.stream().anyMatch(SqliteTranslation::mayRebuild);
    Step step = new Step(least, mayGuard ? schema.tablesWithBrokenForeignKeys() : List.of());
    for (ScriptStatement statement : statements) {
      step.translate(statement);
    }
    TranslatedStep translated = step.finish();
    if (step.tracesRemain) {
      schema.endSession();
    }
    return translated;
  }

  // Only what alters a table may make a new one of it, with foreign keys off. For every other step
  // a look at the foreign keys of all tables would take most of a long run.
  private static boolean mayRebuild(ScriptStatement statement) {
    return statement.form() != Form.VERBATIM
        && statement.text().regionMatches(true, 0, ALTER, 0, ALTER.length());
  }

  @Override
  public void close() throws SQLException {
    schema.close();
  }

  /** One step while it is being translated. */
  private final class Step {
    private final List<String> unsoundBefore;
    private final List<String> unsound;
    private final ConcernedTables concerned = new ConcernedTables();
    private final List<TranslatedStatement> translated = new ArrayList<>();
    private final List<TranslatedStatement> guarded = new ArrayList<>();
    private final List<ScriptException> refusedWithoutForeignKeys = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private ForeignKeys foreignKeys;
    private boolean tracesRemain;
    private boolean attaches;
    private @Nullable TableChanges pending;

    /**
     * @param unsoundBefore the tables with a foreign key that SQLite cannot check before the step;
     *     they count only where foreign keys are guarded
     */
    Step(ForeignKeys least, List<String> unsoundBefore) {
      this.foreignKeys = least;
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
            .forEach(sql -> run(sql, statement));
      } else {
        flush();
        UnenforcedChanges.refusal(schema, statement).ifPresent(refusedWithoutForeignKeys::add);
        run(plain(statement, new SqliteTableWriter(statement)), statement);
      }
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
          String oldName = TableChanges.name(alter.table());
          concerned.add(renaming.newName().value());
          unsound.replaceAll(
              name -> SqlText.sameName(name, oldName) ? renaming.newName().value() : name);
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
          foreignKeys = ForeignKeys.GUARDED;
          concerned.addAll(schema.referrers(pending.name()));
        }
        pending = null;
      }
    }

    private void run(String sql, ScriptStatement origin) {
      try {
        tryOut(sql, origin);
      } catch (SQLException e) {
        refuseUnlessItMayHaveRun(sql, origin, e);
      }
      concerned.addThoseOf(sql);
      TranslatedStatement change = TranslatedStatement.change(sql, origin);
      translated.add(change);
      guarded.add(change);
    }

    private void tryOut(String sql, ScriptStatement origin) throws SQLException {
      if (origin.form() == Form.VERBATIM && SessionTraces.mayRemain(sql, SqlSyntax.SQLITE)) {
        tracesRemain = true;
        attaches |= SessionTraces.attaches(sql);
        schema.runForTheSession(sql);
      } else if (changesSchema(sql)) {
        schema.run(sql);
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

    private TranslatedStep finish() throws SQLException {
      flush();
      if (foreignKeys == ForeignKeys.ENFORCED || guarded.isEmpty()) {
        return new TranslatedStep(translated, foreignKeys, notes);
      }
      if (!refusedWithoutForeignKeys.isEmpty()) {
        throw refusedWithoutForeignKeys.get(0);
      }
      ScriptStatement first = guarded.get(0).origin();
      ScriptStatement last = guarded.get(guarded.size() - 1).origin();
      guarded.addAll(0, ForeignKeyGuards.before(concerned, unsoundBefore, first));
      // Of a key that could not be checked before, nobody knows what was broken.
      unsound.addAll(schema.tablesWithBrokenForeignKeys());
      guarded.addAll(ForeignKeyGuards.after(concerned, unsound, last));
      return new TranslatedStep(guarded, foreignKeys, notes);
    }
  }

  private static boolean changesSchema(String sql) {
    List<Token> tokens = Lexer.substance(sql, SqlSyntax.SQLITE);
    return !tokens.isEmpty() && CHANGES_SCHEMA.contains(tokens.get(0).folded());
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
