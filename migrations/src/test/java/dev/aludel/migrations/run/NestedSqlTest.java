package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.revision.MigrationException;
import dev.aludel.migrations.run.TestDatabase.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** SQL that is only long, or nested: it is taken, or refused with its place, and nothing else. */
@Timeout(300)
final class NestedSqlTest {
  @TempDir private Path folder;
  private Scripts scripts;

  @BeforeEach
  void makeFolder() throws IOException {
    scripts = new Scripts(Files.createDirectory(folder.resolve("revisions")));
  }

  private static String nested(String open, int depth, String inside, String close) {
    return open.repeat(depth) + inside + close.repeat(depth);
  }

  private static String chain(String part, int length, String between) {
    return String.join(between, Collections.nCopies(length, part));
  }

  private static Stream<Arguments> statements() {
    return Stream.of(
            "update t set name = " + chain("name", 1500, "||"),
            "update t set name = " + nested("(", 2000, "name", ")"),
            "update t set name = " + nested("case when name is null then ", 800, "name", " end"),
            "update t set name = " + nested("lower(", 3000, "name", ")"),
            "create view v as " + chain("select name from t", 800, " union all "),
            "update t set name = name where " + nested("not ", 3000, "1 = 2", ""),
            "update t set name = name where " + nested("(", 100_000, "1 = 2", ")"),
            "update t set name = " + nested("(select ", 500, "'a'", ")"),
            "alter table t add constraint c check (" + nested("(", 3000, "name <> ''", ")") + ")",
            "create table u (id integer default " + nested("(", 3000, "1", ")") + ")",
            "create table u (" + chain("c", 3000, " integer, c") + " integer)",
            "--@ verbatim\nupdate t set name = " + nested("(", 5000, "name", ")"),
            "--@ verbatim\n" + nested("/*", 1, nested("/* ", 50_000, "", "*/"), "*/ ") + "select 1")
        .flatMap(sql -> Stream.of(Kind.values()).map(kind -> Arguments.of(kind, sql)));
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @MethodSource("statements")
  void sql_isTaken_orRefusedWithItsPlace(Kind kind, String sql) {
    scripts.add("a1", "base", "create table t (name varchar(10));\n" + sql + ";", "drop table t;");
    try (TestDatabase database = kind.open(folder)) {
      Migrator migrator = Migrator.builder().url(database.url()).scripts(scripts.folder()).build();

      takenOrRefused(migrator::upgrade);
      takenOrRefused(
          () -> migrator.upgradeSql(OfflineOptions.ANY_VERSION, new StringBuilder(), "head"));

      List<String> rows =
          database.tables().contains("alembic_version")
              ? database.query("select version_num from alembic_version")
              : List.of();
      assertThat(database.tables().contains("t")).isEqualTo(rows.equals(List.of("a1")));
    }
  }

  private interface Work {
    Object done() throws IOException;
  }

  private static void takenOrRefused(Work work) {
    try {
      assertThat(work.done()).isNotNull();
    } catch (MigrationException e) {
      assertThat(e.getMessage()).containsPattern("a1\\.sql:\\d+:\\d+").hasSizeLessThan(3000);
    } catch (IOException e) {
      fail(e);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void portableSql_isTaken_whereTheDatabaseTakesIt(Kind kind) {
    scripts.add(
        "a1",
        "base",
        "create table t (name varchar(10));\nupdate t set name = "
            + nested("(", 900, "name", ")")
            + ";",
        "drop table t;");
    try (TestDatabase database = kind.open(folder)) {
      Migrator.builder().url(database.url()).scripts(scripts.folder()).build().upgrade();

      assertThat(database.tables()).contains("t");
    }
  }

  @Test
  void portableSql_isRefusedWithItsPlace_whenNoStackHoldsIt() {
    String sql = nested("(", 1_000_000, "name", ")");
    scripts.add(
        "a1", "base", "create table t (name text);\nupdate t set name = " + sql + ";", "select 1;");
    try (TestDatabase database = Kind.SQLITE.open(folder)) {
      Migrator migrator = Migrator.builder().url(database.url()).scripts(scripts.folder()).build();
      try {
        migrator.upgrade();
        fail("no database takes it");
      } catch (MigrationException e) {
        assertThat(e)
            .hasMessage(
                "%s/a1.sql:5:3021: the statement is longer, or nested deeper, than what portable SQL takes. Write it with fewer brackets and operators within each other, or as several. What only one database knows is written for each: put \"--@ verbatim sqlite\" or \"--@ verbatim postgresql\" before the statement.",
                scripts.folder());
      }
    }
  }
}
