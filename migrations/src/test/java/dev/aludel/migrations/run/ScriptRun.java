package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aludel.migrations.run.TestDatabase.Kind;
import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The ways in which somebody runs a script. */
enum ScriptRun {
  /** SQLite's shell, as the machine has it. */
  SQLITE_SHELL(Kind.SQLITE) {
    @Override
    List<String> command(TestDatabase database, Path script) {
      return List.of("sqlite3", "-bail", database.jdbcUrl().substring("jdbc:sqlite:".length()));
    }
  },
  SQLITE_JDBC(Kind.SQLITE),
  PSQL(Kind.POSTGRESQL) {
    @Override
    List<String> command(TestDatabase database, Path script) {
      return List.of(
          "psql",
          "-X",
          "-q",
          "-v",
          "ON_ERROR_STOP=1",
          "-f",
          script.toString(),
          "-d",
          database.url());
    }
  },
  POSTGRES_JDBC(Kind.POSTGRESQL);

  private final Kind kind;

  ScriptRun(Kind kind) {
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  /** The command that reads the script from its standard input; none where JDBC runs it. */
  List<String> command(TestDatabase database, Path script) {
    return List.of();
  }

  /** What came of a script: nothing but its complaint if it failed. */
  record Outcome(boolean failed, String said) {}

  /** Runs the script; one that fails fails the test. */
  void apply(TestDatabase database, String script) {
    Outcome outcome = run(database, script);
    assertThat(outcome.failed()).as("%s of%n%s", outcome.said(), script).isFalse();
    assertThat(outcome.said()).isEmpty();
  }

  Outcome run(TestDatabase database, String script) {
    try {
      Path file = Files.createTempFile("aludel", ".sql");
      try {
        Files.writeString(file, script);
        List<String> command = command(database, file);
        return command.isEmpty() ? runWithJdbc(database, script) : runCommand(command, file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Outcome runCommand(List<String> command, Path script)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectInput(script.toFile());
    builder.environment().put("LC_ALL", "C");
    Process process = start(builder, command.get(0));
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor() != 0, said);
  }

  private static Process start(ProcessBuilder builder, String program) {
    try {
      return builder.start();
    } catch (IOException e) {
      assumeTrue(
          false, "There is no " + program + " here: the run of the script in it is skipped.");
      throw new IllegalStateException(e);
    }
  }

  private Outcome runWithJdbc(TestDatabase database, String script) throws SQLException {
    StringBuilder said = new StringBuilder();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String sql : statements(script)) {
        say(said, statement, statement.execute(sql));
      }
      return new Outcome(false, "");
    } catch (SQLException e) {
      return new Outcome(true, said + String.valueOf(e.getMessage()));
    }
  }

  /** The rows of a statement, which a shell shows: those before a guard say what is in the way. */
  private static void say(StringBuilder said, Statement statement, boolean hasRows)
      throws SQLException {
    if (hasRows) {
      try (ResultSet rows = statement.getResultSet()) {
        while (rows.next()) {
          said.append(rows.getString(1)).append('\n');
        }
      }
    }
  }

  // Of statements that end with semicolons themselves.
  private boolean hasBody(String statement) {
    return statement.matches(
        kind == Kind.SQLITE
            ? "(?is)create\\s+(temp\\s+)?trigger\\b.*"
            : "(?is)create\\s+function\\b.*\\bbegin\\s+atomic\\b.*");
  }

  private List<String> statements(String script) {
    SqlSyntax syntax = kind == Kind.SQLITE ? SqlSyntax.SQLITE : SqlSyntax.POSTGRESQL;
    Lexer lexer = new Lexer(script);
    List<String> statements = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    Token before = new Token(Token.Kind.END, "", 0);
    boolean endsInBody = false;
    for (Token token = lexer.next(syntax);
        token.kind() != Token.Kind.END;
        token = lexer.next(syntax)) {
      open.append(token.isSubstance() || !open.isEmpty() ? token.text() : "");
      if (!token.isSubstance()) {
        continue;
      }
      if (token.isSymbol(';') && (endsInBody || !hasBody(open.toString()))) {
        statements.add(open.toString());
        open.setLength(0);
      }
      endsInBody = token.isWord("end") && before.isSymbol(';');
      before = token;
    }
    assertThat(open.toString()).isEmpty();
    return statements;
  }
}
