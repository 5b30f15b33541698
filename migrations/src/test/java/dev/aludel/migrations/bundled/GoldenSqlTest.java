package dev.aludel.migrations.bundled;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.dialect.TranslatedStatement.Purpose;
import dev.aludel.migrations.dialect.TranslatedStep.ForeignKeys;
import dev.aludel.migrations.dialect.Translation;
import dev.aludel.migrations.revision.Direction;
import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.run.Dialects;
import dev.aludel.migrations.script.ScriptBody;
import dev.aludel.migrations.script.ScriptDirectory;
import dev.aludel.migrations.script.ScriptLocation;
import dev.aludel.migrations.sql.DatabaseProduct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What each bundled revision runs on each database, word for word. A revision is never changed
 * after its release, and neither is what it runs; {@code -Daludel.golden=write} writes the files of
 * new ones.
 */
final class GoldenSqlTest {
  private static final String PROPERTY = "aludel.golden";
  private static final Path FOLDER =
      Path.of("src/test/resources/dev/aludel/migrations/bundled/golden");
  private static final ScriptDirectory SCRIPTS =
      ScriptDirectory.read(List.of(ScriptLocation.BUNDLED));

  @Test
  void translate_givesTheGoldenSql_forEachRevisionAndDatabase() throws IOException, SQLException {
    Map<String, String> rendered = rendered();
    if ("write".equals(System.getProperty(PROPERTY))) {
      write(rendered);
    }
    assertThat(golden()).containsExactlyEntriesOf(rendered);
  }

  private static Map<String, String> rendered() throws SQLException {
    Map<String, String> files = new TreeMap<>();
    for (DatabaseProduct product : DatabaseProduct.values()) {
      rendered(product)
          .forEach((revision, sql) -> files.put(revision + "." + product.word() + ".sql", sql));
    }
    return files;
  }

  /** All the way up and all the way down: what a step becomes depends on the steps before it. */
  private static Map<RevisionId, String> rendered(DatabaseProduct product) throws SQLException {
    Map<RevisionId, String> sql = new LinkedHashMap<>();
    List<Revision> upwards = SCRIPTS.graph().revisions();
    List<Revision> downwards = new ArrayList<>(upwards);
    Collections.reverse(downwards);
    try (Connection empty = DriverManager.getConnection("jdbc:sqlite::memory:");
        Translation translation = Dialects.of(product).translation(empty, ForeignKeys.ENFORCED)) {
      for (Revision revision : upwards) {
        sql.put(revision.id(), rendered(revision, Direction.UPGRADE, product, translation));
      }
      for (Revision revision : downwards) {
        sql.merge(
            revision.id(),
            rendered(revision, Direction.DOWNGRADE, product, translation),
            String::concat);
      }
    }
    return sql;
  }

  private static String rendered(
      Revision revision, Direction direction, DatabaseProduct product, Translation translation)
      throws SQLException {
    ScriptBody body = SCRIPTS.script(revision.id()).body();
    StringBuilder sql = new StringBuilder("-- " + direction.word() + "\n");
    for (TranslatedStatement statement :
        translation.translate(body.statements(direction, product)).statements()) {
      sql.append(
              statement.purpose() == Purpose.GUARD
                  ? "-- guard: " + statement.complaint() + "\n"
                  : "")
          .append(statement.sql())
          .append(";\n");
    }
    return sql.toString();
  }

  private static Map<String, String> golden() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> found = Files.list(FOLDER)) {
      for (Path file : found.toList()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return files;
  }

  private static void write(Map<String, String> rendered) throws IOException {
    Files.createDirectories(FOLDER);
    for (var file : rendered.entrySet()) {
      Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
    }
  }
}
