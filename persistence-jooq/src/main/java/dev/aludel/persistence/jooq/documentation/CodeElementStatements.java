package dev.aludel.persistence.jooq.documentation;

import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;

import dev.aludel.domain.documentation.CodeElement;
import dev.aludel.persistence.jooq.statement.CompiledQuery;
import dev.aludel.persistence.jooq.statement.EntityStatements;
import dev.aludel.persistence.jooq.statement.KeysetOrder;
import dev.aludel.persistence.jooq.statement.KeysetQuery;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** The statements of {@link JooqCodeElements} for one of its two tables. */
final class CodeElementStatements {

  final EntityStatements<CodeElement> entities;
  final CompiledQuery<CodeElement> allOfDocument;
  final KeysetQuery<CodeElement> ofDocument;
  private final CodeElementColumns columns;

  CodeElementStatements(StatementCompiler compiler, CodeElementColumns columns) {
    this.columns = columns;
    entities =
        new EntityStatements<>(
            compiler,
            columns.table(),
            columns.id(),
            columns.data(),
            KeysetOrder.ascending(columns.createdTime(), columns.id()),
            columns::element);
    Condition sameDocument = columns.documentId().eq(parameter(columns.documentId()));
    allOfDocument = entities.query(sameDocument);
    ofDocument = entities.page(sameDocument, KeysetOrder.ascending(columns.name(), columns.id()));
  }

  /** The values in the order of the columns, the id last. */
  @Nullable Object[] values(CodeElement element) {
    return columns.values(element);
  }
}
