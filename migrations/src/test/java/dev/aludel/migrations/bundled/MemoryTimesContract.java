package dev.aludel.migrations.bundled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.run.MigrationFailedException;
import dev.aludel.migrations.script.ScriptDirectory;
import dev.aludel.migrations.script.ScriptLocation;
import dev.aludel.test.RandomSeed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The revision 002: every row survives, up, down and up again, and what does not fit is named. What
 * is expected of times is computed here from the floats.
 */
abstract class MemoryTimesContract {
  static final String SECONDS = "001";
  static final String MILLISECONDS = "002";
  private static final double FARTHEST = 2251799813685.0;

  @TempDir Path folder;

  /** A database at {@link #SECONDS} with the rows of a file that Alembic made. */
  abstract TestedDatabase alembicsRows(String fixture);

  abstract TestedDatabase emptyDatabase();

  /** A boolean as the database tells it. */
  abstract String text(boolean value);

  @ParameterizedTest
  @ValueSource(strings = {"memory-001.db", "all-heads.db"})
  final void upDownUp_keepsEveryRow_thatPythonWrote(String fixture) {
    try (TestedDatabase database = alembicsRows(fixture)) {
      List<List<List<@Nullable String>>> before = rows(database, "*");
      assertThat(before.stream().map(List::size)).containsExactly(500, 100, 500, 300, 400);
      List<String> schema = database.schema();
      List<List<List<@Nullable String>>> kept = kept(database);
      List<List<Long>> times = MemoryTable.ALL.stream().map(t -> expected(database, t)).toList();
      List<@Nullable String> resolved = resolved(database);
      assertThat(resolved).contains("0", "1");

      database.migrator().upgrade(MILLISECONDS);
      assertThat(kept(database)).isEqualTo(kept);
      assertThat(MemoryTable.ALL.stream().map(table -> milliseconds(database, table)))
          .containsExactlyElementsOf(times);
      assertThat(resolved(database))
          .isEqualTo(resolved.stream().map(number -> text("1".equals(number))).toList());
      List<List<List<@Nullable String>>> after = rows(database, "*");
      List<String> schemaAfter = database.schema();

      database.migrator().downgrade(SECONDS);
      assertThat(rows(database, "*")).isEqualTo(before);
      assertThat(database.schema()).isEqualTo(schema);

      database.migrator().upgrade(MILLISECONDS);
      assertThat(rows(database, "*")).isEqualTo(after);
      assertThat(database.schema()).isEqualTo(schemaAfter);
    }
  }

  @Test
  final void upAndDown_keepsTheMillisecond_atTheEdges() {
    survive(
        null,
        0.0,
        0.001,
        -0.001,
        0.0004,
        0.0005,
        -0.0005,
        0.0015,
        0.0025,
        -0.0025,
        1.0,
        -1.0,
        1756715415.123,
        1756715415.1235,
        1756715415.123499,
        -1756715415.1235,
        253402300799.999,
        FARTHEST,
        -FARTHEST);
  }

  @Test
  final void upAndDown_keepsTheMillisecond_atRandom() {
    RandomGenerator random = RandomSeed.printed(getClass().getSimpleName()).random();
    survive(
        random
            .doubles(2000)
            .map(one -> (one * 2 - 1) * Math.pow(10, random.nextInt(-3, 12)))
            .boxed()
            .toArray(Double[]::new));
  }

  private void survive(@Nullable Double... seconds) {
    try (TestedDatabase database = emptyDatabase()) {
      database.migrator().upgrade(SECONDS);
      insertTimes(database, seconds);
      List<Long> expected = Arrays.stream(seconds).map(MemoryTimesContract::rounded).toList();
      database.migrator().upgrade(MILLISECONDS);
      for (MemoryTable table : MemoryTable.ALL) {
        assertThat(milliseconds(database, table)).as(table.name()).isEqualTo(expected);
      }
      database.migrator().downgrade(SECONDS);
      for (MemoryTable table : MemoryTable.ALL) {
        assertThat(seconds(database, table))
            .as(table.name())
            .isEqualTo(expected.stream().map(MemoryTimesContract::seconds).toList());
      }
      database.migrator().upgrade(MILLISECONDS);
      for (MemoryTable table : MemoryTable.ALL) {
        assertThat(milliseconds(database, table)).as(table.name()).isEqualTo(expected);
      }
    }
  }

