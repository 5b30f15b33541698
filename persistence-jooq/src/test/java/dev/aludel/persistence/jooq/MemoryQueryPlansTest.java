package dev.aludel.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.domain.Json;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.memory.ConfidenceRange;
import dev.aludel.domain.memory.Episode;
import dev.aludel.domain.memory.LongTermEntry;
import dev.aludel.domain.memory.SemanticMemory;
import dev.aludel.domain.memory.TimeRange;
import dev.aludel.domain.memory.Turn;
import dev.aludel.domain.memory.UncertaintyEntry;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import dev.aludel.persistence.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No list of memories is sorted by the database, or found by looking at every row. */
final class MemoryQueryPlansTest {

  private static final Instant NOW = Instant.parse("2025-09-16T12:00:00Z");
  private static final TimeRange DAY = new TimeRange(NOW, NOW.plusSeconds(86_400));
  private static final ConfidenceRange RANGE = new ConfidenceRange(0, 1);
  private static final int LISTS = 15;

  @Test
  void everyList_followsAnIndex_onSqlite() throws SQLException {
    try (TestDatabase database = TestDatabases.sqliteFile()) {
      for (String sql : queries(database)) {
        assertThat(plan(database, List.of(), "explain query plan " + sql, 4))
            .as(sql)
            .isNotEmpty()
            .allMatch(step -> step.contains(" USING ") && !step.contains("TEMP B-TREE"));
      }
    }
  }

  @Test
  void everyList_followsAnIndex_onPostgresql() throws SQLException {
    try (TestDatabase database = TestDatabases.postgres()) {
      for (String sql : queries(database)) {
        assertThat(plan(database, preparation(sql), "explain execute list" + nulls(sql), 1))
            .as(sql)
            .anyMatch(step -> step.contains("Index Scan"))
            .noneMatch(step -> step.contains("Seq Scan") || step.contains("Sort"));
      }
    }
  }

  /** The SQL of each list's first page, and of the one behind a row. */
  private static Set<String> queries(TestDatabase database) {
    Set<String> queries = new TreeSet<>();
    StorageConfig config =
        StorageConfig.builder(database.url())
            .sqlEcho(
                sql -> {
                  if (sql.startsWith("select")) {
                    queries.add(sql);
                  }
                })
            .build();
    try (Storage storage = Storages.open(config)) {
      insertTwoOfEach(storage);
      queries.clear();
      lists(storage).forEach(MemoryQueryPlansTest::readTwoPages);
    }
    assertThat(queries).hasSize(2 * LISTS);
    return queries;
  }

  private static List<Function<PageRequest, ? extends Page<?>>> lists(Storage storage) {
    return List.of(
        storage.episodes()::page,
        storage.episodes()::pageNewestFirst,
        request -> storage.episodes().pageOfType("e", request),
        request -> storage.episodes().pageBetween(DAY, request),
        storage.longTerm()::page,
        request -> storage.longTerm().pageOfPrefix("k", request),
        request -> storage.longTerm().pageOfPrefix("", request),
        storage.turns()::page,
        storage.turns()::pageNewestFirst,
        storage.uncertainty()::page,
        storage.uncertainty()::pageUnresolved,
        request -> storage.uncertainty().pageByConfidence(RANGE, request),
        storage.semanticMemories()::page,
        storage.semanticMemories()::pageLeastImportant,
        request -> storage.semanticMemories().pageOfCategory("c", request));
  }

  private static void readTwoPages(Function<PageRequest, ? extends Page<?>> list) {
    Page<?> first = list.apply(PageRequest.first(1));
    list.apply(PageRequest.after(first.next().orElseThrow(), 1));
  }

  private static void insertTwoOfEach(Storage storage) {
    for (int i = 0; i < 2; i++) {
      storage.episodes().insert(new Episode(new Episode.Id(i), NOW, "e", null, null, null));
      storage.longTerm().put(new LongTermEntry.Key("k" + i), Json.NULL, NOW);
      storage.turns().insert(new Turn(new Turn.Id(i), NOW, null, null, null));
      storage
          .uncertainty()
          .insert(
              new UncertaintyEntry(
                  new UncertaintyEntry.Id(i), NOW, null, null, 0.5, null, null, false, null));
      storage
          .semanticMemories()
          .insert(new SemanticMemory(new SemanticMemory.Id(i), NOW, null, "c", 0.5, null, null));
    }
  }

  // A small table is scanned whatever there is; told not to, only one without index is.
  private static List<String> preparation(String sql) {
    return List.of(
        "set enable_seqscan = off",
        "set enable_sort = off",
        "set plan_cache_mode = force_generic_plan",
        "prepare list as " + numbered(sql));
  }

  private static String nulls(String sql) {
    long parameters = sql.chars().filter(character -> character == '?').count();
    return Stream.generate(() -> "null")
        .limit(parameters)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String numbered(String sql) {
    StringBuilder numbered = new StringBuilder();
    int number = 0;
    for (char character : sql.toCharArray()) {
      numbered.append(character == '?' ? "$" + ++number : String.valueOf(character));
    }
    return numbered.toString();
  }

  private static List<String> plan(
      TestDatabase database, List<String> settings, String explain, int column)
      throws SQLException {
    List<String> steps = new ArrayList<>();
    try (Connection connection = TestDatabases.connect(database.url());
        Statement statement = connection.createStatement()) {
      for (String setting : settings) {
        statement.execute(setting);
      }
      try (ResultSet rows = statement.executeQuery(explain)) {
        while (rows.next()) {
          steps.add(rows.getString(column));
        }
      }
    }
    return steps;
  }
}
