package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.DatabaseVersion;
import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.dialect.TranslatedStatement.Purpose;
import dev.aludel.migrations.dialect.TranslatedStep;
import dev.aludel.migrations.dialect.TranslatedStep.ForeignKeys;
import dev.aludel.migrations.dialect.Translation;
import dev.aludel.migrations.revision.MigrationException;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.migrations.script.ScriptStatement.Execution;
import dev.aludel.migrations.script.ScriptStatement.Form;
import dev.aludel.migrations.sql.SourcePosition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs portable statements on a connection as one revision, as the runner would. */
final class RevisionRun {
  private static final int ROWS_OF_A_PIECE = 2;

  private final Connection connection;
  private final DatabaseVersion version;

  RevisionRun(Connection connection, DatabaseVersion version) {
    this.connection = connection;
    this.version = version;
  }

  /** Why a revision was not made. */
  record Refusal(String message, Stage stage) {}

  /** Who refused it. */
  enum Stage {
    TRANSLATION,
    GUARD,
    DATABASE
  }

  /** Empty if it was made. */
  Optional<Refusal> run(String... statements) throws SQLException {
    return run(Stream.of(statements).map(sql -> statement(sql, Form.PORTABLE)).toList());
  }

  /** The same, for a statement in SQLite's own words and a portable one. */
  Optional<Refusal> runAfterVerbatim(List<String> verbatim, String portable) throws SQLException {
    List<ScriptStatement> statements = new ArrayList<>();
    verbatim.forEach(sql -> statements.add(statement(sql, Form.VERBATIM)));
    statements.add(statement(portable, Form.PORTABLE));
    return run(statements);
  }

  private static ScriptStatement statement(String sql, Form form) {
    return new ScriptStatement(
        sql, new SourcePosition("b2.sql", 1, 1), form, Execution.TRANSACTIONAL, null);
  }

  private Optional<Refusal> run(List<ScriptStatement> statements) throws SQLException {
    TranslatedStep step;
    try (Translation translation =
        new SqliteTranslation(ScratchSchema.copyOf(connection), version, ForeignKeys.ENFORCED)) {
      step = translation.translate(statements);
    } catch (MigrationException e) {
      return Optional.of(new Refusal(String.valueOf(e.getMessage()), Stage.TRANSLATION));
    }
    execute("pragma foreign_keys = " + (step.foreignKeys() == ForeignKeys.ENFORCED ? "on" : "off"));
    execute("begin immediate");
    for (TranslatedStatement statement : step.statements()) {
      Optional<Refusal> refusal = run(statement);
      if (refusal.isPresent()) {
        execute("rollback");
        return refusal;
      }
    }
    execute("commit");
    return Optional.empty();
  }

  private Optional<Refusal> run(TranslatedStatement statement) throws SQLException {
    try {
      if (statement.copy() != null) {
        statement.copy().run(connection, ROWS_OF_A_PIECE, (rows, total) -> {});
        return Optional.empty();
      }
      if (statement.purpose() == Purpose.CHANGE) {
        execute(statement.sql());
        return Optional.empty();
      }
      List<String> rows = query(statement.sql());
      return rows.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Refusal(statement.complaint() + ": " + String.join("; ", rows), Stage.GUARD));
    } catch (SQLException e) {
      return Optional.of(new Refusal(e.getMessage() + " in " + statement.sql(), Stage.DATABASE));
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  private List<String> query(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(String.valueOf(result.getString(1)));
      }
      return rows;
    }
  }
}