  @Test
  final void upgrade_fillsWhatWasNull_andKeepsNullWhereItMayStay() {
    try (TestedDatabase database = emptyDatabase()) {
      database.migrator().upgrade(SECONDS);
      database.execute(
          "insert into episodes (id) values (7)",
          "insert into long_term (\"key\") values ('k')",
          "insert into turns (id) values (7)",
          "insert into uncertainty_log (id, resolved) values (7, null)",
          "insert into semantic_memories (id, importance) values (7, null)");
      database.migrator().upgrade(MILLISECONDS);
      assertThat(rows(database, "*").stream().map(table -> table.get(0).toString()))
          .containsExactly(
              "[7, 0, null, null, null, null]",
              "[k, null, 0]",
              "[7, 0, null, null, null]",
              "[7, 0, null, null, null, null, null, " + text(false) + ", null]",
              "[7, 0, null, null, 0.5, null, null, null, null]");
      database.migrator().downgrade(SECONDS);
      assertThat(rows(database, "*").stream().map(table -> table.get(0).toString()))
          .containsExactly(
              "[7, null, null, null, null, null]",
              "[k, null, null]",
              "[7, null, null, null, null]",
              "[7, null, null, null, null, null, null, 0, null]",
              "[7, null, null, null, 0.5, null]");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "episodes          | id, valence              | 3, 1.5               | 23 | episodes_valence_check | id 3: 1.5",
        "episodes          | id, valence              | 3, -1.5              | 23 | episodes_valence_check | id 3: -1.5",
        "uncertainty_log   | id, confidence_score     | 3, -0.25             | 33 | uncertainty_log_confidence_score_check | id 3: -0.25",
        "uncertainty_log   | id, confidence_score     | 3, 1.25              | 33 | uncertainty_log_confidence_score_check | id 3: 1.25",
        "uncertainty_log   | id, resolved             | 3, 2                 | 33 | uncertainty_log_resolved_check | id 3: 2",
        "semantic_memories | id, importance           | 3, 1.125             | 39 | semantic_memories_importance_check | id 3: 1.125",
        "semantic_memories | id, timestamp            | 3, 2251799813685.5   | 39 | semantic_memories_timestamp_check | id 3: 2251799813685.5",
        "episodes          | id, timestamp            | 3, -2251799813685.5  | 23 | episodes_timestamp_check | id 3: -2251799813685.5",
        "turns             | id, timestamp            | 3, 2251799813685.5   | 30 | turns_timestamp_check | id 3: 2251799813685.5",
      })
  final void upgrade_changesNothingAndNamesTheRow_whenAValueIsOutOfRange(
      String table, String columns, String values, int line, String check, String row) {
    try (TestedDatabase database = emptyDatabase()) {
      database.migrator().upgrade(SECONDS);
      database.execute(
          "insert into %s (%s) values (%s)".formatted(table, columns, values),
          "insert into %s default values".formatted(table));
      assertStopsAt(line, table, check, row, database);
    }
  }

