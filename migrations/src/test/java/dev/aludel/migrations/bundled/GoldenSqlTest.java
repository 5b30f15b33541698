package dev.aludel.migrations.bundled;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.revision.Direction;
import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.run.Dialects;
import dev.aludel.migrations.script.ScriptBody;
import dev.aludel.migrations.script.ScriptDirectory;
import dev.aludel.migrations.script.ScriptLocation;
import dev.aludel.migrations.sql.DatabaseProduct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  void translate_givesTheGoldenSql_forEachRevisionAndDatabase() throws IOException {
    Map<String, String> rendered = rendered();
    if ("write".equals(System.getProperty(PROPERTY))) {
      write(rendered);
    }
    assertThat(golden()).containsExactlyEntriesOf(rendered);
  }

  private static Map<String, String> rendered() {
    Map<String, String> files = new TreeMap<>();
    for (Revision revision : SCRIPTS.graph().revisions()) {
      for (DatabaseProduct product : DatabaseProduct.values()) {
        files.put(revision.id() + "." + product.word() + ".sql", rendered(revision, product));
      }
    }
    return files;
  }

  private static String rendered(Revision revision, DatabaseProduct product) {
    ScriptBody body = SCRIPTS.script(revision.id()).body();
    Dialect dialect = Dialects.of(product);
    StringBuilder sql = new StringBuilder();
    for (Direction direction : Direction.values()) {
      sql.append("-- ").append(direction.word()).append('\n');
      body.statements(direction, product).stream()
          .flatMap(statement -> dialect.translate(statement).stream())
          .forEach(statement -> sql.append(statement).append(";\n"));
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
