package dev.aludel.persistence.jooq.statement;

import static dev.aludel.persistence.jooq.statement.CompiledStatement.NOT_GIVEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.sql.DatabaseProduct;
import dev.aludel.persistence.jooq.statement.CompiledStatement.FoundColumn;
import dev.aludel.persistence.jooq.statement.CompiledStatement.TableKeys;
import dev.aludel.persistence.jooq.statement.Parameter.Use;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StatementFileTest {

  private static final TableKeys MESSAGES =
      new TableKeys(
          "chat_messages", List.of("chat_messages.id", "chat_messages.seq"), List.of("session_id"));

  private static final String TEXT =
      """
      messages.insert
      of chat_messages key:chat_messages.id key:chat_messages.seq session_id
      takes set:chat_messages.id limit
      finds
      insert into chat_messages values (?, ?)

      messages.list behind
      of n
      takes
      finds chat_messages.session_id=1 count
      select 'a b', count(*) from n

      """;

  private static Map<String, CompiledStatement> statements() {
    Map<String, CompiledStatement> statements = new LinkedHashMap<>();
    statements.put(
        "messages.insert",
        new CompiledStatement(
            "insert into chat_messages values (?, ?)",
            MESSAGES,
            List.of(
                new Parameter("chat_messages.id", Use.WRITTEN),
                new Parameter("limit", Use.ASKED_FOR)),
            List.of()));
    statements.put(
        "messages.list behind",
        new CompiledStatement(
            "select 'a b', count(*) from n",
            new TableKeys("n", List.of(), List.of()),
            List.of(),
            List.of(
                new FoundColumn("chat_messages.session_id", 1),
                new FoundColumn("count", NOT_GIVEN))));
    return statements;
  }

  @Test
  void write_givesFiveLinesForEach() {
    assertThat(StatementFile.write(statements())).isEqualTo(TEXT);
  }

  @Test
  void read_givesWhatWasWritten() {
    assertThat(StatementFile.read(TEXT)).isEqualTo(statements());
  }

  @Test
  void query_refusesAnotherName() {
    CompiledStatements compiled =
        CompiledStatements.of(Map.of(), DatabaseProduct.SQLITE).of("messages");

    assertThatThrownBy(() -> compiled.update("insert"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No statement messages.insert was compiled. Known are [].");
  }
}
