package dev.aludel.migrations.bundled;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.run.MigrationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AdoptionTest {
  private static final String[] ALEMBICS = {"001", "f6e7d8c9b0a1", "20250416_180000"};

  @TempDir Path folder;

  @Test
  void current_givesAlembicsRevisions_whenAlembicMadeTheDatabase() {
    Migrator migrator =
        TestedDatabase.sqlite(AlembicFixture.copy("all-heads.db", folder)).migrator();
    assertThat(migrator.current().rows()).isEqualTo(Set.of(ALEMBICS));
    assertThat(migrator.current().unknownRows()).isEmpty();
  }

  @Test
  void upgrade_doesNothing_whenAlembicHasDoneIt() throws IOException {
    Path file = AlembicFixture.copy("all-heads.db", folder);
    byte[] before = Files.readAllBytes(file);
    MigrationResult result = TestedDatabase.sqlite(file).migrator().upgrade(ALEMBICS);
    assertThat(result.nothingToDo()).isTrue();
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void upgrade_doesNothing_whenAlembicHasDoneItOnPostgresql() {
    try (TestedDatabase database = TestedDatabase.postgres()) {
      database.execute(AlembicFixture.text("all-heads-postgresql.sql"));
      assertThat(database.migrator().current().rows()).isEqualTo(Set.of(ALEMBICS));
      assertThat(database.migrator().upgrade(ALEMBICS).nothingToDo()).isTrue();
    }
  }

  @Test
  void downgrade_leavesNothingOfAlembics_whenItGoesToBase() {
    TestedDatabase database = TestedDatabase.sqlite(AlembicFixture.copy("all-heads.db", folder));
    database.migrator().downgrade("base");
    assertThat(database.schema()).isEmpty();
  }
}
