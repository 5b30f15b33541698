package dev.aludel.persistence.jooq.memory;

import static dev.aludel.persistence.jooq.generated.Tables.LONG_TERM;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.assignments;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import dev.aludel.domain.Json;
import dev.aludel.domain.memory.LongTermEntry;
import dev.aludel.persistence.jooq.statement.CompiledUpdate;
import dev.aludel.persistence.jooq.statement.EntityStatements;
import dev.aludel.persistence.jooq.statement.KeysetOrder;
import dev.aludel.persistence.jooq.statement.KeysetQuery;
import dev.aludel.persistence.jooq.statement.Row;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Every statement of {@link JooqLongTerm}. */
final class LongTermStatements {

  private static final List<Field<?>> DATA = List.of(LONG_TERM.VALUE, LONG_TERM.UPDATED_TIME);
  private static final KeysetOrder BY_KEY = KeysetOrder.ascending(LONG_TERM.KEY);

  final EntityStatements<LongTermEntry> entities;
  final CompiledUpdate replaceExpected;
  final KeysetQuery<LongTermEntry> from;
  final KeysetQuery<LongTermEntry> between;

  LongTermStatements(StatementCompiler compiler) {
    entities =
        new EntityStatements<>(
            compiler, LONG_TERM, LONG_TERM.KEY, DATA, BY_KEY, LongTermStatements::entry);
    replaceExpected =
        compiler.update(
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
    from = entities.page(fromPrefix, BY_KEY);
    between = entities.page(fromPrefix.and(key.lt(parameter("until", LONG_TERM.KEY))), BY_KEY);
  }

  /** The entry's values in the order of the columns, the key last. */
  static @Nullable Object[] values(LongTermEntry entry) {
    return new @Nullable Object[] {
      entry.value().text(), entry.updatedAt().toEpochMilli(), entry.key().value()
    };
  }

  // A value may be null where Python wrote it; for JSON that is a value too.
  private static LongTermEntry entry(Row row) {
    return new LongTermEntry(
        row.read(LONG_TERM.KEY, LongTermEntry.Key::new),
        Objects.requireNonNullElse(row.readOrNull(LONG_TERM.VALUE, Json::new), Json.NULL),
        row.time(LONG_TERM.UPDATED_TIME));
  }
}
