package dev.aludel.migrations.bundled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.run.MigrationFailedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SqliteEpochMillisecondsTest extends EpochMillisecondsContract {
  @Override
  TestedDatabase alembicsRows() {
    return TestedDatabase.sqlite(AlembicFixture.copy("conversation-b1c2d3e4f5g6.db", folder));
  }

  @Override
  TestedDatabase emptyDatabase() {
    return TestedDatabase.sqlite(folder.resolve("empty.db"));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-09-01 08:30:15, 1756715415000",
    "2025-09-01T08:30:15, 1756715415000",
    "2025-09-01T08:30:15.123456, 1756715415123",
    "2025-09-01 08:30:15.5, 1756715415500",
    "2025-09-01 08:30:15.05, 1756715415050",
    "2025-09-01 08:30:15.123999999, 1756715415123",
    "2025-09-01 08:30, 1756715400000",
    "2025-09-01, 1756684800000",
    "1969-12-31 23:59:59, -1000",
    "1969-12-31T23:59:59.9, -100",
  })
  void upgrade_readsTheTime_howeverItIsWritten(String text, long milliseconds) {
    TestedDatabase database = emptyDatabase();
    insert(database, List.of(text));
    database.migrator().upgrade(MILLISECONDS);
    for (TimeColumn column : TimeColumn.ALL) {
      assertThat(milliseconds(database, column)).containsExactly(milliseconds);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "now",
        "12:30:00",
        "1756715415",
        "2460919.85",
        "2025-02-30 08:30:15",
        "2025-09-01 24:00:00",
        "2025-09-01 08:30:15+02:00",
        "2025-09-01T08:30:15Z",
        "2025-09-01 08:30:15.123Z",
        "2025-09-01 08:30:15.123+02:00",
        "2025-09-01 08:30:15,123",
      })
  void upgrade_changesNothing_whenATimeCannotBeRead(String text) {
    TestedDatabase database = emptyDatabase();
    insert(database, List.of("2025-09-01 08:30:15.123000", text));
    List<String> schema = database.schema();
    var rows = rows(database);
    assertThatThrownBy(() -> database.migrator().upgrade(MILLISECONDS))
        .isInstanceOf(MigrationFailedException.class)
        .hasMessage(
            "Upgrade to f6e7d8c9b0a1 failed at %s:"
                + "63:1: the database says \"constraint failed\".\n"
                + "  Statement: alter table sessions alter column created_time set not null\n"
                + "  The database is as it was: at b1c2d3e4f5g6. Mend the script or the data, and"
                + " run again.",
            script());
    assertThat(database.schema()).isEqualTo(schema);
    assertThat(rows(database)).isEqualTo(rows);
    assertThat(database.migrator().current().rows()).containsExactly(TIMESTAMPS);
  }

  @ParameterizedTest
  @ValueSource(longs = {253402300800000L, -62167219200001L, Long.MAX_VALUE, Long.MIN_VALUE})
  void downgrade_changesNothing_whenATimeHasNoText(long milliseconds) {
    TestedDatabase database = emptyDatabase();
    database.migrator().upgrade(MILLISECONDS);
    database.execute(
        "insert into sessions values ('s', 'n', 'u', 'a', 1, %d)".formatted(milliseconds));
    List<String> schema = database.schema();
    assertThatThrownBy(() -> database.migrator().downgrade(TIMESTAMPS))
        .isInstanceOf(MigrationFailedException.class)
        .hasMessage(
            "Downgrade of f6e7d8c9b0a1 failed at %s:"
                + "119:1: the database says \"NOT NULL constraint failed: sessions.updated_time\".\n"
                + "  Statement: update sessions set updated_time = null where (updated_time <> 0"
                + " and updated_at is null)\n"
                + "  The database is as it was: at f6e7d8c9b0a1. Mend the script or the data, and"
                + " run again.",
            script());
    assertThat(database.schema()).isEqualTo(schema);
    assertThat(milliseconds(database, TimeColumn.ALL.get(1))).containsExactly(milliseconds);
    assertThat(database.migrator().current().rows()).containsExactly(MILLISECONDS);
  }

  @Test
  void downgrade_reachesTheLastMillisecond_ofTheYearsThatHaveAText() {
    TestedDatabase database = emptyDatabase();
    database.migrator().upgrade(MILLISECONDS);
    database.execute(
        "insert into sessions values ('s', 'n', 'u', 'a', -62167219200000, 253402300799999)");
    database.migrator().downgrade(TIMESTAMPS);
    assertThat(database.query("select created_at, updated_at from sessions"))
        .containsExactly(List.of("0000-01-01 00:00:00.000000", "9999-12-31 23:59:59.999000"));
  }
}
