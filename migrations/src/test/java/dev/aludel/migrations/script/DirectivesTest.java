package dev.aludel.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.aludel.migrations.revision.Direction;
import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.script.ScriptStatement.Execution;
import dev.aludel.migrations.script.ScriptStatement.Form;
import dev.aludel.migrations.sql.DatabaseProduct;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What directives say, and what is said of those that are wrong. */
final class DirectivesTest {
  private static final String HEADER = "--@ revision a1\n--@ revises base\n";

  private static RevisionScript script(String text) {
    return RevisionScript.read("a.sql", text);
  }

  private static List<ScriptStatement> upgrade(DatabaseProduct product, String body) {
    return script(HEADER + body).body().statements(Direction.UPGRADE, product);
  }

  @Test
  void read_knowsTheWholeHeader() {
    Revision revision =
        script(
                """
                -- A comment of no consequence.
                --@ revision f6e7
                --@ revises b1c2, d3_4
                --@ branch shop, store
                --@ depends-on a9, other
                --@ created 2025-09-16T16:30:00Z
                --@ message Store timestamps; as "epoch"  ms
                --@ upgrade
                """)
            .revision();

    assertThat(revision.id()).isEqualTo(RevisionId.of("f6e7"));
    assertThat(revision.parents()).containsExactly(RevisionId.of("b1c2"), RevisionId.of("d3_4"));
    assertThat(revision.labels()).containsExactlyInAnyOrder("shop", "store");
    assertThat(revision.dependencies()).containsExactly("a9", "other");
    assertThat(revision.created()).contains(Instant.parse("2025-09-16T16:30:00Z"));
    assertThat(revision.message()).isEqualTo("Store timestamps; as \"epoch\"  ms");
    assertThat(revision.source()).isEqualTo("a.sql");
  }

  @Test
  void statements_arePortableAndTransactional_unlessADirectiveSaysOtherwise() {
    assertThat(upgrade(DatabaseProduct.SQLITE, "--@ upgrade\nselect 1;\n--@ verbatim\nselect 2;"))
        .extracting(ScriptStatement::form, ScriptStatement::execution)
        .containsExactly(
            tuple(Form.PORTABLE, Execution.TRANSACTIONAL),
            tuple(Form.VERBATIM, Execution.TRANSACTIONAL));
  }

  @Test
  void statements_areThoseOfTheDatabase() {
    String body =
        "--@ upgrade\nselect 1;\n--@ verbatim sqlite\nselect [2];\n--@ verbatim postgresql\nselect $$3$$;";

    assertThat(upgrade(DatabaseProduct.SQLITE, body))
        .extracting(ScriptStatement::text)
        .containsExactly("select 1", "select [2]");
    assertThat(upgrade(DatabaseProduct.POSTGRESQL, body))
        .extracting(ScriptStatement::text)
        .containsExactly("select 1", "select $$3$$");
  }

  @Test
  void statements_areOfTheDatabasesOwnSection_whenItHasOne() {
    String body = "--@ upgrade\nselect 1;\n--@ upgrade sqlite\nselect `2`;";

    assertThat(upgrade(DatabaseProduct.SQLITE, body))
        .extracting(ScriptStatement::text, ScriptStatement::form)
        .containsExactly(tuple("select `2`", Form.VERBATIM));
    assertThat(upgrade(DatabaseProduct.POSTGRESQL, body))
        .extracting(ScriptStatement::text)
        .containsExactly("select 1");
  }

  @Test
  void statements_runOutsideATransaction_whenAutocommitIsSaid() {
    String body =
        "--@ upgrade\n--@ autocommit\n--@ verbatim postgresql\ncreate index concurrently i on t (a);\n"
            + "--@ verbatim sqlite\ncreate index i on t (a);";

    assertThat(upgrade(DatabaseProduct.POSTGRESQL, body))
        .extracting(ScriptStatement::execution)
        .containsExactly(Execution.AUTOCOMMIT);
    assertThat(upgrade(DatabaseProduct.SQLITE, body))
        .extracting(ScriptStatement::execution)
        .containsExactly(Execution.TRANSACTIONAL);
  }

  @Test
  void statements_areRefused_whenInsideAndOutsideATransactionAreMixed() {
    assertThatThrownBy(
            () ->
                upgrade(DatabaseProduct.SQLITE, "--@ upgrade\nselect 1;\n--@ autocommit\nvacuum;"))
        .isInstanceOf(ScriptException.class)
        .hasMessage(
            "a.sql:6:1: this statement runs outside a transaction and the one at line 4 runs inside"
                + " a transaction. Statements outside a transaction need a revision of their own.");
  }

