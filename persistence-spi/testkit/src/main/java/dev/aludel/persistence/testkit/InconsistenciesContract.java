package dev.aludel.persistence.testkit;

import static dev.aludel.persistence.testkit.DocumentationSamples.document;
import static dev.aludel.persistence.testkit.DocumentationSamples.inconsistency;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.ConstraintViolationException;
import dev.aludel.domain.Json;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.DocumentationKeysets;
import dev.aludel.domain.documentation.Inconsistencies;
import dev.aludel.domain.documentation.Inconsistency;
import dev.aludel.domain.documentation.Project;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Inconsistencies} does on every storage. */
public abstract class InconsistenciesContract extends StorageContract {

  private static final Project.Id ONE = new Project.Id(1);
  private static final Inconsistency.Status PENDING = Inconsistency.Status.PENDING;
  private static final Inconsistency.Status RESOLVED = Inconsistency.Status.RESOLVED;
  private static final Inconsistency.Severity MAJOR = Inconsistency.Severity.MAJOR;
  private static final Inconsistency.Severity MINOR = Inconsistency.Severity.MINOR;

  private Inconsistencies inconsistencies() {
    storage().projects().upsert(DocumentationSamples.project(1));
    storage().projects().upsert(DocumentationSamples.project(2));
    for (long id = 1; id <= 3; id++) {
      storage().documents().upsert(document(id, 1));
    }
    return storage().inconsistencies();
  }

  private static Inconsistency whole(long id, String text, float confidence, Instant time) {
    return new Inconsistency(
        new Inconsistency.Id(id),
        ONE,
        Inconsistency.Type.DESIGN_DECISION_VIOLATION,
        Inconsistency.Severity.CRITICAL,
        Inconsistency.Status.IN_RECOMMENDATION,
        text,
        text,
        confidence,
        new Json("{\"a\": [1, \"ü\"]}"),
        time,
        time,
        time,
        time);
  }

  @Test
  @Rule("INCONSISTENCIES-01")
  final void port_keepsTheSharedVocabulary() {
    new Vocabulary<>(
            inconsistencies(),
            Inconsistency::id,
            "inconsistency",
            DocumentationKeysets.INCONSISTENCIES)
        .holds(
            inconsistency(1, null),
            whole(1, "changed", 0.1f, NOON.plusMillis(1)),
            List.of(
                whole(9, "a", 1, NOON.minusMillis(1)),
                inconsistency(-2, 1L),
                inconsistency(3, null),
                whole(1, "b", 0, NOON.plusMillis(1))));
  }

  @Test
  @Rule("INCONSISTENCIES-02")
  final void report_keepsWhichDocumentsItConcerns() {
    inconsistencies()
        .report(
            inconsistency(1, 1L),
            List.of(new Document.Id(3), new Document.Id(1), new Document.Id(2)));
    inconsistencies().report(inconsistency(2, 1L), List.of());

    for (int limit : List.of(1, 2, 500)) {
      assertThat(
              all(limit, request -> inconsistencies().documents(new Inconsistency.Id(1), request)))
          .containsExactly(new Document.Id(1), new Document.Id(2), new Document.Id(3));
    }
    assertThat(all(9, request -> inconsistencies().documents(new Inconsistency.Id(2), request)))
        .isEmpty();
  }

  @Test
  @Rule("INCONSISTENCIES-03")
  final void report_storesNothing_whenADocumentIsNotThereOrTwice() {
    assertThatThrownBy(
            () ->
                inconsistencies()
                    .report(inconsistency(1, 1L), List.of(new Document.Id(1), new Document.Id(99))))
        .isInstanceOf(ConstraintViolationException.class);
    assertThatThrownBy(
            () ->
                inconsistencies()
                    .report(inconsistency(1, 1L), List.of(new Document.Id(1), new Document.Id(1))))
        .isInstanceOf(ConflictException.class);
    assertThat(inconsistencies().count()).isZero();
  }

