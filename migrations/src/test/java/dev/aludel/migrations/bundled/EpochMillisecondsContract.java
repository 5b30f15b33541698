package dev.aludel.migrations.bundled;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.script.ScriptDirectory;
import dev.aludel.migrations.script.ScriptLocation;
import dev.aludel.test.RandomSeed;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The revision f6e7d8c9b0a1: every millisecond survives, up and down. What is expected is computed
 * here from the timestamps' texts.
 */
abstract class EpochMillisecondsContract {
  static final String TIMESTAMPS = "b1c2d3e4f5g6";
  static final String MILLISECONDS = "f6e7d8c9b0a1";

  private static final DateTimeFormatter SQLALCHEMYS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");
  private static final long FIRST_SECOND = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST_SECOND = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  @TempDir Path folder;

  /** A database at {@link #TIMESTAMPS} with the rows that Alembic's side wrote. */
  abstract TestedDatabase alembicsRows();

  abstract TestedDatabase emptyDatabase();

  @Test
  final void upAndDown_givesBackEveryRow_thatSqlalchemyWrote() {
    try (TestedDatabase database = alembicsRows()) {
      List<List<List<@Nullable String>>> before = rows(database);
      assertThat(before.get(0)).hasSize(120);
      assertThat(before.get(1)).hasSize(3000);
      List<List<@Nullable String>> timestamps =
          TimeColumn.ALL.stream().map(column -> timestamps(database, column)).toList();
      assertThat(timestamps.get(0)).contains(null, "2025-09-01 08:30:52.124000");

      database.migrator().upgrade(MILLISECONDS);
      for (int i = 0; i < timestamps.size(); i++) {
        assertThat(milliseconds(database, TimeColumn.ALL.get(i)))
            .as(TimeColumn.ALL.get(i).toString())
            .isEqualTo(
                timestamps.get(i).stream()
                    .map(EpochMillisecondsContract::expectedMilliseconds)
                    .toList());
      }

      database.migrator().downgrade(TIMESTAMPS);
      assertThat(rows(database)).isEqualTo(before);
    }
  }

  @Test
  final void upAndDown_keepsTheMillisecond_ofEveryMomentThatPythonKnows() {
    List<String> edges =
        List.of(
            "0001-01-01 00:00:00.000000",
            "0001-01-01 00:00:00.001999",
            "1969-12-31 23:59:59.999999",
            "1969-12-31 23:59:59.001000",
            "1969-12-31 23:59:59.000000",
            "1970-01-01 00:00:00.000999",
            "1970-01-01 00:00:00.001000",
            "2000-02-29 12:00:00.500000",
            "9999-12-31 23:59:59.999999");
    survive(edges);
  }

  @Test
  final void upAndDown_keepsTheMillisecond_atRandom() {
    RandomGenerator random = RandomSeed.printed(getClass().getSimpleName()).random();
    List<String> moments = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      Instant second = Instant.ofEpochSecond(random.nextLong(FIRST_SECOND, LAST_SECOND + 1));
      moments.add(text(second.plus(random.nextInt(1_000_000), ChronoUnit.MICROS)));
    }
    survive(moments);
  }

  @Test
  final void upgrade_makesZeroOfNull_andDowngradeNullOfZero() {
    try (TestedDatabase database = emptyDatabase()) {
      List<@Nullable String> moments = new ArrayList<>(Collections.singletonList(null));
      moments.add("1970-01-01 00:00:00.000000");
      insert(database, moments);
      database.migrator().upgrade(MILLISECONDS);
      for (TimeColumn column : TimeColumn.ALL) {
        assertThat(milliseconds(database, column)).containsExactly(0L, 0L);
      }
      database.migrator().downgrade(TIMESTAMPS);
      for (TimeColumn column : TimeColumn.ALL) {
        assertThat(timestamps(database, column)).containsExactly(null, null);
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

  private void survive(List<String> moments) {
    try (TestedDatabase database = emptyDatabase()) {
      insert(database, moments);
      database.migrator().upgrade(MILLISECONDS);
      List<Long> expected =
          moments.stream().map(EpochMillisecondsContract::expectedMilliseconds).toList();
      for (TimeColumn column : TimeColumn.ALL) {
        assertThat(milliseconds(database, column)).isEqualTo(expected);
      }
      database.migrator().downgrade(TIMESTAMPS);
      for (TimeColumn column : TimeColumn.ALL) {
        assertThat(timestamps(database, column))
            .isEqualTo(expected.stream().map(EpochMillisecondsContract::expectedText).toList());
      }
    }
  }

  /** Adds a session and a message for each moment, all their times that moment, in this order. */
  static void insert(TestedDatabase database, List<? extends @Nullable String> moments) {
    database.migrator().upgrade(TIMESTAMPS);
    String time = database.timeParameter();
    try (Connection connection = database.connect();
        PreparedStatement session =
            connection.prepareStatement(
                "insert into sessions values (?, 'n', 'u', 'a', %s, %s)".formatted(time, time));
        PreparedStatement message =
            connection.prepareStatement(
                "insert into chat_messages values (?, ?, 'm', 't', 's', %s)".formatted(time))) {
      connection.setAutoCommit(false);
      for (int i = 0; i < moments.size(); i++) {
        run(session, "s%05d".formatted(i), moments.get(i), moments.get(i));
        run(message, "m%05d".formatted(i), "s%05d".formatted(i), moments.get(i));
      }
      connection.commit();
    } catch (SQLException e) {
      throw new AssertionError(moments.toString(), e);
    }
  }

  static void run(PreparedStatement statement, @Nullable String... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setString(i + 1, values[i]);
    }
    statement.executeUpdate();
  }

  static List<@Nullable String> timestamps(TestedDatabase database, TimeColumn column) {
    return database.column(
        "select %s from %s order by id"
            .formatted(database.timeText(column.timestamp()), column.table()));
  }

  static List<Long> milliseconds(TestedDatabase database, TimeColumn column) {
    return database
        .column("select %s from %s order by id".formatted(column.milliseconds(), column.table()))
        .stream()
        .map(Long::valueOf)
        .toList();
  }

  static List<List<List<@Nullable String>>> rows(TestedDatabase database) {
    return List.of(
        database.query("select * from sessions order by id"),
        database.query("select * from chat_messages order by id"));
  }

  private static long expectedMilliseconds(@Nullable String timestamp) {
    return timestamp == null
        ? 0
        : LocalDateTime.parse(timestamp, SQLALCHEMYS).toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  private static @Nullable String expectedText(long milliseconds) {
    return milliseconds == 0 ? null : text(Instant.ofEpochMilli(milliseconds));
  }

  private static String text(Instant moment) {
    return SQLALCHEMYS.format(moment.atOffset(ZoneOffset.UTC));
  }
}
