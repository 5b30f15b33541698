package dev.aludel.persistence.jooq.memory;

import static dev.aludel.persistence.jooq.generated.Tables.LONG_TERM;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.assignments;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import dev.aludel.domain.Json;
import dev.aludel.persistence.jooq.statement.EntitySql;
import dev.aludel.persistence.jooq.statement.KeysetOrder;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;

/** The SQL of {@link LongTermStatements}. */
final class LongTermSql {

  private static final List<Field<?>> DATA = List.of(LONG_TERM.VALUE, LONG_TERM.UPDATED_TIME);
  private static final KeysetOrder BY_KEY = KeysetOrder.ascending(LONG_TERM.KEY);

  private LongTermSql() {}

  static void compile(StatementCompiler compiler) {
    EntitySql entities = new EntitySql(compiler, LONG_TERM, LONG_TERM.KEY, DATA, BY_KEY);
    compiler.update(
        "replaceExpected",
        LONG_TERM,
        compiler
            .dsl()
            .update(LONG_TERM)
            .set(assignments(DATA))
            .where(LONG_TERM.KEY.eq(parameter(LONG_TERM.KEY)))
            .and(
                coalesce(LONG_TERM.VALUE, inline(Json.NULL.text()))
                    .eq(parameter("expected", LONG_TERM.VALUE))));
    Field<String> key = compiler.textByCodePoint(LONG_TERM.KEY);
    Condition fromPrefix = key.ge(parameter("from", LONG_TERM.KEY));
    entities.page("from", fromPrefix, BY_KEY);
    entities.page("between", fromPrefix.and(key.lt(parameter("until", LONG_TERM.KEY))), BY_KEY);
  }
}
