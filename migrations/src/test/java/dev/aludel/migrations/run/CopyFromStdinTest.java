package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.run.TestDatabase.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL's {@code copy ... from stdin}, on a connection and in psql. */
final class CopyFromStdinTest {
  private static final String ROWS =
      """
      create table item (id bigint not null primary key, n varchar(20));
      --@ verbatim postgresql
      COPY item (id, n) FROM stdin;
      1	abc
      2	d;ef :name
      3	\\N
      4	na\u00efve\\n--
      \\.
      --@ verbatim postgresql
      copy item from stdin with (format csv, header);
      id,n
      5,"a ""b"",
      c"
      6,
      \\.
      --@ verbatim postgresql
      select 1;
      """;

  private static final String[] FOUND = {
    "1|abc", "2|d;ef :name", "3|null", "4|na\u00efve\n--", "5|a \"b\",\nc", "6|null"
  };

  @TempDir private Path folder;
  private Scripts scripts;
  private TestDatabase database;

  @BeforeEach
  void makeFolder() throws IOException {
    scripts = new Scripts(Files.createDirectory(folder.resolve("revisions")));
    database = Kind.POSTGRESQL.open(folder);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Migrator migrator() {
    return Migrator.builder().url(database.url()).scripts(scripts.folder()).build();
  }

  private void assertThatRowsAreThere() {
    assertThat(database.query("select id || '|' || coalesce(n, 'null') from item order by id"))
        .containsExactly(FOUND);
    assertThat(database.query("select revision || ' ' || statements from aludel_journal"))
        .containsExactly("a1 4");
  }

  @Test
  void upgrade_loadsTheRows() {
    scripts.add("a1", "base", ROWS, "drop table item;");
    migrator().upgrade();

    assertThatRowsAreThere();
  }

  @Test
  void upgrade_loadsTheRows_whenLinesEndAsOnWindows() throws IOException {
    scripts.add("a1", "base", ROWS.replace("\"a \"\"b\"\",\nc\"", "x"), "drop table item;");
    Path file = scripts.folder().resolve("a1.sql");
    Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
    migrator().upgrade();

    assertThat(database.query("select n from item where id in (1, 5) order by id"))
        .containsExactly("abc", "x");
  }

  @Test
  void upgradeSql_loadsTheRows() throws IOException {
    scripts.add("a1", "base", ROWS, "drop table item;");
    StringBuilder sql = new StringBuilder();
    migrator().upgradeSql(OfflineOptions.ANY_VERSION, sql, "head");
    ScriptRun.Outcome outcome = ScriptRun.PSQL.run(database, sql.toString());

    assertThat(outcome.failed()).as(outcome.said()).isFalse();
    assertThatRowsAreThere();
  }

  @Test
  void upgrade_loadsTheRows_outsideATransaction() {
    scripts.add(
        "a1",
        "base",
        "--@ verbatim postgresql\n--@ autocommit\ncreate table item (id bigint);\n--@ verbatim postgresql\n--@ autocommit\ncopy item from stdin;\n1\n\\.\n",
        "drop table item;");
    migrator().upgrade();

    assertThat(database.query("select id from item")).containsExactly("1");
  }

  @Test
  void upgrade_namesTheLine_whenARowIsWrong() {
    scripts.add("a1", "base", ROWS.replace("3\t\\N", "x\t\\N"), "drop table item;");

    assertThatThrownBy(migrator()::upgrade)
        .isInstanceOf(MigrationFailedException.class)
        .hasMessageStartingWith(
            "Upgrade to a1 failed at %s/a1.sql:9:1: the database says \"ERROR: invalid input syntax for type bigint: \"x\"",
            scripts.folder());
    assertThat(database.tables()).isEmpty();
  }

  @Test
  void upgrade_leavesNothing_whenALaterStatementFails() {
    scripts.add(
        "a1", "base", ROWS + "--@ verbatim postgresql\nselect * from none;", "drop table item;");

    assertThatThrownBy(migrator()::upgrade).isInstanceOf(MigrationFailedException.class);
    assertThat(database.tables()).isEmpty();
  }
}
