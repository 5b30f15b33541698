package dev.aludel.app.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aludel.test.FreshDatabase;
import dev.aludel.test.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the whole process writes with {@code --sql}, run by others, does what the process does. */
final class SqlForOthersTest {
  @TempDir private Path folder;
  private FreshClone clone;

  @BeforeEach
  void build() throws IOException {
    clone = FreshClone.in(folder);
    clone.type("aludel --version");
  }

  @Test
  void script_doesWhatARunDoes_onSqlite() throws IOException, SQLException {
    write("sqlite:///absent.db");
    assertThat(file("absent.db")).doesNotExist();
    Contents online = run("sqlite:///online.db", sqlite("online.db"));

    assertThat(throughJdbc(sqlite("driver.db"))).isEqualTo(online);

    assumeThereIs("sqlite3");
    assertThat(through("sqlite3 -bail shell.db <", sqlite("shell.db"))).isEqualTo(online);
    assertThat(clone.type("sqlite3 -bail shell.db <down.sql; test $? -ne 0; echo $?"))
        .contains("the version table alembic_version is not at ")
        .endsWith("\n0\n");
    assertThat(DatabaseContent.of(sqlite("shell.db"))).isEqualTo(online.down());
  }

  @Test
  void script_doesWhatARunDoes_onPostgres() throws IOException, SQLException {
    write("postgresql://me:geheim@nowhere.invalid/db");
    try (FreshDatabase online = TestPostgres.freshDatabase();
        FreshDatabase driver = TestPostgres.freshDatabase();
        FreshDatabase shell = TestPostgres.freshDatabase()) {
      Contents wanted = run(online.url(), online.jdbcUrl());

      assertThat(throughJdbc(driver.jdbcUrl())).isEqualTo(wanted);

      assumeThereIs("psql");
      String psql = "psql -X -q -v ON_ERROR_STOP=1 -d '%s' -f ".formatted(shell.url());
      assertThat(through(psql, shell.jdbcUrl())).isEqualTo(wanted);
    }
  }

  private void write(String url) {
    assertThat(
            clone.type(
                """
                aludel upgrade heads --sql --url '%1$s' >up.sql; echo $?
                aludel downgrade heads:base --sql --url '%1$s' >down.sql; echo $?
                """
                    .formatted(url)))
        .isEqualTo("0\n0\n");
  }

  private Contents run(String url, String jdbcUrl) throws SQLException {
    return new Contents(
        contentAfter("aludel -q upgrade heads --url '%s' >out".formatted(url), jdbcUrl),
        contentAfter("aludel -q downgrade base --url '%s' >out".formatted(url), jdbcUrl));
  }

  private Contents through(String shell, String jdbcUrl) throws SQLException {
    return new Contents(
        contentAfter(shell + "up.sql", jdbcUrl), contentAfter(shell + "down.sql", jdbcUrl));
  }

  private Contents throughJdbc(String jdbcUrl) throws IOException, SQLException {
    return new Contents(
        contentAfterScript("up.sql", jdbcUrl), contentAfterScript("down.sql", jdbcUrl));
  }

  private String contentAfter(String command, String jdbcUrl) throws SQLException {
    assertThat(clone.type(command + "; echo $?")).isEqualTo("0\n");
    return DatabaseContent.of(jdbcUrl);
  }

  private String contentAfterScript(String script, String jdbcUrl)
      throws IOException, SQLException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl);
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.executeUpdate(Files.readString(file(script)));
    }
    return DatabaseContent.of(jdbcUrl);
  }

  private void assumeThereIs(String program) {
    assumeTrue(
        clone.type("command -v %s >/dev/null; echo $?".formatted(program)).equals("0\n"),
        "There is no " + program + " here: the run of the script in it is skipped.");
  }

  private Path file(String name) {
    return folder.resolve("aludel").resolve(name);
  }

  private String sqlite(String name) {
    return "jdbc:sqlite:" + file(name);
  }

  /** What is in a database at all heads, and at base again. */
  private record Contents(String up, String down) {}
}
