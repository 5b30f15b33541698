package dev.aludel.migrations.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.revision.MigrationException;
import dev.aludel.migrations.run.AlterCase;
import dev.aludel.migrations.run.TestDatabase;
import dev.aludel.migrations.run.TestDatabase.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes to SQLite tables, as data: what must hold after each of them. */
final class SqliteAlterCasesTest {
  @TempDir private Path folder;

  static Stream<AlterCase> cases() {
    return AlterCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void upgrade_losesNothing(AlterCase alterCase) throws IOException, SQLException {
    Path revisions = Files.createDirectory(folder.resolve("revisions"));
    alterCase.writeTo(revisions);
    TestDatabase database = Kind.SQLITE.open(folder);
    Migrator migrator = Migrator.builder().url(database.url()).scripts(revisions).build();
    migrator.upgrade("a1");

    if (alterCase.error().isPresent()) {
      assertThatThrownBy(() -> migrator.upgrade("b2"))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining(alterCase.error().get());
    } else {
      migrator.upgrade("b2");
    }

    alterCase.assertHolds(database);
  }
}
