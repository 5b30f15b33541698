package dev.aludel.migrations.bundled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The revision c4a1e0d9b7f2: messages get their numbers, and nothing else changes. */
abstract class NumberedMessagesContract {
  static final String UNNUMBERED = "f6e7d8c9b0a1";
  static final String NUMBERED = "c4a1e0d9b7f2";

  @TempDir Path folder;

  /** A database at {@link #UNNUMBERED} with 120 sessions and 3000 messages. */
  abstract TestedDatabase alembicsRows();

  abstract TestedDatabase emptyDatabase();

  @Test
  final void upDownAndUp_keepsEveryRowAndCountsThemTheSame() {
    try (TestedDatabase database = alembicsRows()) {
      List<String> schema = database.schema();
      List<List<@Nullable String>> sessions = sessions(database);
      List<List<@Nullable String>> messages = messages(database);
      assertThat(sessions).hasSize(120);
      assertThat(messages).hasSize(3000);

      database.migrator().upgrade(NUMBERED);
      assertThat(sessions(database)).isEqualTo(sessions);
      assertThat(messages(database)).isEqualTo(messages);
      assertThat(numbers(database)).isEqualTo(expectedNumbers(messages));
      assertThat(database.query("select id, last_seq from sessions order by id"))
          .isEqualTo(
              sessions.stream()
                  .map(session -> List.of(id(session), String.valueOf(count(messages, session))))
                  .toList());

      database.migrator().downgrade(UNNUMBERED);
      assertThat(database.schema()).isEqualTo(schema);
      assertThat(sessions(database)).isEqualTo(sessions);
      assertThat(messages(database)).isEqualTo(messages);

      database.migrator().upgrade(NUMBERED);
      assertThat(numbers(database)).isEqualTo(expectedNumbers(messages));
    }
  }

  @Test
  final void upgrade_numbersByTimeAndThenByTheIdsCodePoints() {
    try (TestedDatabase database = emptyDatabase()) {
      database.migrator().upgrade(UNNUMBERED);
      database.execute(
          "insert into sessions (id, user_id, created_time, updated_time) values"
              + " ('s', 'u', 0, 0), ('t', 'u', 0, 0), ('empty', 'u', 0, 0)",
          "insert into chat_messages (id, session_id, message, created_time) values"
              + " ('a', 's', '', 5), ('B', 's', '', 5), ('z', 's', '', -5), ('ä', 's', '', 5),"
              + " ('Z', 't', '', 0)");

      database.migrator().upgrade(NUMBERED);

      assertThat(
              database.column("select id from chat_messages where session_id = 's' order by seq"))
          .containsExactly("z", "B", "a", "ä");
      assertThat(database.column("select seq from chat_messages order by session_id, seq"))
          .containsExactly("1", "2", "3", "4", "1");
      assertThat(database.query("select id, last_seq from sessions order by id"))
          .containsExactly(List.of("empty", "0"), List.of("s", "4"), List.of("t", "1"));
    }
  }

  @Test
  final void upgraded_refusesTheSameNumberTwiceInASession() {
    try (TestedDatabase database = emptyDatabase()) {
      database.migrator().upgrade(NUMBERED);
      database.execute(
          "insert into sessions (id, user_id, created_time, updated_time, last_seq) values"
              + " ('s', 'u', 0, 0, 1)",
          message("1", 1));

      assertThatThrownBy(() -> database.execute(message("2", 1)))
          .hasStackTraceContaining("session");
      database.execute(message("2", 2));
    }
  }

  private static String message(String id, long seq) {
    return "insert into chat_messages (id, session_id, message, created_time, seq) values"
        + " ('%s', 's', '', 0, %d)".formatted(id, seq);
  }

  static List<List<@Nullable String>> sessions(TestedDatabase database) {
    return database.query(
        "select id, name, user_id, agent_id, created_time, updated_time from sessions order by id");
  }

  static List<List<@Nullable String>> messages(TestedDatabase database) {
    return database.query(
        "select id, session_id, message, sender_type, sender_name, created_time"
            + " from chat_messages order by id");
  }

  private static List<List<@Nullable String>> numbers(TestedDatabase database) {
    return database.query("select id, seq from chat_messages order by id");
  }

  private static List<List<String>> expectedNumbers(List<List<@Nullable String>> messages) {
    Map<String, String> numbers = new TreeMap<>();
    Map<String, List<List<@Nullable String>>> bySession = new TreeMap<>();
    for (List<@Nullable String> message : messages) {
      bySession.computeIfAbsent(text(message, 1), session -> new ArrayList<>()).add(message);
    }
    for (List<List<@Nullable String>> ofOne : bySession.values()) {
      ofOne.sort(
          Comparator.comparing((List<@Nullable String> row) -> Long.valueOf(text(row, 5)))
              .thenComparing(row -> text(row, 0)));
      IntStream.range(0, ofOne.size())
          .forEach(i -> numbers.put(text(ofOne.get(i), 0), String.valueOf(i + 1)));
    }
    return numbers.entrySet().stream()
        .map(number -> List.of(number.getKey(), number.getValue()))
        .toList();
  }

  private static long count(List<List<@Nullable String>> messages, List<@Nullable String> session) {
    return messages.stream().filter(message -> text(message, 1).equals(id(session))).count();
  }

  private static String id(List<@Nullable String> row) {
    return text(row, 0);
  }

  private static String text(List<@Nullable String> row, int column) {
    return String.valueOf(row.get(column));
  }
}
