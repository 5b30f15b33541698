package dev.aludel.persistence.jooq.documentation;

import dev.aludel.domain.documentation.CodeElement;
import dev.aludel.persistence.jooq.statement.CompiledQuery;
import dev.aludel.persistence.jooq.statement.CompiledStatements;
import dev.aludel.persistence.jooq.statement.EntityStatements;
import dev.aludel.persistence.jooq.statement.KeysetQuery;
import org.jspecify.annotations.Nullable;

/** The statements of {@link JooqCodeElements} for one of its two tables. */
final class CodeElementStatements {

  final EntityStatements<CodeElement> entities;
  final CompiledQuery<CodeElement> allOfDocument;
  final KeysetQuery<CodeElement> ofDocument;
  private final CodeElementColumns columns;

  CodeElementStatements(CompiledStatements statements, CodeElementColumns columns) {
    this.columns = columns;
    entities = new EntityStatements<>(statements, columns::element);
    allOfDocument = entities.query("allOfDocument");
    ofDocument = entities.page("ofDocument");
  }

  /** The values in the order of the columns, the id last. */
  @Nullable Object[] values(CodeElement element) {
    return columns.values(element);
  }
}
