package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A change to a SQLite table, as data: revision {@code a1} makes what it changes, {@code b2}
 * changes it.
 */
public record AlterCase(JsonNode json, Optional<String> downgrade) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern MADE =
      Pattern.compile("create (table|view) (\\w+)", Pattern.CASE_INSENSITIVE);

  public static Stream<AlterCase> all() {
    JsonNode downgrades = read("/sqlite-alter-downgrades.json").get("downgrades");
    return StreamSupport.stream(read("/sqlite-alter-cases.json").get("cases").spliterator(), false)
        .map(
            json ->
                new AlterCase(
                    json,
                    Optional.ofNullable(downgrades.get(json.get("id").asText()))
                        .map(JsonNode::asText)));
  }

  private static JsonNode read(String name) {
    try (InputStream file = AlterCase.class.getResourceAsStream(name)) {
      return JSON.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the message of an upgrade to {@code b2} contains; empty if there is none. */
  public Optional<String> error() {
    return Optional.ofNullable(json.get("error")).map(JsonNode::asText);
  }

  /** Writes the two revisions. */
  public void writeTo(Path folder) throws IOException {
    String setup = json.get("setup").asText();
    Files.writeString(
        folder.resolve("a1.sql"),
        "--@ revision a1\n--@ revises base\n--@ upgrade sqlite\n%s\n--@ downgrade sqlite\n%s\n"
            .formatted(setup, drops(setup)));
    new Scripts(folder).add("b2", "a1", json.get("upgrade").asText(), downgrade.orElse(""));
  }

  /**
   * Drops what {@code setup} creates, the last first; indexes and triggers go with their tables.
   */
  private static String drops(String setup) {
    List<String> drops =
        MADE.matcher(setup).results().map(AlterCase::drop).collect(Collectors.toList());
    Collections.reverse(drops);
    return String.join("\n", drops);
  }

  private static String drop(MatchResult made) {
    return "drop %s %s;".formatted(made.group(1), made.group(2));
  }

  /** All that must hold after {@code b2}, or after it was refused, holds. */
  public void assertHolds(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      // Aludel's own tables have indexes too, which are not what a case asks for.
      TestDatabase.execute(
          connection, "begin", "drop table alembic_version", "drop table aludel_journal");
      for (JsonNode check : json.get("checks")) {
        assertThat(rows(connection, check.get(0).asText()))
            .as(check.get(0).asText())
            .isEqualTo(check.get(1));
      }
      TestDatabase.execute(connection, "rollback");
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

  @Override
  public String toString() {
    return json.get("id").asText();
  }
}
