package dev.aludel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.test.FreshDatabase;
import dev.aludel.test.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoCommandTest {
  @TempDir private Path folder;

  @Test
  void demo_storesAConversationEachTime() throws IOException, SQLException {
    Scenario.in(folder).run("demo").run("demo", "--json").matches("demo.txt");
    String database = "jdbc:sqlite:" + folder.resolve("aludel.db");
    assertThat(count(database, "sessions")).isEqualTo(2);
    assertThat(count(database, "chat_messages")).isEqualTo(12);
  }

  @Test
  void demo_showsItsSql_whenVerbose() {
    assertThat(Scenario.in(folder).run("demo", "-v").transcript())
        .contains("2> insert into sessions (")
        .contains("2> insert into chat_messages (")
        .containsPattern("2> select .* from chat_messages where .* order by .* limit \\?");
  }

  @Test
  void demo_worksInMemory() throws IOException {
    Scenario.in(folder).run("demo", "--url", "sqlite://").matches("demo-in-memory.txt");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void demo_worksOnPostgres() throws SQLException {
    try (FreshDatabase database = TestPostgres.freshDatabase()) {
      String said =
          Scenario.in(folder)
              .with("ALUDEL_DATABASE_URL", database.url())
              .run("demo", "-q")
              .transcript();
      assertThat(said)
          .contains("A pot that is open at both ends.")
          .contains("Then it comes down again, and those below stay.")
          .doesNotContain("2>");
      assertThat(count(database.jdbcUrl(), "chat_messages")).isEqualTo(6);
    }
  }

  @Test
  void demo_isRefused_whenTheScriptsAreNotThoseOfConversations() throws IOException {
    SampleScripts.in(folder);
    Scenario.in(folder)
        .with("ALUDEL_SCRIPT_LOCATION", "scripts")
        .run("demo")
        .matches("demo-other-scripts.txt");
    assertThat(folder.resolve("aludel.db")).doesNotExist();
  }

  @Test
  void demo_worksBesideOtherScripts_whenTheBundledOnesAreAdded() throws IOException {
    SampleScripts.in(folder);
    Scenario scenario =
        Scenario.in(folder)
            .with("ALUDEL_SCRIPT_LOCATION", "scripts")
            .run("demo", "--bundled", "--url", "sqlite:///" + folder.resolve("demo.db"));
    assertThat(scenario.transcript()).contains("What is an aludel?").doesNotContain("\nexit");
  }

  private static long count(String jdbcUrl, String table) throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + table)) {
      row.next();
      return row.getLong(1);
    }
  }
}
