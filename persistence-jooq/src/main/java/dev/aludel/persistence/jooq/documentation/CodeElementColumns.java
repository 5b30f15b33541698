package dev.aludel.persistence.jooq.documentation;

import dev.aludel.domain.documentation.CodeElement;
import dev.aludel.domain.documentation.Document;
import dev.aludel.persistence.jooq.generated.columns.Classes;
import dev.aludel.persistence.jooq.generated.columns.Functions;
import dev.aludel.persistence.jooq.statement.Column;
import dev.aludel.persistence.jooq.statement.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one of the two tables of code elements.
 *
 * @param parametersOrNull null for classes, which have none
 */
record CodeElementColumns(
    CodeElement.Kind kind,
    Column<Long> id,
    Column<Long> documentId,
    Column<String> name,
    Column<String> intent,
    Column<String> designPrinciples,
    Column<String> implementationDetails,
    Column<String> designDecisions,
    @Nullable Column<String> parametersOrNull,
    Column<Long> startLine,
    Column<Long> endLine,
    Column<Long> createdTime,
    Column<Long> updatedTime) {

  static final CodeElementColumns OF_FUNCTIONS =
      new CodeElementColumns(
          CodeElement.Kind.FUNCTION,
          Functions.ID,
          Functions.DOCUMENT_ID,
          Functions.NAME,
          Functions.INTENT,
          Functions.DESIGN_PRINCIPLES,
          Functions.IMPLEMENTATION_DETAILS,
          Functions.DESIGN_DECISIONS,
          Functions.PARAMETERS,
          Functions.START_LINE,
          Functions.END_LINE,
          Functions.CREATED_TIME,
          Functions.UPDATED_TIME);

  static final CodeElementColumns OF_CLASSES =
      new CodeElementColumns(
          CodeElement.Kind.CLASS,
          Classes.ID,
          Classes.DOCUMENT_ID,
          Classes.NAME,
          Classes.INTENT,
          Classes.DESIGN_PRINCIPLES,
          Classes.IMPLEMENTATION_DETAILS,
          Classes.DESIGN_DECISIONS,
          null,
          Classes.START_LINE,
          Classes.END_LINE,
          Classes.CREATED_TIME,
          Classes.UPDATED_TIME);

  /** The values in the order of {@link CodeElementSql}, the id last. */
  @Nullable Object[] values(CodeElement element) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(element.documentId().value());
    values.add(element.name());
    values.add(element.intentOrNull());
    values.add(element.designPrinciplesOrNull());
    values.add(element.implementationDetailsOrNull());
    values.add(element.designDecisionsOrNull());
    values.add(element.startLineOrNull());
    values.add(element.endLineOrNull());
    values.add(element.createdAt().toEpochMilli());
    values.add(element.updatedAt().toEpochMilli());
    if (parametersOrNull != null) {
      values.add(element.parametersOrNull());
    }
    values.add(element.id().value());
    return values.toArray();
  }

  CodeElement element(Row row) {
    return new CodeElement(
        new CodeElement.Id(kind, row.number(id)),
        new Document.Id(row.number(documentId)),
        row.text(name),
        row.nullableText(intent),
        row.nullableText(designPrinciples),
        row.nullableText(implementationDetails),
        row.nullableText(designDecisions),
        parametersOrNull == null ? null : row.nullableText(parametersOrNull),
        row.nullableInteger(startLine),
        row.nullableInteger(endLine),
        row.time(createdTime),
        row.time(updatedTime));
  }
}