  /** The upgrade stops, and nothing has changed. */
  final void assertStopsAt(
      int line, String table, String check, String row, TestedDatabase database) {
    List<String> schema = database.schema();
    var before = rows(database, "*");
    assertThatThrownBy(() -> database.migrator().upgrade(MILLISECONDS))
        .isInstanceOf(MigrationFailedException.class)
        .message()
        .startsWith(
            "Upgrade to 002 failed at %s:%d:1: %s cannot get the check %s, because these rows break it: %s.\n  Statement: alter table %2$s"
                .replace("%2$s", table)
                .formatted(script(), line, table, check, row))
        .endsWith(
            "  The database is as it was: at 001. Mend the script or the data, and run again.");
    assertThat(database.schema()).isEqualTo(schema);
    assertThat(rows(database, "*")).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(longs = {2251799813685001L, -2251799813685001L, Long.MAX_VALUE, Long.MIN_VALUE})
  final void downgrade_changesNothingAndNamesTheRow_whenAFloatHasNoSuchTime(long milliseconds) {
    try (TestedDatabase database = emptyDatabase()) {
      database.migrator().upgrade(MILLISECONDS);
      database.execute(
          "insert into long_term (\"key\", value, updated_time) values ('k', '1', %d)"
              .formatted(milliseconds));
      List<String> schema = database.schema();
      var before = rows(database, "*");
      assertThatThrownBy(() -> database.migrator().downgrade(SECONDS))
          .isInstanceOf(MigrationFailedException.class)
          .hasMessageContaining(
              "long_term cannot get the check long_term_updated_time_check, because these rows"
                  + " break it: ")
          .hasMessageContaining(": " + milliseconds + ".\n");
      assertThat(database.schema()).isEqualTo(schema);
      assertThat(rows(database, "*")).isEqualTo(before);
    }
  }

  @Test
  final void checks_refuseWhatIsOutOfRange_afterwards() {
    try (TestedDatabase database = emptyDatabase()) {
      database.migrator().upgrade(MILLISECONDS);
      database.execute(
          "insert into episodes (id, created_time, valence) values (1, 1, -1), (2, 1, 1), (3, 1,"
              + " null)",
          "insert into uncertainty_log (id, created_time, confidence_score) values (1, 1, 0), (2,"
              + " 1, 1)",
          "insert into semantic_memories (id, created_time, importance) values (1, 1, 0), (2, 1,"
              + " 1)");
      for (String insert :
          List.of(
              "episodes (id, created_time, valence) values (9, 1, 1.01)",
              "episodes (id, created_time) values (9, null)",
              "uncertainty_log (id, created_time, confidence_score) values (9, 1, -0.01)",
              "uncertainty_log (id, created_time, resolved) values (9, 1, null)",
              "semantic_memories (id, created_time, importance) values (9, 1, 1.01)",
              "semantic_memories (id, created_time, importance) values (9, 1, null)",
              "turns (id) values (9)",
              "long_term (\"key\") values ('k')")) {
        assertThatThrownBy(() -> database.execute("insert into " + insert))
            .as(insert)
            .hasCauseInstanceOf(SQLException.class);
      }
    }
  }

  /** Where the script of the revision stands, as messages say it. */
  static String script() {
    return ScriptDirectory.read(List.of(ScriptLocation.BUNDLED)).graph().revisions().stream()
        .filter(revision -> revision.id().value().equals(MILLISECONDS))
        .map(Revision::source)
        .findFirst()
        .orElseThrow();
  }

  /** The rows of each table. */
  static List<List<List<@Nullable String>>> rows(TestedDatabase database, String columns) {
    return MemoryTable.ALL.stream().map(t -> database.query(t.queryOf(columns))).toList();
  }

  private static List<List<List<@Nullable String>>> kept(TestedDatabase database) {
    return MemoryTable.ALL.stream().map(table -> database.query(table.queryOfKept())).toList();
  }

  private static List<@Nullable String> resolved(TestedDatabase database) {
    return database.column("select resolved from uncertainty_log order by id");
  }

  private static List<Long> milliseconds(TestedDatabase database, MemoryTable table) {
    return database.column(table.queryOf(table.milliseconds())).stream()
        .map(Long::valueOf)
        .toList();
  }

  private static List<Long> expected(TestedDatabase database, MemoryTable table) {
    return seconds(database, table).stream().map(MemoryTimesContract::rounded).toList();
  }

  // As a double and not as text, which might be shorter.
  private static List<@Nullable Double> seconds(TestedDatabase database, MemoryTable table) {
    List<@Nullable Double> seconds = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery(table.queryOf(table.seconds()))) {
      while (rows.next()) {
        double value = rows.getDouble(1);
        seconds.add(rows.wasNull() ? null : value);
      }
      return seconds;
    } catch (SQLException e) {
      throw new AssertionError(table.name(), e);
    }
  }

  /** Adds to each table a row for each time, in this order. */
  private static void insertTimes(TestedDatabase database, @Nullable Double... seconds) {
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      for (MemoryTable table : MemoryTable.ALL) {
        String insert =
            "insert into %s (%s, %s) values (?, ?)"
                .formatted(table.name(), table.order(), table.seconds());
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
          for (int i = 0; i < seconds.length; i++) {
            if (table.order().equals("id")) {
              statement.setInt(1, i);
            } else {
              statement.setString(1, "k%05d".formatted(i));
            }
            statement.setObject(2, seconds[i]);
            statement.executeUpdate();
          }
        }
      }
      connection.commit();
    } catch (SQLException e) {
      throw new AssertionError(Arrays.toString(seconds), e);
    }
  }

  private static long rounded(@Nullable Double seconds) {
    return seconds == null
        ? 0
        : new BigDecimal(seconds * 1000).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  private static @Nullable Double seconds(long milliseconds) {
    return milliseconds == 0 ? null : milliseconds / 1000.0;
  }
}
