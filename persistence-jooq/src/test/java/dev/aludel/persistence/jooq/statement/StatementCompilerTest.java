package dev.aludel.persistence.jooq.statement;

import static dev.aludel.persistence.jooq.generated.Tables.CHAT_MESSAGES;
import static dev.aludel.persistence.jooq.generated.Tables.SESSIONS;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.assignments;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.excluded;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameters;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.noCondition;

import dev.aludel.persistence.jooq.statement.Parameter.Use;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StatementCompilerTest {

  private static final List<Field<?>> COLUMNS = List.of(SESSIONS.ID, SESSIONS.NAME);

  private static final Condition OF_SESSION =
      CHAT_MESSAGES.SESSION_ID.eq(parameter(CHAT_MESSAGES.SESSION_ID));

  private final StatementCompiler sqlite = new StatementCompiler(SQLDialect.SQLITE);
  private final StatementCompiler postgres = new StatementCompiler(SQLDialect.POSTGRES);

  @Test
  void keyset_comparesByItsIndexes_onSqlite() {
    assertThat(keyset(sqlite).behindStatement())
        .isEqualTo(
            new CompiledStatement(
                "select sessions.id, sessions.name from sessions where (sessions.user_id = ? and (sessions.updated_time, sessions.id) < (?, ?)) order by sessions.updated_time desc, sessions.id desc limit ?",
                SESSIONS,
                Stream.of("sessions.user_id", "sessions.updated_time", "sessions.id", "limit")
                    .map(place -> new Parameter(place, Use.ASKED_FOR))
                    .toList()));
  }

  @Test
  void keyset_comparesTextByCodePoint_onPostgres() {
    assertThat(keyset(postgres).behindStatement().sql())
        .isEqualTo(
            "select \"sessions\".\"id\", \"sessions\".\"name\" from \"sessions\" where (\"sessions\".\"user_id\" = ? and (\"sessions\".\"updated_time\", ((\"sessions\".\"id\") collate \"C\")) < (?, ?)) order by \"sessions\".\"updated_time\" desc, ((\"sessions\".\"id\") collate \"C\") desc fetch next ? rows only");
  }

  @Test
  void keyset_hidesItsLimit_whenNoIndexHoldsMoreThanTheList() {
    assertThat(messages(sqlite, noCondition()).behindStatement().sql()).endsWith(" limit ?");
    assertThat(messages(postgres, noCondition()).behindStatement().sql())
        .endsWith(" fetch next (select ?) rows only");
    assertThat(messages(postgres, OF_SESSION).behindStatement().sql())
        .endsWith(" fetch next (select ?) rows only");
    assertThat(keyset(postgres).behindStatement().sql()).endsWith(" fetch next ? rows only");
  }

  @ParameterizedTest
  @EnumSource(
      value = SQLDialect.class,
      names = {"SQLITE", "POSTGRES"})
  void update_takesItsValuesInTheOrderOfRendering(SQLDialect dialect) {
    StatementCompiler compiler = new StatementCompiler(dialect);

    CompiledStatement update =
        compiler
            .update(
                SESSIONS,
                compiler
                    .dsl()
                    .update(SESSIONS)
                    .set(assignments(List.of(SESSIONS.NAME, SESSIONS.USER_ID)))
                    .where(SESSIONS.ID.eq(parameter(SESSIONS.ID))))
            .statement();

    assertThat(update.sql().replace("\"", ""))
        .isEqualTo("update sessions set name = ?, user_id = ? where sessions.id = ?");
    assertThat(update.parameters())
        .containsExactly(
            new Parameter("sessions.name", Use.WRITTEN),
            new Parameter("sessions.user_id", Use.WRITTEN),
            new Parameter("sessions.id", Use.ASKED_FOR));
  }

  @ParameterizedTest
  @EnumSource(
      value = SQLDialect.class,
      names = {"SQLITE", "POSTGRES"})
  void upsert_returnsNothing(SQLDialect dialect) {
    StatementCompiler compiler = new StatementCompiler(dialect);

    CompiledUpdate upsert =
        compiler.update(
            SESSIONS,
            compiler
                .dsl()
                .insertInto(SESSIONS)
                .columns(COLUMNS)
                .values(parameters(COLUMNS))
                .onConflict(SESSIONS.ID)
                .doUpdate()
                .set(excluded(List.of(SESSIONS.NAME))));

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

  private static KeysetQuery<String> messages(StatementCompiler compiler, Condition condition) {
    return compiler.keyset(
        CHAT_MESSAGES,
        List.of(CHAT_MESSAGES.ID),
        condition,
        KeysetOrder.ascending(CHAT_MESSAGES.SEQ),
        row -> row.text(CHAT_MESSAGES.ID));
  }

  private static KeysetQuery<String> keyset(StatementCompiler compiler) {
    return compiler.keyset(
        SESSIONS,
        COLUMNS,
        SESSIONS.USER_ID.eq(parameter(SESSIONS.USER_ID)),
        KeysetOrder.descending(SESSIONS.UPDATED_TIME, SESSIONS.ID),
        row -> row.text(SESSIONS.ID));
  }
}
