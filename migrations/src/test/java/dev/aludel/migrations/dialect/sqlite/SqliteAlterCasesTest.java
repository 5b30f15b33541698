package dev.aludel.migrations.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.revision.MigrationException;
import dev.aludel.migrations.run.TestDatabase;
import dev.aludel.migrations.run.TestDatabase.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes to SQLite tables, as data: what must hold after each of them. */
final class SqliteAlterCasesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  /** A case, by its name. */
  private record AlterCase(JsonNode json) {
    @Override
    public String toString() {
      return json.get("id").asText();
    }
  }

  static Stream<AlterCase> cases() throws IOException {
    try (InputStream file =
        SqliteAlterCasesTest.class.getResourceAsStream("/sqlite-alter-cases.json")) {
      return StreamSupport.stream(JSON.readTree(file).get("cases").spliterator(), false)
          .map(AlterCase::new);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void upgrade_losesNothing(AlterCase alterCase) throws IOException, SQLException {
    JsonNode json = alterCase.json();
    Path revisions = Files.createDirectory(folder.resolve("revisions"));
    Files.writeString(
        revisions.resolve("a1.sql"),
        "--@ revision a1\n--@ revises base\n--@ upgrade sqlite\n" + json.get("setup").asText());
    Files.writeString(
        revisions.resolve("b2.sql"),
        "--@ revision b2\n--@ revises a1\n--@ upgrade\n" + json.get("upgrade").asText());
    TestDatabase database = Kind.SQLITE.open(folder);
    Migrator migrator = Migrator.builder().url(database.url()).scripts(revisions).build();
    migrator.upgrade("a1");

    if (json.has("error")) {
      assertThatThrownBy(() -> migrator.upgrade("b2"))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining(json.get("error").asText());
    } else {
      migrator.upgrade("b2");
    }

    // Aludel's own tables have indexes too, which are not what a case asks for.
    database.execute("drop table alembic_version", "drop table aludel_journal");
    try (Connection connection = database.connect()) {
      for (JsonNode check : json.get("checks")) {
        assertThat(rows(connection, check.get(0).asText()))
            .as(check.get(0).asText())
            .isEqualTo(check.get(1));
      }
    }
  }

  private static JsonNode rows(Connection connection, String query) throws SQLException {
    var rows = JSON.createArrayNode();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        var row = rows.addArray();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(JSON.valueToTree(result.getObject(i)));
        }
      }
    }
    return rows;
  }
}