  @Test
  void statements_areRefused_whenOnlyAnotherDatabaseHasSome() {
    assertThatThrownBy(
            () ->
                upgrade(DatabaseProduct.POSTGRESQL, "--@ upgrade\n--@ verbatim sqlite\nselect 1;"))
        .isInstanceOf(ScriptException.class)
        .hasMessage(
            "a.sql:3:1: the upgrade has statements for SQLite and none for PostgreSQL. Write what"
                + " PostgreSQL needs, or, if it needs nothing, the section \"--@ upgrade postgresql\""
                + " with \"select 1;\".");
  }

  @Test
  void statements_areRefused_whenOnlyAnotherDatabaseHasASection() {
    assertThatThrownBy(() -> upgrade(DatabaseProduct.SQLITE, "--@ upgrade postgresql\nselect 1;"))
        .isInstanceOf(ScriptException.class)
        .hasMessage(
            "a.sql:3:1: the upgrade has statements for PostgreSQL and none for SQLite. Write what"
                + " SQLite needs, or, if it needs nothing, the section \"--@ upgrade sqlite\" with"
                + " \"select 1;\".");
  }

  @Test
  void irreversible_tellsTheReason() {
    ScriptBody body =
        script(HEADER + "--@ upgrade\n--@ downgrade\n--@ irreversible the rows are gone\n").body();

    assertThat(body.irreversible(Direction.DOWNGRADE, DatabaseProduct.SQLITE))
        .contains("the rows are gone");
    assertThat(body.irreversible(Direction.UPGRADE, DatabaseProduct.SQLITE)).isEmpty();
  }

  @Test
  void irreversible_tellsThatNothingWasWritten_whenTheSectionIsMissing() {
    assertThat(
            script(HEADER + "--@ upgrade\n")
                .body()
                .irreversible(Direction.DOWNGRADE, DatabaseProduct.SQLITE))
        .contains("its downgrade was never written");
  }

  @Test
  void checksum_staysTheSame_whenOnlyLineEndingsBlanksAndCommentsChange() {
    String first = HEADER + "--@ upgrade\nselect  'a\nb', 1;\n";
    String again =
        "-- new\n" + HEADER + "--@ upgrade  \r\n-- why\r\nselect 'a\r\nb',1 /* one */;\r\n";

    assertThat(Checksum.of(script(again).body())).isEqualTo(Checksum.of(script(first).body()));
  }

  @Test
  void checksum_changes_whenATokenOrADirectiveDoes() {
    List<String> checksums =
        Stream.of(
                "--@ upgrade\nselect 1;",
                "--@ upgrade\nselect 2;",
                "--@ upgrade\nselect 'a b';",
                "--@ upgrade\nselect 'a  b';",
                "--@ upgrade\n--@ verbatim\nselect 1;",
                "--@ upgrade\n--@ autocommit\nselect 1;",
                "--@ upgrade sqlite\nselect 1;",
                "--@ upgrade\nselect 1;\n--@ downgrade\n")
            .map(body -> Checksum.of(script(HEADER + body).body()))
            .toList();

    assertThat(checksums).doesNotHaveDuplicates().allMatch(sum -> sum.matches("[0-9a-f]{64}"));
  }

