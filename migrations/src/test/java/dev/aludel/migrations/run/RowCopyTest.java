package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.plan.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of a large table are copied in pieces, and the listener hears of each. */
final class RowCopyTest {
  private static final List<String> WHOLE =
      List.of("a1 t 20000 of 50000", "a1 t 40000 of 50000", "a1 t 50000 of 50000");

  @TempDir private Path folder;
  private final List<String> heard = new ArrayList<>();
  private TestDatabase database;

  @BeforeEach
  void prepare() throws IOException {
    database = TestDatabase.Kind.SQLITE.open(folder);
    new Scripts(Files.createDirectory(folder.resolve("revisions")))
        .add("a1", "base", "alter table t alter column v set data type bigint;", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(k integer primary key, j int, v text)",
        "(k int, j int, v text)",
        "(k int primary key desc, j int, v text)",
        "(k integer primary key, j int, v text, rowid, oid, _rowid_)",
        "(k text primary key, j int, v text) without rowid",
        "(k text collate nocase, j int, v text, primary key (j, k)) without rowid",
        "(k text, j int, v text, primary key (j desc, k desc)) without rowid",
        "(k text, j int, rowid text, v text, primary key (j, k)) without rowid",
      })
  void copying_isHeardOf_inPieces(String definition) {
    create(definition, 50_000);

    upgrade(RecordingListener.Wish.TO_THE_END);

    assertThat(heard).isEqualTo(WHOLE);
    assertThat(rows()).containsExactly("50000 1250025000 50000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(k text, j int, v text, primary key (j, k desc)) without rowid",
        "(k text collate rtrim, j int, v text, primary key (k collate nocase)) without rowid",
        "(rowid int, oid int, _rowid_ int, k int, j int, v text)"
      })
  void copying_isOneStatement_whereTheOrderOfTheRowsHasNoSimpleName(String definition) {
    create(definition, 50_000);

    upgrade(RecordingListener.Wish.TO_THE_END);

    assertThat(heard).isEmpty();
    assertThat(rows()).containsExactly("50000 1250025000 50000");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "19999, 0", "20000, 1", "20001, 2", "40000, 2"})
  void copying_isNotHeardOf_forSmallTables(int count, int pieces) {
    create("(k int, j int, v text)", count);

    upgrade(RecordingListener.Wish.TO_THE_END);

    assertThat(heard).hasSize(pieces);
    assertThat(rows().get(0)).startsWith(count + " ");
  }

  @Test
  void copying_takesNegativeKeysAndGaps() {
    create("(k integer primary key, j int, v text)", 50_000);
    database.execute(
        "update t set k = -k where k % 2",
        "update t set k = -9223372036854775808 where k = -1",
        "update t set k = 9223372036854775807 where k = 2");
    List<String> before = database.query("select k from t order by k");

    upgrade(RecordingListener.Wish.TO_THE_END);

    assertThat(heard).isEqualTo(WHOLE);
    assertThat(database.query("select k from t order by k")).isEqualTo(before);
  }

  @Test
  void run_leavesTheDatabaseAsItWas_whenTheListenerEndsIt() {
    create("(k integer primary key, j int, v text)", 50_000);

    assertThatThrownBy(() -> upgrade(RecordingListener.Wish.TO_STOP))
        .isInstanceOf(CancellationException.class)
        .hasMessage("enough");

    assertThat(heard).containsExactly("a1 t 20000 of 50000");
    assertThat(database.tables()).containsExactly("t");
    assertThat(database.query("select type from pragma_table_info('t') where name = 'v'"))
        .containsExactly("TEXT");
    heard.clear();
    upgrade(RecordingListener.Wish.TO_THE_END);
    assertThat(heard).isEqualTo(WHOLE);
  }

  private void create(String definition, int rows) {
    database.execute(
        "create table t " + definition,
        "insert into t (k, j, v) with recursive n (i) as (values (1) union all select i + 1 from n where i < %d) select i, i %% 100, i from n where %<d > 0"
            .formatted(rows));
  }

  private List<String> rows() {
    return database.query(
        "select count(*) || ' ' || coalesce(sum(v), 0) || ' ' || count(distinct k) from t where"
            + " typeof(v) = 'integer' or v is null");
  }

  private void upgrade(RecordingListener.Wish wish) {
    Migrator.builder()
        .url(database.url())
        .scripts(folder.resolve("revisions"))
        .listener(new RecordingListener(heard, wish))
        .build()
        .upgrade();
  }

  private record RecordingListener(List<String> heard, Wish wish) implements MigrationListener {
    private enum Wish {
      TO_THE_END,
      TO_STOP
    }

    @Override
    public void copying(Step step, String table, long copied, long total) {
      heard.add("%s %s %d of %d".formatted(step.revision().id(), table, copied, total));
      if (wish == Wish.TO_STOP) {
        throw new CancellationException("enough");
      }
    }
  }
}
