package dev.aludel.persistence.jooq.statement;

import static dev.aludel.persistence.jooq.generated.Tables.CHAT_MESSAGES;
import static dev.aludel.persistence.jooq.generated.Tables.SESSIONS;
import static dev.aludel.persistence.jooq.statement.CompiledStatement.NOT_GIVEN;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.assignments;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.excluded;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameters;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.noCondition;

import dev.aludel.migrations.sql.DatabaseProduct;
import dev.aludel.persistence.jooq.statement.CompiledStatement.FoundColumn;
import dev.aludel.persistence.jooq.statement.CompiledStatement.TableKeys;
import dev.aludel.persistence.jooq.statement.Parameter.Use;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StatementCompilerTest {

  private static final List<Field<?>> COLUMNS = List.of(SESSIONS.ID, SESSIONS.NAME);

  private static final Condition OF_SESSION =
      CHAT_MESSAGES.SESSION_ID.eq(parameter(CHAT_MESSAGES.SESSION_ID));

  private static final TableKeys KEYS =
      new TableKeys("sessions", List.of("sessions.id"), List.of());

  private final StatementCompiler sqlite = new StatementCompiler(DatabaseProduct.SQLITE);
  private final StatementCompiler postgres = new StatementCompiler(DatabaseProduct.POSTGRESQL);

  @Test
  void keyset_comparesByItsIndexes_onSqlite() {
    assertThat(behind(sqlite))
        .isEqualTo(
            new CompiledStatement(
                "select sessions.id, sessions.name from sessions where (sessions.user_id = ? and (sessions.updated_time, sessions.id) < (?, ?)) order by sessions.updated_time desc, sessions.id desc limit ?",
                KEYS,
                Stream.of("sessions.user_id", "sessions.updated_time", "sessions.id", "limit")
                    .map(place -> new Parameter(place, Use.ASKED_FOR))
                    .toList(),
                List.of(
                    new FoundColumn("sessions.id", NOT_GIVEN),
                    new FoundColumn("sessions.name", NOT_GIVEN))));
  }

  @Test
  void keyset_comparesTextByCodePoint_onPostgres() {
    assertThat(behind(postgres).sql())
        .isEqualTo(
            "select \"sessions\".\"id\", \"sessions\".\"name\" from \"sessions\" where (\"sessions\".\"user_id\" = ? and (\"sessions\".\"updated_time\", ((\"sessions\".\"id\") collate \"C\")) < (?, ?)) order by \"sessions\".\"updated_time\" desc, ((\"sessions\".\"id\") collate \"C\") desc fetch next ? rows only");
  }

  @Test
  void keyset_hidesItsLimit_whenNoIndexHoldsMoreThanTheList() {
    assertThat(messages(sqlite, "all", noCondition())).endsWith(" limit ?");
    assertThat(messages(postgres, "all", noCondition()))
        .endsWith(" fetch next (select ?) rows only");
    assertThat(messages(postgres, "of session", OF_SESSION))
        .endsWith(" fetch next (select ?) rows only");
    assertThat(behind(postgres).sql()).endsWith(" fetch next ? rows only");
  }

  @ParameterizedTest
  @EnumSource
  void update_takesItsValuesInTheOrderOfRendering(DatabaseProduct product) {
    StatementCompiler compiler = new StatementCompiler(product);

    compiler.update(
        "update",
        SESSIONS,
        compiler
            .dsl()
            .update(SESSIONS)
            .set(assignments(List.of(SESSIONS.NAME, SESSIONS.USER_ID)))
            .where(SESSIONS.ID.eq(parameter(SESSIONS.ID))));
    CompiledStatement update = compiler.statements().update("update").statement();

    assertThat(update.sql().replace("\"", ""))
        .isEqualTo("update sessions set name = ?, user_id = ? where sessions.id = ?");
    assertThat(update.parameters())
        .containsExactly(
            new Parameter("sessions.name", Use.WRITTEN),
            new Parameter("sessions.user_id", Use.WRITTEN),
            new Parameter("sessions.id", Use.ASKED_FOR));
  }

  @ParameterizedTest
  @EnumSource
  void upsert_returnsNothing(DatabaseProduct product) {
    StatementCompiler compiler = new StatementCompiler(product);

    compiler.update(
        "upsert",
        SESSIONS,
        compiler
            .dsl()
            .insertInto(SESSIONS)
            .columns(COLUMNS)
            .values(parameters(COLUMNS))
            .onConflict(SESSIONS.ID)
            .doUpdate()
            .set(excluded(List.of(SESSIONS.NAME))));
    CompiledUpdate upsert = compiler.statements().update("upsert");

    assertThat(upsert.statement().sql().replace("\"", ""))
        .isEqualTo(
            "insert into sessions (id, name) values (?, ?) on conflict (id) do update set name ="
                + " excluded.name");
    assertThat(upsert.statement().parameters())
        .containsExactly(
            new Parameter("sessions.id", Use.WRITTEN), new Parameter("sessions.name", Use.WRITTEN));
  }

  @Test
  void update_refuses_whenAParameterStandsTwice() {
    assertThatThrownBy(
            () ->
                sqlite.update(
                    "twice",
                    SESSIONS,
                    sqlite
                        .dsl()
                        .deleteFrom(SESSIONS)
                        .where(SESSIONS.ID.eq(parameter(SESSIONS.ID)))
                        .or(SESSIONS.NAME.eq(parameter(SESSIONS.ID)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "A statement names each parameter once, but these stand in one that repeats some:"
                + " [sessions.id]");
  }

  @Test
  void update_refuses_whenTheNameIsTaken() {
    sqlite.of("sessions").update("delete", SESSIONS, sqlite.dsl().deleteFrom(SESSIONS));
    assertThatThrownBy(
            () ->
                sqlite.of("sessions").update("delete", SESSIONS, sqlite.dsl().deleteFrom(SESSIONS)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Two statements are called sessions.delete.");
  }

  private static String messages(StatementCompiler compiler, String name, Condition condition) {
    compiler.keyset(
        name,
        CHAT_MESSAGES,
        List.of(CHAT_MESSAGES.ID),
        condition,
        KeysetOrder.ascending(CHAT_MESSAGES.SEQ));
    return compiler
        .statements()
        .keyset(name, row -> row.text(new Column<>("chat_messages.id")))
        .behindStatement()
        .sql();
  }

  private static CompiledStatement behind(StatementCompiler compiler) {
    compiler.keyset(
        "list",
        SESSIONS,
        COLUMNS,
        SESSIONS.USER_ID.eq(parameter(SESSIONS.USER_ID)),
        KeysetOrder.descending(SESSIONS.UPDATED_TIME, SESSIONS.ID));
    return compiler.statements().keyset("list", row -> "").behindStatement();
  }
}