  static Stream<Arguments> mistakes() {
    String known =
        "Known are, in the header: revision, revises, branch, depends-on, created, message; for"
            + " sections: upgrade, downgrade; before a statement: verbatim, autocommit; in a"
            + " downgrade section: irreversible.";
    return Stream.of(
        arguments("--@ revison a1\n", "a.sql:1:1: unknown directive \"--@ revison\". " + known),
        arguments(
            "--@ revision a1\n",
            "a.sql:1:1: the header has no \"--@ revises\". A revision script begins with"
                + " \"--@ revision ID\" and \"--@ revises PARENT\" (or \"--@ revises base\")."),
        arguments(
            "--@ revision a1\n--@ revision a2\n",
            "a.sql:2:1: \"--@ revision\" is repeated; it may stand once."),
        arguments("--@ revision\n", "a.sql:1:1: \"--@ revision\" has no value."),
        arguments(
            HEADER + "--@ created yesterday\n--@ upgrade\n",
            "a.sql:3:1: \"yesterday\" is no time; expected one in UTC such as"
                + " 2025-09-16T16:30:00Z."),
        arguments(
            HEADER + "select 1;\n--@ upgrade\n",
            "a.sql:3:1: found \"select\" before the first section; expected the header or"
                + " \"--@ upgrade\"."),
        arguments(
            HEADER + "--@ verbatim\n",
            "a.sql:3:1: \"--@ verbatim\" may not stand here. It belongs into a section, after"
                + " \"--@ upgrade\"."),
        arguments(
            HEADER + "--@ upgrade\n--@ message late\n",
            "a.sql:4:1: \"--@ message\" may not stand here. It belongs into the header, before"
                + " \"--@ upgrade\"."),
        arguments(
            HEADER + "--@ upgrade oracle\n",
            "a.sql:3:1: unknown database \"oracle\" in \"--@ upgrade\". Known are: sqlite,"
                + " postgresql."),
        arguments(
            HEADER + "--@ upgrade\n--@ upgrade\n",
            "a.sql:4:1: \"--@ upgrade\" is repeated; it may stand once."),
        arguments(
            HEADER + "--@ downgrade\n",
            "a.sql:4:1: the script has no \"--@ upgrade\" section. Write it, empty if there is"
                + " nothing to do."),
        arguments(
            HEADER + "--@ upgrade\nselect 1; --@ verbatim\nselect 2;",
            "a.sql:4:11: found the directive \"--@ verbatim\" behind other text; a directive"
                + " stands on a line of its own."),
        arguments(
            HEADER + "--@ upgrade\nselect 1\n--@ verbatim\nselect 2;",
            "a.sql:5:1: \"--@ verbatim\" may not stand here. The statement before it, \"select 1\","
                + " is not finished: end it with \";\"."),
        arguments(
            HEADER + "--@ upgrade\n--@ verbatim\n--@ downgrade\n",
            "a.sql:4:1: \"--@ verbatim\" may not stand here. No statement follows it in its"
                + " section."),
        arguments(
            HEADER + "--@ upgrade sqlite\n--@ verbatim\nselect 1;",
            "a.sql:4:1: \"--@ verbatim\" may not stand here. All of \"--@ upgrade sqlite\" is"
                + " passed on as it is."),
        arguments(
            HEADER + "--@ upgrade\n--@ autocommit now\nselect 1;",
            "a.sql:4:1: \"--@ autocommit\" takes no value."),
        arguments(
            HEADER + "--@ upgrade\n--@ irreversible no\n",
            "a.sql:4:1: \"--@ irreversible\" may not stand here. It belongs into a downgrade"
                + " section."),
        arguments(
            HEADER + "--@ upgrade\n--@ downgrade\n--@ irreversible\n",
            "a.sql:5:1: \"--@ irreversible\" needs a reason, on the same line."),
        arguments(
            HEADER + "--@ upgrade\n--@ downgrade\n--@ irreversible no\nselect 1;",
            "a.sql:6:1: found a statement in a section that is irreversible (line 5)."),
        arguments(
            HEADER + "--@ upgrade\nselect 'a;\n",
            "a.sql:4:8: found a string ' that is never closed."),
        arguments(
            HEADER + "--@ upgrade\nselect $x$ a;\n",
            "a.sql:4:8: found a dollar quote $x$ that is never closed."),
        arguments(
            HEADER + "--@ upgrade\n/* a /* b */\n",
            "a.sql:4:1: found a comment \"/*\" that is never closed."),
        arguments(
            HEADER + "--@ upgrade sqlite\ncreate trigger t after insert on a begin select 1;",
            "a.sql:4:1: the body of \"create trigger t after insert on a begin select 1;\" has no"
                + " \"end\"; expected \"end;\" before the section ends."),
        arguments(
            HEADER + "--@ upgrade\ncreate table t (a int;\nselect 1;",
            "a.sql:4:1: a bracket of \"create table t (a int; select 1;\" is never closed."),
        arguments(
            HEADER + "--@ upgrade\ncommit;",
            "a.sql:4:1: found transaction control, \"commit\". A revision runs in a transaction"
                + " that Aludel begins and ends. Leave it out."),
        arguments(
            HEADER + "--@ upgrade sqlite\ninsert or rollback into t values (1);",
            "a.sql:4:1: found transaction control, \"insert or rollback into t values (1)\". A"
                + " revision runs in a transaction that Aludel begins and ends. Write \"or abort\""
                + " or nothing instead."),
        arguments(
            HEADER + "--@ upgrade postgresql\nprepare transaction 'x';",
            "a.sql:4:1: found transaction control, \"prepare transaction 'x'\". A revision runs in"
                + " a transaction that Aludel begins and ends. Leave it out."));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void read_isRefusedWithItsPlace_whenADirectiveIsWrong(String text, String message) {
    assertThatThrownBy(() -> script(text).body())
        .isInstanceOf(ScriptException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "begin",
        "commit",
        "end",
        "rollback",
        "savepoint a",
        "release a",
        "abort",
        "start transaction",
        "BEGIN IMMEDIATE",
        "update or rollback t set a = 1",
        "with n as (select 1) insert or rollback into t select * from n"
      })
  void read_isRefused_whenAStatementControlsTheTransaction(String statement) {
    assertThatThrownBy(() -> script(HEADER + "--@ upgrade\n" + statement + ";").body())
        .isInstanceOf(ScriptException.class)
        .hasMessageStartingWith("a.sql:4:1: found transaction control, \"" + statement + "\".");
  }
}
