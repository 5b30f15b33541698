package dev.aludel.migrations.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.aludel.migrations.dialect.DatabaseVersion;
import dev.aludel.migrations.dialect.sqlite.RevisionRun.Refusal;
import dev.aludel.migrations.dialect.sqlite.RevisionRun.Stage;
import dev.aludel.test.RandomSeed;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * Whatever a legal table looks like, a change of it does what it says and nothing else, or is
 * refused and does nothing; and it does the same whether SQLite makes it or a rebuild does.
 */
final class SqliteTableChangesPropertyTest {
  private static final String COUNT = "aludel.tables";
  private static final int DEFAULT_COUNT = 2000;
  private static final long USUAL_SEED = 2026;
  private static final DatabaseVersion NEWEST = new DatabaseVersion(3, 54);
  private static final DatabaseVersion RENAMES_ONLY = new DatabaseVersion(3, 25);

  private final Map<Stage, Integer> refusals = new EnumMap<>(Stage.class);
  private int made;

  @Test
  void change_keepsAllElse_whateverTheTable() throws SQLException {
    int count = Integer.getInteger(COUNT, DEFAULT_COUNT);
    RandomGenerator random = seed(count).random();
    for (int i = 0; i < count; i++) {
      long table = random.nextLong();
      try {
        check(new Random(table));
      } catch (AssertionError | RuntimeException | SQLException e) {
        fail("table %d of the run (%d)".formatted(i, table), e);
      }
    }
    System.out.println("%d tables: %d changed, refused %s".formatted(count, made, refusals));
    assertThat(made).as("changes that were made").isGreaterThan(count / 4);
  }

  // A build tries the tables that the one before it tried; new ground is for the long runs.
  private static RandomSeed seed(int count) {
    String name = "SqliteTableChangesPropertyTest";
    return count == DEFAULT_COUNT ? RandomSeed.printed(name, USUAL_SEED) : RandomSeed.printed(name);
  }

  private void check(RandomGenerator random) throws SQLException {
    RandomDatabase database = RandomDatabase.generate(random);
    List<RandomChange> changes = RandomChange.some(random, database.table(), database.columns());
    String[] sql = changes.stream().map(RandomChange::sql).toArray(String[]::new);
    try (Connection first = database.open();
        Connection second = database.open()) {
      String what =
          String.join(";\n", database.statements()) + ";\n-- " + String.join("\n-- ", sql);
      try {
        Optional<Refusal> natively = run(first, NEWEST, database, changes, sql);
        Optional<Refusal> rebuilt = run(second, RENAMES_ONLY, database, changes, sql);
        assertThat(rebuilt.isPresent())
            .as("refused as a rebuild, as natively: %s and %s", rebuilt, natively)
            .isEqualTo(natively.isPresent());
        sameSchema(new SchemaDump(first), new SchemaDump(second));
        if (natively.isEmpty()) {
          takesTheSameRows(database, changes, first, second, random);
        }
      } catch (AssertionError | RuntimeException | SQLException e) {
        fail(what, e);
      }
    }
  }

  private Optional<Refusal> run(
      Connection connection,
      DatabaseVersion version,
      RandomDatabase database,
      List<RandomChange> changes,
      String[] sql)
      throws SQLException {
    SchemaDump dump = new SchemaDump(connection);
    Map<String, List<List<String>>> before = dump.everything();
    ChangeExpectation expected = new ChangeExpectation(dump, database.table(), changes);
    Optional<Refusal> refusal = new RevisionRun(connection, version).run(sql);
    if (refusal.isPresent()) {
      refusals.merge(refusal.get().stage(), 1, Integer::sum);
      assertThat(dump.everything()).as("after %s", refusal.get()).isEqualTo(before);
      assertThat(namesSomething(refusal.get().message(), database.table(), changes))
          .as(refusal.get().message())
          .isTrue();
      assertThat(refusal.get().stage()).as("%s", refusal.get()).isNotEqualTo(Stage.DATABASE);
    } else {
      made++;
      expected.holdsFor(dump);
    }
    return refusal;
  }

  // Of checks, conflict clauses and collations the pragmas tell nothing: rows do.
  private static void takesTheSameRows(
      RandomDatabase database,
      List<RandomChange> changes,
      Connection first,
      Connection second,
      RandomGenerator random)
      throws SQLException {
    String table = changes.get(changes.size() - 1).tableAfter();
    List<String> probes = RowProbe.some(random, new SchemaDump(first), table);
    List<String> natively = new RowProbe(first, table).outcomes(probes);
    assertThat(new RowProbe(second, table).outcomes(probes)).as("%s", probes).isEqualTo(natively);
    // A null that is replaced becomes the default; a check has types looked at before all else.
    String text = SqlText.folded(new SchemaDump(first).text(table));
    boolean comparable = !text.contains("replace") && !text.contains("strict");
    if (comparable && changes.stream().allMatch(RandomChange::leavesRowsAlone)) {
      try (Connection unchanged = database.open()) {
        assertThat(natively)
            .as("%s, as before", probes)
            .isEqualTo(new RowProbe(unchanged, table).outcomes(probes));
      }
    }
  }

  private static boolean namesSomething(String message, String table, List<RandomChange> changes) {
    String folded = SqlText.folded(message);
    return folded.contains(SqlText.folded(table))
        || changes.stream().anyMatch(one -> folded.contains(SqlText.folded(one.column())));
  }

  private static void sameSchema(SchemaDump first, SchemaDump second) throws SQLException {
    List<String> tables = first.column("select name from sqlite_schema where type = 'table'");
    assertThat(second.column("select name from sqlite_schema where type = 'table'"))
        .containsExactlyInAnyOrderElementsOf(tables);
    for (String table : tables) {
      assertThat(second.pragmas(table)).as(table).isEqualTo(first.pragmas(table));
      if (!table.startsWith("sqlite_")) {
        assertThat(second.tableRows(table)).as(table).isEqualTo(first.tableRows(table));
      }
    }
  }
}
