package dev.aludel.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.aludel.migrations.revision.Direction;
import dev.aludel.migrations.revision.MigrationException;
import dev.aludel.migrations.sql.DatabaseProduct;
import dev.aludel.test.RandomSeed;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a section falls into its statements. */
final class SplitterTest {
  private static final String HEADER = "--@ revision a1\n--@ revises base\n";

  private static final String[] PIECES = {
    "'",
    "\"",
    "`",
    "[",
    "]",
    "$$",
    "$tag$",
    "--",
    "/*",
    "*/",
    "E'",
    "copy t from stdin;",
    "\n\\.\n",
    "\\",
    "\n",
    "\r\n",
    " ",
    ";",
    "(",
    ")",
    "a",
    "é",
    "1",
    "begin ",
    "end ",
    "atomic ",
    "case ",
    "create ",
    "trigger ",
    "function ",
    "commit ",
    "insert or rollback ",
    "\n--@ upgrade\n",
    "\n--@ upgrade sqlite\n",
    "\n--@ downgrade\n",
    "\n--@ verbatim\n",
    "\n--@ verbatim sqlite\n",
    "\n--@ autocommit\n",
    "\n--@ irreversible x\n",
    "\n--@ revision a\n",
    "--@",
    "\0",
    "😀",
    "\uFEFF",
    "drop table x"
  };

  private static List<String> statements(DatabaseProduct product, String section, String body) {
    return RevisionScript.read("a.sql", HEADER + section + "\n" + body)
        .body()
        .statements(Direction.UPGRADE, product)
        .stream()
        .map(ScriptStatement::text)
        .toList();
  }

  private static List<String> sqlite(String body) {
    return statements(DatabaseProduct.SQLITE, "--@ upgrade sqlite", body);
  }

  private static List<String> postgresql(String body) {
    return statements(DatabaseProduct.POSTGRESQL, "--@ upgrade postgresql", body);
  }

  private static List<String> portable(String body) {
    return statements(DatabaseProduct.SQLITE, "--@ upgrade", body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 'a;b'",
        "select 'it''s;'",
        "select \"a;b\"",
        "select \"a\"\";\"",
        "select /* ; */ 1",
        "select 1 -- ;\n+ 2",
        "select /* /* ; */ ; */ 1",
        "select $$a;b$$",
        "select $x$ $$;$$ $x$",
        "select ';' || $$;$$ || \";\""
      })
  void split_keepsTheSemicolon_whenItIsInsideAToken(String statement) {
    assertThat(portable(statement + ";\nselect 2;")).containsExactly(statement, "select 2");
    assertThat(postgresql(statement + ";\nselect 2;")).containsExactly(statement, "select 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 'a;b'",
        "select 'it''s;'",
        "select \"a;b\"",
        "select `a;``b`",
        "select [a;b]",
        "select /* ; */ 1",
        "select 1 -- ;\n+ 2",
        "select '\\'"
      })
  void split_keepsTheSemicolon_whenItIsInsideATokenOfSqlite(String statement) {
    assertThat(sqlite(statement + ";\nselect 2;")).containsExactly(statement, "select 2");
  }

  @Test
  void split_knowsThatCommentsDoNotNest_whenTheSectionIsForSqlite() {
    assertThat(sqlite("select /* /* ; */ 1; select 2")).hasSize(2);
  }

  @Test
  void split_knowsBackslashes_whenTheStringIsAnEscapeString() {
    assertThat(postgresql("select E'\\';'; select 2"))
        .containsExactly("select E'\\';'", "select 2");
  }

  @Test
  void split_keepsTheBody_whenTheStatementIsATriggerOfSqlite() {
    String trigger =
        "create trigger t after insert on a begin\n"
            + "  update a set x = case when y then 1 else 2 end; -- end;\n"
            + "  insert into log values (';end;');\n"
            + "end";

    assertThat(sqlite(trigger + ";\nselect 2;")).containsExactly(trigger, "select 2");
    assertThat(sqlite(trigger.replace("create", "create temp"))).hasSize(1);
    assertThat(portable("--@ verbatim\n" + trigger + ";\nselect 2;"))
        .containsExactly(trigger, "select 2");
  }

