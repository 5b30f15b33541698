package dev.aludel.persistence.jooq.documentation;

import static dev.aludel.persistence.jooq.generated.Tables.CLASSES;
import static dev.aludel.persistence.jooq.generated.Tables.FUNCTIONS;

import dev.aludel.domain.documentation.CodeElement;
import dev.aludel.domain.documentation.Document;
import dev.aludel.persistence.jooq.statement.Row;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one of the two tables of code elements.
 *
 * @param parametersOrNull null for classes, which have none
 */
record CodeElementColumns(
    CodeElement.Kind kind,
    Table<?> table,
    Field<Long> id,
    Field<Long> documentId,
    Field<String> name,
    Field<String> intent,
    Field<String> designPrinciples,
    Field<String> implementationDetails,
    Field<String> designDecisions,
    @Nullable Field<String> parametersOrNull,
    Field<Long> startLine,
    Field<Long> endLine,
    Field<Long> createdTime,
    Field<Long> updatedTime) {

  static final CodeElementColumns OF_FUNCTIONS =
      new CodeElementColumns(
          CodeElement.Kind.FUNCTION,
          FUNCTIONS,
          FUNCTIONS.ID,
          FUNCTIONS.DOCUMENT_ID,
          FUNCTIONS.NAME,
          FUNCTIONS.INTENT,
          FUNCTIONS.DESIGN_PRINCIPLES,
          FUNCTIONS.IMPLEMENTATION_DETAILS,
          FUNCTIONS.DESIGN_DECISIONS,
          FUNCTIONS.PARAMETERS,
          FUNCTIONS.START_LINE,
          FUNCTIONS.END_LINE,
          FUNCTIONS.CREATED_TIME,
          FUNCTIONS.UPDATED_TIME);

  static final CodeElementColumns OF_CLASSES =
      new CodeElementColumns(
          CodeElement.Kind.CLASS,
          CLASSES,
          CLASSES.ID,
          CLASSES.DOCUMENT_ID,
          CLASSES.NAME,
          CLASSES.INTENT,
          CLASSES.DESIGN_PRINCIPLES,
          CLASSES.IMPLEMENTATION_DETAILS,
          CLASSES.DESIGN_DECISIONS,
          null,
          CLASSES.START_LINE,
          CLASSES.END_LINE,
          CLASSES.CREATED_TIME,
          CLASSES.UPDATED_TIME);

  /** All but the id. */
  List<Field<?>> data() {
    List<Field<?>> data =
        new ArrayList<>(
            List.of(
                documentId,
                name,
                intent,
                designPrinciples,
                implementationDetails,
                designDecisions,
                startLine,
                endLine,
                createdTime,
                updatedTime));
    if (parametersOrNull != null) {
      data.add(parametersOrNull);
    }
    return List.copyOf(data);
  }

  /** The values in the order of {@link #data}, the id last. */
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
