package dev.aludel.migrations.bundled;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SqliteMemoryTimesTest extends MemoryTimesContract {
  @Override
  TestedDatabase alembicsRows(String fixture) {
    return TestedDatabase.sqlite(AlembicFixture.copy(fixture, folder));
  }

  @Override
  TestedDatabase emptyDatabase() {
    return TestedDatabase.sqlite(folder.resolve("empty.db"));
  }

  @Override
  String text(boolean value) {
    return value ? "1" : "0";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "episodes, timestamp, '2025-09-01 08:30'   | 23 | episodes_timestamp_check | id 3: '2025-09-01 08:30'",
        "episodes, timestamp, x'31'                | 23 | episodes_timestamp_check | id 3: X'31'",
        "episodes, timestamp, 9e999                | 23 | episodes_timestamp_check | id 3: 9.0e+999",
        "episodes, valence, 'high'                 | 23 | episodes_valence_check   | id 3: 'high'",
        "uncertainty_log, resolved, 'true'         | 33 | uncertainty_log_resolved_check | id 3: 'true'",
      })
  void upgrade_changesNothingAndNamesTheRow_whenAValueIsNoNumber(
      String cell, int line, String check, String row) {
    String[] parts = cell.split(", ", 3);
    TestedDatabase database = emptyDatabase();
    database.migrator().upgrade(SECONDS);
    database.execute(
        "insert into %s (id, %s) values (3, %s)".formatted(parts[0], parts[1], parts[2]));
    assertStopsAt(line, parts[0], check, row, database);
  }

  @Test
  void upAndDown_keepsIdsOf64Bits() {
    TestedDatabase database = emptyDatabase();
    database.migrator().upgrade(MILLISECONDS);
    database.execute(
        "insert into turns (id, created_time) values (%d, 1), (%d, 1)"
            .formatted(Long.MAX_VALUE, Long.MIN_VALUE));
    database.migrator().downgrade(SECONDS);
    assertThat(database.column("select id from turns order by id"))
        .containsExactly(Long.toString(Long.MIN_VALUE), Long.toString(Long.MAX_VALUE));
  }
}
