package dev.aludel.migrations.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aludel.test.FreshDatabase;
import dev.aludel.test.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a URL says is what the server sees. */
final class PostgresConnectionTest {
  private final FreshDatabase database = TestPostgres.freshDatabase();

  @AfterEach
  void drop() {
    database.close();
  }

  private static String answer(DatabaseUrl url, String query) throws SQLException {
    try (Connection connection = Database.of(url).open();
        ResultSet row = connection.createStatement().executeQuery(query)) {
      row.next();
      return String.valueOf(row.getString(1));
    }
  }

  private String with(String url, String parameter) {
    return url + (url.contains("?") ? "&" : "?") + parameter;
  }

  @ParameterizedTest
  @CsvSource({
    "search_path=app, search_path, app",
    "currentSchema=app, search_path, app",
    "options=-c%20search_path=app, search_path, app",
    "options=-c%20statement_timeout=7s, statement_timeout, 7s",
    "application_name=shop, application_name, shop",
    "connect_timeout=9, application_name, aludel"
  })
  void parameter_takesEffect_inBothForms(String parameter, String setting, String value)
      throws SQLException {
    for (String url : new String[] {database.url(), database.jdbcUrl()}) {
      assertThat(answer(DatabaseUrl.parse(with(url, parameter)), "show " + setting))
          .isEqualTo(value);
    }
  }

  @Test
  void secondHost_isReached_whenTheFirstDoesNotAnswer() throws SQLException {
    String url = database.url().replaceFirst("@([^/:]+)", "@127.0.0.1:1,$1");

    assertThat(answer(DatabaseUrl.parse(url), "select current_database()"))
        .isEqualTo(database.name());
  }

  @Test
  void variables_nameTheDatabase_whenTheUrlNamesNothing() throws SQLException {
    DatabaseUrl whole = DatabaseUrl.parse(database.url(), Surroundings.NONE);
    String address = whole.jdbcUrl().replaceFirst("jdbc:postgresql://", "");
    Map<String, String> variables =
        Map.of(
            "PGHOST", address.replaceFirst(":.*", ""),
            "PGPORT", address.replaceFirst(".*:(\\d+)/.*", "$1"),
            "PGDATABASE", database.name(),
            "PGUSER", whole.properties().get("user"),
            "PGPASSWORD", whole.properties().get("password"));

    assertThat(
            answer(
                DatabaseUrl.parse("postgresql://", new Surroundings(variables, null)),
                "select current_database()"))
        .isEqualTo(database.name());
  }

  @Test
  void socket_isReached_byItsFolder() throws SQLException {
    DatabaseUrl tcp = DatabaseUrl.parse(database.url());
    String folder = answer(tcp, "show unix_socket_directories");
    String port = answer(tcp, "show port");
    assumeTrue(
        Files.exists(Path.of(folder, ".s.PGSQL." + port)), "the server's sockets are elsewhere");
    String user = tcp.properties().get("user");
    String password = tcp.properties().get("password");

    String address =
        "postgresql://%s:%s@/%s?host=%s&port=%s"
            .formatted(user, password, database.name(), folder, port);

    assertThat(answer(DatabaseUrl.parse(address), "select inet_server_addr()")).isEqualTo("null");
    assertThat(
            answer(
                DatabaseUrl.parse(DatabaseUrl.parse(address).whole()), "select current_database()"))
        .isEqualTo(database.name());
  }
}
