package dev.aludel.migrations.bundled;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AlembicSchemaTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "conversation-b1c2d3e4f5g6.db, b1c2d3e4f5g6",
    "conversation-f6e7d8c9b0a1.db, f6e7d8c9b0a1",
    "memory-001.db, 001",
    "documentation-20250416_180000.db, 20250416_180000",
    "all-heads.db, 001 f6e7d8c9b0a1 20250416_180000",
  })
  void upgrade_buildsWhatAlembicBuilt_onSqlite(String fixture, String targets) {
    List<String> alembics = TestedDatabase.sqlite(AlembicFixture.copy(fixture, folder)).schema();
    TestedDatabase ours = TestedDatabase.sqlite(folder.resolve("ours.db"));
    ours.migrator().upgrade(targets.split(" ", -1));
    assertThat(ours.schema()).isNotEmpty().isEqualTo(alembics);
  }

  @Test
  void upgrade_buildsWhatAlembicBuilt_onPostgresql() {
    try (TestedDatabase alembics = TestedDatabase.postgres();
        TestedDatabase ours = TestedDatabase.postgres()) {
      alembics.execute(AlembicFixture.text("all-heads-postgresql.sql"));
      ours.migrator().upgrade("001", "f6e7d8c9b0a1", "20250416_180000");
      assertThat(ours.schema()).isNotEmpty().isEqualTo(alembics.schema());
    }
  }
}
