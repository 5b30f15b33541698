package dev.aludel.persistence.testkit;

import static dev.aludel.persistence.testkit.DocumentationSamples.document;
import static dev.aludel.persistence.testkit.DocumentationSamples.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.documentation.ChangeRecord;
import dev.aludel.domain.documentation.ChangeRecords;
import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.DocumentationKeysets;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link ChangeRecords} does on every storage. */
public abstract class ChangeRecordsContract extends StorageContract {

  private static final Document.Id FIRST = new Document.Id(1);

  private ChangeRecords records() {
    storage().projects().upsert(DocumentationSamples.project(1));
    storage().documents().upsert(document(1, 1));
    storage().documents().upsert(document(2, 1));
    return storage().changeRecords();
  }

  private static ChangeRecord whole(long id, String text, Instant time) {
    return new ChangeRecord(new ChangeRecord.Id(id), new Document.Id(2), time, text, text, time);
  }

  @Test
  @Rule("CHANGERECORDS-01")
  final void port_keepsTheSharedVocabulary() {
    new Vocabulary<>(
            records(), ChangeRecord::id, "change record", DocumentationKeysets.CHANGE_RECORDS)
        .holds(
            record(1, 1, NOON),
            whole(1, "changed", NOON.plusMillis(1)),
            List.of(
                whole(9, "a", NOON.minusMillis(1)),
                record(-2, 1, NOON),
                record(3, 1, NOON),
                whole(1, "b", NOON.plusMillis(1))));
  }

  @ParameterizedTest
  @Rule("CHANGERECORDS-02")
  @ValueSource(ints = {1, 2, 500})
  final void page_isOfOneDocumentNewestFirst(int limit) {
    List<ChangeRecord> inOrder =
        List.of(
            record(1, 1, NOON.plusMillis(1)),
            record(4, 1, NOON),
            record(2, 1, NOON),
            record(3, 1, NOON.minusMillis(1)));
    records().insertAll(inOrder);
    records().insert(record(5, 2, NOON));

    assertThat(all(limit, request -> records().page(FIRST, request))).isEqualTo(inOrder);
  }

  @Test
  @Rule("CHANGERECORDS-03")
  final void replace_exchangesThoseOfOneDocument() {
    records().insertAll(List.of(record(1, 1, NOON), record(2, 1, NOON), record(3, 2, NOON)));
    ChangeRecord again = record(2, 1, NOON.plusMillis(5));
    ChangeRecord added = record(4, 1, NOON);

    records().replace(FIRST, List.of(again, added));

    assertThat(all(9, request -> records().page(FIRST, request))).containsExactly(again, added);
    assertThat(records().count()).isEqualTo(3);
    records().replace(FIRST, List.of());
    assertThat(all(9, records()::page)).containsExactly(record(3, 2, NOON));
  }

  @Test
  @Rule("CHANGERECORDS-04")
  final void replace_changesNothing_whenItIsRefused() {
    records().insertAll(List.of(record(1, 1, NOON), record(3, 2, NOON)));

    assertThatThrownBy(() -> records().replace(FIRST, List.of(record(2, 2, NOON))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The change record 2 is of the document 2, not of 1. Give those of one document.");
    assertThatThrownBy(() -> records().replace(FIRST, List.of(record(3, 1, NOON))))
        .isInstanceOf(ConflictException.class);
    assertThat(records().get(new ChangeRecord.Id(1))).isEqualTo(record(1, 1, NOON));
    assertThat(records().get(new ChangeRecord.Id(3))).isEqualTo(record(3, 2, NOON));
  }

  @Test
  @Rule("CHANGERECORDS-05")
  final void lists_holdMany() {
    List<ChangeRecord> many =
        LongStream.rangeClosed(11, 30).mapToObj(id -> record(id, 1, NOON)).toList();
    records().insertAll(many);
    records().replace(FIRST, many);
    PageRequest request = PageRequest.first(500);

    assertThat(records().page(request).items()).isEqualTo(many);
    assertThat(records().page(FIRST, request).items()).containsExactlyInAnyOrderElementsOf(many);
  }
}