  @ParameterizedTest
  @Rule("INCONSISTENCIES-04")
  @ValueSource(ints = {1, 2, 500})
  final void page_isOfAStatusOrSeverityNewestFirst(int limit) {
    Inconsistency newest = inconsistency(1, 1L, PENDING, MAJOR, NOON.plusMillis(1));
    Inconsistency ofNone = inconsistency(4, null, PENDING, MINOR, NOON);
    Inconsistency ofOther = inconsistency(3, 2L, PENDING, MAJOR, NOON);
    Inconsistency oldest = inconsistency(2, 1L, PENDING, MINOR, NOON.minusMillis(1));
    Inconsistency resolved = inconsistency(5, 1L, RESOLVED, MINOR, NOON);
    inconsistencies().insertAll(List.of(oldest, ofNone, newest, resolved, ofOther));

    assertThat(all(limit, request -> inconsistencies().page(PENDING, request)))
        .containsExactly(newest, ofNone, ofOther, oldest);
    assertThat(all(limit, request -> inconsistencies().page(MINOR, request)))
        .containsExactly(resolved, ofNone, oldest);
    assertThat(all(limit, request -> inconsistencies().page(ONE, PENDING, request)))
        .containsExactly(newest, oldest);
    assertThat(all(limit, request -> inconsistencies().page(ONE, MINOR, request)))
        .containsExactly(resolved, oldest);
  }

  @Test
  @Rule("INCONSISTENCIES-05")
  final void transition_isGuardedByTheStatus() {
    inconsistencies().insert(inconsistency(1, 1L));
    Inconsistency.Id id = new Inconsistency.Id(1);
    Instant later = NOON.plusMillis(5);

    assertThat(inconsistencies().transition(id, RESOLVED, PENDING, later)).isFalse();
    assertThat(inconsistencies().get(id)).isEqualTo(inconsistency(1, 1L));
    assertThat(inconsistencies().transition(id, PENDING, RESOLVED, later.plusNanos(1))).isTrue();
    assertThat(inconsistencies().transition(id, PENDING, RESOLVED, later)).isFalse();
    Inconsistency resolved = inconsistencies().get(id);
    assertThat(resolved.status()).isEqualTo(RESOLVED);
    assertThat(resolved.resolvedAt()).contains(later);
    assertThat(resolved.updatedAt()).isEqualTo(later);
    assertThat(inconsistencies().transition(id, RESOLVED, PENDING, later)).isTrue();
    assertThat(inconsistencies().get(id).resolvedAt()).isEmpty();
    assertThat(inconsistencies().transition(new Inconsistency.Id(2), PENDING, RESOLVED, later))
        .isFalse();
  }

  @Test
  @Rule("INCONSISTENCIES-06")
  final void inconsistency_outlivesItsDocuments() {
    inconsistencies().report(inconsistency(1, null), List.of(new Document.Id(1)));

    storage().documents().delete(new Document.Id(1));

    assertThat(storage().inconsistencies().count()).isEqualTo(1);
    assertThat(
            storage()
                .inconsistencies()
                .documents(new Inconsistency.Id(1), PageRequest.first(1))
                .items())
        .isEmpty();
  }

  @Test
  @Rule("INCONSISTENCIES-07")
  final void lists_holdMany() {
    Inconsistencies port = inconsistencies();
    storage()
        .documents()
        .insertAll(LongStream.rangeClosed(11, 30).mapToObj(id -> document(id, 1)).toList());
    List<Document.Id> documents =
        LongStream.rangeClosed(11, 30).mapToObj(Document.Id::new).toList();
    port.report(inconsistency(11, 1L), documents);
    port.insertAll(LongStream.rangeClosed(12, 30).mapToObj(id -> inconsistency(id, 1L)).toList());
    PageRequest request = PageRequest.first(500);

    assertThat(port.documents(new Inconsistency.Id(11), request).items()).isEqualTo(documents);
    assertThat(port.page(request).items()).hasSize(20);
    assertThat(port.page(PENDING, request).items()).hasSize(20);
    assertThat(port.page(MAJOR, request).items()).hasSize(20);
    assertThat(port.page(ONE, PENDING, request).items()).hasSize(20);
    assertThat(port.page(ONE, MAJOR, request).items()).hasSize(20);
  }
}
