package dev.aludel.persistence.jooq.memory;

import dev.aludel.domain.Json;
import dev.aludel.domain.memory.LongTermEntry;
import dev.aludel.persistence.jooq.generated.columns.LongTerm;
import dev.aludel.persistence.jooq.statement.CompiledStatements;
import dev.aludel.persistence.jooq.statement.CompiledUpdate;
import dev.aludel.persistence.jooq.statement.EntityStatements;
import dev.aludel.persistence.jooq.statement.KeysetQuery;
import dev.aludel.persistence.jooq.statement.Row;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Every statement of {@link JooqLongTerm}. */
final class LongTermStatements {

  final EntityStatements<LongTermEntry> entities;
  final CompiledUpdate replaceExpected;
  final KeysetQuery<LongTermEntry> from;
  final KeysetQuery<LongTermEntry> between;

  LongTermStatements(CompiledStatements statements) {
    entities = new EntityStatements<>(statements, LongTermStatements::entry);
    replaceExpected = statements.update("replaceExpected");
    from = entities.page("from");
    between = entities.page("between");
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
        row.read(LongTerm.KEY, LongTermEntry.Key::new),
        Objects.requireNonNullElse(row.readOrNull(LongTerm.VALUE, Json::new), Json.NULL),
        row.time(LongTerm.UPDATED_TIME));
  }
}