  @Test
  void split_endsAtTheFirstSemicolon_whenTheStatementIsATriggerOfPostgresql() {
    String trigger = "create trigger t after insert on a for each row execute function f()";

    assertThat(postgresql(trigger + "; select 2")).containsExactly(trigger, "select 2");
    assertThat(portable("--@ verbatim\n" + trigger + "; select 2"))
        .containsExactly(trigger, "select 2");
  }

  @Test
  void split_keepsTheBody_whenTheFunctionIsBeginAtomic() {
    String function =
        "create or replace function f(i int) returns int language sql begin atomic\n"
            + "  select case when i > 0 then 1 else 2 end;\n  select 2;\nend";

    assertThat(postgresql(function + "; select 2")).containsExactly(function, "select 2");
  }

  @Test
  void split_keepsTheSemicolon_whenItIsBetweenBrackets() {
    String rule = "create rule r as on insert to a do also (select 1; select 2)";

    assertThat(postgresql(rule + "; select 3")).containsExactly(rule, "select 3");
  }

  @Test
  void split_takesAnyLineEndingAndAByteOrderMark() {
    String script =
        "\uFEFF--@ revision a1\r\n--@ revises base\r\n\r\n--@ upgrade\r\nselect 1;\r\nselect 2\r\n";

    assertThat(
            RevisionScript.read("a.sql", script)
                .body()
                .statements(Direction.UPGRADE, DatabaseProduct.SQLITE))
        .extracting(ScriptStatement::text, statement -> statement.position().toString())
        .containsExactly(tuple("select 1", "a.sql:5:1"), tuple("select 2", "a.sql:6:1"));
  }

  @Test
  void split_takesCarriageReturnsAlone_forLineEndings() {
    String script =
        "--@ revision a1\r--@ revises base\r--@ upgrade sqlite\r-- why\rselect 1, -- one\r2;\r";

    assertThat(
            RevisionScript.read("a.sql", script)
                .body()
                .statements(Direction.UPGRADE, DatabaseProduct.SQLITE))
        .extracting(ScriptStatement::text, statement -> statement.position().toString())
        .containsExactly(tuple("select 1, -- one\n2", "a.sql:5:1"));
  }

  @Test
  void split_takesTheLastStatement_whenItsSemicolonIsMissing() {
    assertThat(portable("select 1;;\n;select 2 -- the end"))
        .containsExactly("select 1", "select 2");
  }

  @Test
  void split_findsNothing_whenTheSectionIsEmpty() {
    assertThat(portable("-- nothing to do\n")).isEmpty();
  }

  @Test
  void read_isRefused_whenTheFileIsEmpty() {
    assertThatThrownBy(() -> RevisionScript.read("a.sql", ""))
        .isInstanceOf(ScriptException.class)
        .hasMessage(
            "a.sql:1:1: the header has no \"--@ revision\". A revision script begins with"
                + " \"--@ revision ID\" and \"--@ revises PARENT\" (or \"--@ revises base\").");
  }

  @Test
  void read_neverHangsAndThrowsNothingButScriptErrors_whateverTheText() {
    RandomGenerator random = RandomSeed.printed("SplitterTest").random();
    assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () -> {
          int read = 0;
          for (int round = 0; round < 10_000; round++) {
            read += readsWhole(randomText(random)) ? 1 : 0;
          }
          assertThat(read).as("texts that are scripts").isPositive();
        });
  }

  private static String randomText(RandomGenerator random) {
    String pieces =
        random
            .ints(random.nextInt(30), 0, PIECES.length)
            .mapToObj(piece -> PIECES[piece])
            .collect(Collectors.joining());
    return switch (random.nextInt(4)) {
      case 0 -> pieces;
      case 1 -> HEADER + pieces;
      default -> HEADER + "--@ upgrade\n" + pieces;
    };
  }

  private static boolean readsWhole(String text) {
    try {
      ScriptBody body = RevisionScript.read("a.sql", text).body();
      Checksum.of(body);
      for (DatabaseProduct product : DatabaseProduct.values()) {
        body.statements(Direction.UPGRADE, product)
            .forEach(statement -> assertThat(text).contains(statement.text()));
      }
      return true;
    } catch (MigrationException e) {
      assertThat(e).as("for the text <%s>", text).isInstanceOf(ScriptException.class);
      assertThat(e.getMessage()).startsWith("a.sql:");
      return false;
    }
  }
}
