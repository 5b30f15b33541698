package dev.aludel.persistence.jooq.documentation;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.documentation.ChangeRecord;
import dev.aludel.domain.documentation.ChangeRecords;
import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.DocumentationKeysets;
import dev.aludel.persistence.jooq.statement.Calls;
import dev.aludel.persistence.jooq.statement.EntityRepository;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The change records in the table {@code change_records}. */
final class JooqChangeRecords extends EntityRepository<ChangeRecord, ChangeRecord.Id>
    implements ChangeRecords {

  private final ChangeRecordStatements statements;
  private final DocumentStatements documents;

  JooqChangeRecords(ChangeRecordStatements statements, DocumentStatements documents, Calls calls) {
    super(statements.entities, DocumentationKeysets.CHANGE_RECORDS, "change record", calls);
    this.statements = statements;
    this.documents = documents;
  }

  @Override
  protected Object key(ChangeRecord.Id id) {
    return id.value();
  }

  @Override
  protected ChangeRecord.Id id(ChangeRecord changeRecord) {
    return changeRecord.id();
  }

  @Override
  protected @Nullable Object[] values(ChangeRecord changeRecord) {
    return ChangeRecordStatements.values(changeRecord);
  }

  @Override
  public Page<ChangeRecord> page(Document.Id document, PageRequest request) {
    requireNonNull(document, "document");
    requireNonNull(request, "request");
    return statements.ofDocument.page(
        calls(), DocumentationKeysets.changeRecordsOf(document), request, document.value());
  }

  @Override
  public void replace(Document.Id document, Collection<ChangeRecord> given) {
    requireNonNull(document, "document");
    requireNonNull(given, "given");
    List<@Nullable Object[]> rows = given.stream().map(ChangeRecordStatements::values).toList();
    given.forEach(
        one -> OneDocument.require(document, one.documentId(), "change record", one.id()));
    calls()
        .write(
            run -> {
              OneDocument.claim(run, documents, document);
              run.update(statements.deleteOfDocument, document.value());
              return rows.isEmpty() ? 0 : run.updateEach(statements.entities.insert, rows);
            });
  }
}
