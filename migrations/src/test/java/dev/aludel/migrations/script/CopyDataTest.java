package dev.aludel.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.revision.Direction;
import dev.aludel.migrations.sql.CopyInput;
import dev.aludel.migrations.sql.DatabaseProduct;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PostgreSQL's {@code copy ... from stdin} and the lines of data behind it. */
final class CopyDataTest {
  private static final String HEADER = "--@ revision a1\n--@ revises base\n";

  private static List<String> statements(String body) {
    return RevisionScript.read("a.sql", HEADER + body)
        .body()
        .statements(Direction.UPGRADE, DatabaseProduct.POSTGRESQL)
        .stream()
        .map(ScriptStatement::text)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY t (a, b) FROM stdin;",
        "copy \"to\" from STDIN ;",
        "copy binary t from stdin with (format csv, delimiter ';', null '\\N');",
        "copy t from /* here */ stdin where a > 1;",
      })
  void data_belongToTheStatement_whateverTheyLookLike(String copy) {
    String data = "1\tit's; --@ downgrade\n--@ nothing\n/* $$ \"\n(\n;\n\\.x\n\\.";

    assertThat(statements("--@ upgrade postgresql\n" + copy + "\n" + data + "\nselect 1;\n"))
        .containsExactly(copy + "\n" + data, "select 1");
    assertThat(statements("--@ upgrade\n--@ verbatim postgresql\n" + copy + " \t\n" + data + "\n"))
        .containsExactly(copy + " \t\n" + data);
  }

  @Test
  void data_mayBeNone_andEndWithTheScript() {
    assertThat(statements("--@ upgrade postgresql\ncopy t from stdin;\n\\."))
        .containsExactly("copy t from stdin;\n\\.");
  }

  @Test
  void data_keepWindowsLineEndings() {
    assertThat(statements("--@ upgrade postgresql\r\ncopy t from stdin;\r\n1\r\n\\.\r\nselect 1;"))
        .containsExactly("copy t from stdin;\r\n1\r\n\\.", "select 1");
  }

  @Test
  void checksum_isThatOfTheData_whateverTheirLineEndings() {
    String body = "--@ upgrade postgresql\ncopy t from stdin;\n%s\n\\.\n";
    String checksum = checksum(body.formatted("1 -- a"));

    assertThat(checksum(body.formatted("1 -- a").replace("\n", "\r\n"))).isEqualTo(checksum);
    assertThat(checksum(body.formatted("1 -- b"))).isNotEqualTo(checksum);
    assertThat(checksum(body.formatted("1  -- a"))).isNotEqualTo(checksum);
  }

  private static String checksum(String body) {
    return Checksum.of(RevisionScript.read("a.sql", HEADER + body).body());
  }

  @Test
  void data_areKnown_whenAnUnfinishedStatementWasInTheSectionBefore() {
    String body =
        "--@ downgrade postgresql\nselect 1\n--@ upgrade postgresql\ncopy t from stdin;\n'\n\\.\n";

    assertThat(statements(body)).containsExactly("copy t from stdin;\n'\n\\.");
  }

  @Test
  void input_isTheCommandAndItsLines() {
    CopyInput input = CopyInput.of("copy t from stdin;\n1\ta\n2\tb\n\\.").orElseThrow();

    assertThat(input).isEqualTo(new CopyInput("copy t from stdin", "1\ta\n2\tb\n", 19));
    assertThat(input.offsetOfLine(1)).isEqualTo(19);
    assertThat(input.offsetOfLine(2)).isEqualTo(23);
    assertThat(input.offsetOfLine(9)).isEqualTo(27);
    assertThat(CopyInput.of("copy t from 'file'")).isEmpty();
    assertThat(CopyInput.of("copy t from program 'cat'")).isEmpty();
    assertThat(CopyInput.of("select 1")).isEmpty();
  }

  private static void assertThatIsRefused(String body, String problem) {
    assertThatThrownBy(() -> statements(body))
        .isInstanceOf(ScriptException.class)
        .hasMessage("a.sql:" + problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\n1\n2\n", "\n1\n\\.x\n"})
  void data_areRefused_whenTheyHaveNoEnd(String data) {
    assertThatIsRefused(
        "--@ upgrade postgresql\nselect 1;\ncopy t from stdin;" + data,
        "5:1: the data of \"copy t from stdin;\" have no end; expected lines of data and then a line \"\\.\".");
  }

  @Test
  void data_areRefused_whenTheyBeginOnTheSameLine() {
    assertThatIsRefused(
        "--@ upgrade postgresql\ncopy t from stdin; 1\n\\.\n",
        "4:20: the data of \"copy t from stdin;\" begin on the line behind it; nothing may stand between them.");
  }

  @Test
  void copy_isRefused_inPortableSql() {
    assertThatIsRefused(
        "--@ upgrade\ncopy t from stdin;\nit's\n\\.\n",
        "4:1: \"copy t from stdin\" is PostgreSQL's own. Put \"--@ verbatim postgresql\" before it.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"copy t to stdout", "copy (select a from stdin) to stdout (format csv)"})
  void copy_isRefused_whenItGivesRows(String copy) {
    assertThatIsRefused(
        "--@ upgrade postgresql\n" + copy + ";\n",
        "4:1: \"%s\" gives rows to whoever runs it, and a revision has nobody to take them. Leave it out, or copy to a file of the server."
            .formatted(copy));
  }

  @Test
  void copy_isRefused_whenItIsThatOfPsql() {
    assertThatIsRefused(
        "--@ upgrade postgresql\n\\copy t from 'file'\n",
        "4:1: \"\\copy t from 'file'\" is a command of psql. Write \"copy ... from stdin;\" with the lines of data behind it, and then a line \"\\.\".");
  }
}
