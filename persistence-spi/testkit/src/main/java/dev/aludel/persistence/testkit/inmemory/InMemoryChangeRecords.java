package dev.aludel.persistence.testkit.inmemory;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.documentation.ChangeRecord;
import dev.aludel.domain.documentation.ChangeRecords;
import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.DocumentationKeysets;
import dev.aludel.persistence.testkit.inmemory.Table.OnDelete;
import java.util.Collection;
import java.util.List;

/** The change records in memory. */
final class InMemoryChangeRecords extends MutableTableRepository<ChangeRecord, ChangeRecord.Id>
    implements ChangeRecords {

  private static final Table<ChangeRecord, ChangeRecord.Id> TABLE =
      Table.of("change_records", ChangeRecord::id)
          .text("summary", ChangeRecord::summary)
          .text("details", ChangeRecord::detailsOrNull)
          .references(
              "document_id", InMemoryDocuments.TABLE, ChangeRecord::documentId, OnDelete.CASCADE);

  InMemoryChangeRecords(Calls calls) {
    super(TABLE, "change record", DocumentationKeysets.CHANGE_RECORDS, calls);
  }

  @Override
  public Page<ChangeRecord> page(Document.Id document, PageRequest request) {
    requireNonNull(document, "document");
    requireNonNull(request, "request");
    return page(
        DocumentationKeysets.changeRecordsOf(document),
        Direction.DESCENDING,
        request,
        all -> all.filter(one -> one.documentId().equals(document)));
  }

  @Override
  public void replace(Document.Id document, Collection<ChangeRecord> given) {
    requireNonNull(document, "document");
    requireNonNull(given, "given");
    for (ChangeRecord one : given) {
      if (!one.documentId().equals(document)) {
        throw new IllegalArgumentException(
            "The change record %s is of the document %s, not of %s. Give those of one document."
                .formatted(one.id(), one.documentId(), document));
      }
    }
    List<ChangeRecord> added = List.copyOf(given);
    calls()
        .write(
            tables -> {
              List.copyOf(tables.all(TABLE)).stream()
                  .filter(one -> one.documentId().equals(document))
                  .forEach(one -> tables.delete(TABLE, one.id()));
              tables.insert(TABLE, added);
              return added;
            });
  }
}
