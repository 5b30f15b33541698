package dev.aludel.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.script.ScriptStatement.Execution;
import dev.aludel.migrations.script.ScriptStatement.Form;
import dev.aludel.migrations.sql.SourcePosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MissingEndTest {

  private static String question(String text) {
    return MissingEnd.question(
        new ScriptStatement(
            text, new SourcePosition("a.sql", 5, 1), Form.VERBATIM, Execution.TRANSACTIONAL, null));
  }

  @Test
  void question_namesTheLine_whereAnotherStatementBegins() {
    assertThat(question("create table t (\n  a int\n)\n\n-- next\nCREATE Index i on t (a)"))
        .isEqualTo(" Is a \";\" missing before \"CREATE Index\" in line 10?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into t values (1)\ninsert into t values (2)",
        "update t set a = 1\ndelete from t",
        "drop table t\r\nalter table u add column a int"
      })
  void question_isAsked_whateverTheStatements(String text) {
    assertThat(question(text)).startsWith(" Is a \";\" missing before \"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table t (a int) create table u (a int)",
        "alter table t\n  drop column a,\n  alter column b set not null",
        "create table t (\ncreate table u\n)",
        "insert into t\nselect 1",
        "select '\ninsert into t'",
        "create or replace function f() as x\ninsert into t values (1)",
        "create trigger r after insert on t begin\ninsert into t values (1)",
        "create"
      })
  void question_isNotAsked_whereAllIsOneStatementOrOneLine(String text) {
    assertThat(question(text)).isEmpty();
  }
}
