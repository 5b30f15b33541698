package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.run.TestDatabase.Kind;
import dev.aludel.migrations.script.ScriptException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Portable renamings work on every database, those that change a name's case alone among them. */
final class RenamesTest {
  private static final String TABLES =
      "create table pots (id integer not null primary key, size integer, label varchar(20) unique);\n"
          + "create unique index sizes on pots (size desc) where size > 1;\n"
          + "create table lids (id integer not null primary key, pot integer references pots (id));\n"
          + "create view large as select id from pots where size > 9;\n"
          + "insert into pots values (1, 5, 'a');\n"
          + "insert into lids values (7, 1);";

  @TempDir private Path folder;
  private Scripts scripts;

  @BeforeEach
  void writeScripts() throws IOException {
    scripts = new Scripts(Files.createDirectory(folder.resolve("revisions")));
    scripts.add("a1", "base", TABLES, "drop view large;\ndrop table lids;\ndrop table pots;");
  }

  private Migrator migrator(TestDatabase database) {
    return Migrator.builder().url(database.url()).scripts(scripts.folder()).build();
  }

  private static Stream<Arguments> renamings() {
    return Stream.of(Kind.values())
        .flatMap(
            kind ->
                Stream.of(
                    Arguments.of(kind, "alter table pots rename to \"Pots\"", "\"Pots\""),
                    Arguments.of(kind, "alter table pots rename to POTS", "pots"),
                    Arguments.of(kind, "alter table pots rename to pots", "pots"),
                    Arguments.of(kind, "alter table pots rename column size to \"Size\"", "pots"),
                    Arguments.of(kind, "alter table pots rename column size to SIZE", "pots")));
  }

  @ParameterizedTest
  @MethodSource("renamings")
  void upgrade_keepsAllThatSpeaksOfTheTable_whenANameChangesItsCase(
      Kind kind, String renaming, String table) throws IOException {
    scripts.add("b2", "a1", renaming + ";", "");
    try (TestDatabase database = kind.open(folder)) {
      migrator(database).upgrade();

      assertThat(database.query("select label from " + table)).containsExactly("a");
      assertThat(database.query("select count(*) from large")).containsExactly("0");
      assertThat(
              database.query(
                  "select pot from lids join " + table + " on lids.pot = " + table + ".id"))
          .containsExactly("1");
      assertThat(indexes(database)).contains("sizes");
    }
  }

  @Test
  void upgrade_givesTheTableItsNewCase_onSqlite() throws IOException {
    scripts.add(
        "b2", "a1", "alter table pots rename to \"Pots\";", "alter table \"Pots\" rename to pots;");
    try (TestDatabase database = Kind.SQLITE.open(folder)) {
      migrator(database).upgrade();
      assertThat(
              database.query(
                  "select name from sqlite_schema where type = 'table' and name = 'Pots'"))
          .containsExactly("Pots");

      migrator(database).downgrade("a1");
      assertThat(
              database.query(
                  "select name from sqlite_schema where type = 'table' and name = 'pots'"))
          .containsExactly("pots");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_refusesToRenameATableThatIsNotThere_whenTheNameStaysTheSame(Kind kind)
      throws IOException {
    scripts.add("b2", "a1", "alter table pans rename to PANS;", "");
    try (TestDatabase database = kind.open(folder)) {
      assertThatThrownBy(() -> migrator(database).upgrade()).hasMessageContaining("pans");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_renamesAnIndex(Kind kind) throws IOException {
    scripts.add(
        "b2",
        "a1",
        "alter index sizes rename to \"By size\";",
        "alter index \"By size\" rename to sizes;");
    try (TestDatabase database = kind.open(folder)) {
      migrator(database).upgrade("a1");
      String before = definition(database, "sizes");

      migrator(database).upgrade();
      assertThat(indexes(database)).contains("By size").doesNotContain("sizes");

      migrator(database).downgrade("a1");
      assertThat(definition(database, "sizes")).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_renamesNoIndex_whenItNeedNotBeThereAndIsNot(Kind kind) throws IOException {
    scripts.add(
        "b2",
        "a1",
        "alter index if exists missing rename to other;\nalter index if exists missing rename to MISSING;\nalter index if exists sizes rename to SIZES;",
        "");
    try (TestDatabase database = kind.open(folder)) {
      migrator(database).upgrade();

      assertThat(indexes(database)).anyMatch("sizes"::equalsIgnoreCase);
    }
  }

  @ParameterizedTest
  @EnumSource
  void script_renamesTablesAndIndexes(ScriptRun run) throws IOException {
    scripts.add(
        "b2",
        "a1",
        "alter index sizes rename to by_size;\nalter table pots rename to \"Pots\";",
        "");
    try (TestDatabase database = run.kind().open(folder)) {
      StringBuilder script = new StringBuilder();
      migrator(database).upgradeSql(OfflineOptions.ANY_VERSION, script, "heads");
      run.apply(database, script.toString());

      assertThat(indexes(database)).contains("by_size").doesNotContain("sizes");
      assertThat(database.query("select label from \"Pots\"")).containsExactly("a");
    }
  }

  @Test
  void upgrade_refuses_whenTheIndexIsNotThere() throws IOException {
    assertRefused("alter index missing rename to other;", "there is no index missing to rename.");
  }

  @Test
  void upgrade_refuses_whenTheIndexBelongsToAConstraint() throws IOException {
    assertRefused(
        "alter index sqlite_autoindex_pots_1 rename to labels;",
        "the index sqlite_autoindex_pots_1 belongs to a constraint of its table, and SQLite alone gives it a name. Leave the statement out on SQLite: put \"--@ verbatim postgresql\" before it.");
  }

  @Test
  void upgrade_refuses_whenTheNewNameIsATables() throws IOException {
    assertRefused(
        "alter index sizes rename to pots;",
        "SQLite does not take \"CREATE UNIQUE INDEX pots on pots(size desc) where size > 1\": there is already a table named pots.");
  }

  @Test
  void upgrade_refuses_whenAnIndexIsRenamedOutsideATransaction() throws IOException {
    scripts.add("b2", "a1", "--@ autocommit\nalter index sizes rename to by_size;", "");
    try (TestDatabase database = Kind.SQLITE.open(folder)) {
      assertThatThrownBy(() -> migrator(database).upgrade())
          .isInstanceOf(ScriptException.class)
          .hasMessage(
              "%s/b2.sql:5:1: SQLite renames an index by making it anew, which needs a transaction. Take \"--@ autocommit\" out.",
              scripts.folder());
    }
  }

  private void assertRefused(String statement, String reason) throws IOException {
    scripts.add("b2", "a1", statement, "");
    try (TestDatabase database = Kind.SQLITE.open(folder)) {
      assertThatThrownBy(() -> migrator(database).upgrade())
          .isInstanceOf(ScriptException.class)
          .hasMessage("%s/b2.sql:4:1: %s", scripts.folder(), reason);
    }
  }

  private static List<String> indexes(TestDatabase database) {
    return database.query(
        isSqlite(database)
            ? "select name from sqlite_schema where type = 'index' and lower(tbl_name) = 'pots'"
            : "select indexname from pg_indexes where lower(tablename) = 'pots'");
  }

  private static String definition(TestDatabase database, String index) {
    return String.join(
        "",
        database.query(
            isSqlite(database)
                ? "select sql from sqlite_schema where name = '" + index + "'"
                : "select indexdef from pg_indexes where indexname = '" + index + "'"));
  }

  private static boolean isSqlite(TestDatabase database) {
    return database.url().startsWith("sqlite:");
  }
}
