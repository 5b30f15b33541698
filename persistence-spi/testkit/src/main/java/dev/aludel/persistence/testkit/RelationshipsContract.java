package dev.aludel.persistence.testkit;

import static dev.aludel.persistence.testkit.DocumentationSamples.document;
import static dev.aludel.persistence.testkit.DocumentationSamples.relationship;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.ConstraintViolationException;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.DocumentRelationship;
import dev.aludel.domain.documentation.DocumentationKeysets;
import dev.aludel.domain.documentation.Neighbour;
import dev.aludel.domain.documentation.Relationships;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Relationships} does on every storage. */
public abstract class RelationshipsContract extends StorageContract {

  private static final Document.Id FIRST = new Document.Id(1);

  private Relationships relationships() {
    storage().projects().upsert(DocumentationSamples.project(1));
    for (long id = 1; id <= 6; id++) {
      storage().documents().upsert(document(id, 1));
    }
    return storage().relationships();
  }

  private static DocumentRelationship whole(
      long id, DocumentRelationship.Type type, String text, Instant time) {
    return new DocumentRelationship(
        new DocumentRelationship.Id(id),
        new Document.Id(2),
        new Document.Id(3),
        type,
        text + id,
        text,
        time,
        time);
  }

  @Test
  @Rule("RELATIONSHIPS-01")
  final void port_keepsTheSharedVocabulary() {
    DocumentRelationship.Type type = DocumentRelationship.Type.IMPACTS;
    new Vocabulary<>(
            relationships(),
            DocumentRelationship::id,
            "relationship",
            DocumentationKeysets.RELATIONSHIPS)
        .holds(
            relationship(1, 1, 2),
            whole(1, type, "changed", NOON.plusMillis(3)),
            List.of(
                whole(9, type, "a", NOON.minusMillis(1)),
                whole(-4, type, "a", NOON),
                whole(3, type, "a", NOON)));
  }

  @Test
  @Rule("RELATIONSHIPS-02")
  final void link_givesTheOneThatIsThere_whenItIsTheSame() {
    DocumentRelationship there = relationship(7, 1, 2);

    assertThat(relationships().link(there)).isEqualTo(there);
    assertThat(relationships().link(relationship(8, 1, 2))).isEqualTo(there);
    assertThat(relationships().link(there)).isEqualTo(there);
    assertThat(relationships().link(relationship(9, 2, 1))).isEqualTo(relationship(9, 2, 1));
    assertThat(relationships().count()).isEqualTo(2);
    assertThatThrownBy(() -> relationships().link(relationship(7, 3, 4)))
        .isInstanceOf(ConflictException.class);
  }

  @Test
  @Rule("RELATIONSHIPS-03")
  final void insert_refuses_whenTheSameIsThere() {
    relationships().insert(relationship(7, 1, 2));

    assertThatThrownBy(() -> relationships().insert(relationship(8, 1, 2)))
        .isInstanceOfSatisfying(
            ConflictException.class,
            error ->
                assertThat(error.columns())
                    .containsExactly(
                        "source_id", "target_id", "relationship_type", "topic", "scope"));
  }

  @Test
  @Rule("RELATIONSHIPS-04")
  final void link_refuses_whenADocumentIsNotThere() {
    assertThatThrownBy(() -> relationships().link(relationship(1, 1, 99)))
        .isInstanceOf(ConstraintViolationException.class);
    assertThat(relationships().count()).isZero();
  }

  @ParameterizedTest
  @Rule("RELATIONSHIPS-05")
  @ValueSource(ints = {1, 2, 500})
  final void page_isOfOneDocumentInOneDirection(int limit) {
    DocumentRelationship itself = relationship(5, 1, 1);
    DocumentRelationship out = relationship(3, 1, 2);
    DocumentRelationship outToo = relationship(4, 1, 2, "other");
    DocumentRelationship in = relationship(2, 3, 1);
    relationships().insertAll(List.of(itself, out, outToo, in, relationship(1, 2, 3)));

    assertThat(
            all(
                limit,
                request ->
                    relationships().page(FIRST, DocumentRelationship.Direction.OUTGOING, request)))
        .containsExactly(out, outToo, itself);
    assertThat(
            all(
                limit,
                request ->
                    relationships().page(FIRST, DocumentRelationship.Direction.INCOMING, request)))
        .containsExactly(in, itself);
  }

  @ParameterizedTest
  @Rule("RELATIONSHIPS-06")
  @ValueSource(ints = {1, 2, 500})
  final void neighbourhood_isWhatIsReachedEitherWayNearestFirst(int limit) {
    // A ring of 1 to 4, with 5 hanging on 3 and 6 on nothing.
    relationships()
        .insertAll(
            List.of(
                relationship(1, 1, 2),
                relationship(2, 3, 2),
                relationship(3, 3, 4),
                relationship(4, 4, 1),
                relationship(5, 5, 3),
                relationship(6, 1, 1),
                relationship(7, 1, 2, "twice"),
                relationship(8, 6, 6)));

    assertThat(all(limit, request -> relationships().neighbourhood(FIRST, 1, request)))
        .containsExactly(neighbour(2, 1), neighbour(4, 1));
    assertThat(all(limit, request -> relationships().neighbourhood(FIRST, 2, request)))
        .containsExactly(neighbour(2, 1), neighbour(4, 1), neighbour(3, 2));
    assertThat(
            all(
                limit,
                request -> relationships().neighbourhood(FIRST, Relationships.MAX_DEPTH, request)))
        .containsExactly(neighbour(2, 1), neighbour(4, 1), neighbour(3, 2), neighbour(5, 3));
    assertThat(all(limit, request -> relationships().neighbourhood(new Document.Id(6), 3, request)))
        .isEmpty();
  }

  private static Neighbour neighbour(long id, int distance) {
    return new Neighbour(new Document.Id(id), distance);
  }

  @ParameterizedTest
  @Rule("RELATIONSHIPS-07")
  @ValueSource(ints = {Integer.MIN_VALUE, 0, Relationships.MAX_DEPTH + 1, Integer.MAX_VALUE})
  final void neighbourhood_refusesADepthOutOfRange(int depth) {
    assertThatThrownBy(() -> relationships().neighbourhood(FIRST, depth, PageRequest.first(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The depth of a neighbourhood is 1 to 32, not " + depth + ". Ask for a nearer one.");
  }

  @Test
  @Rule("RELATIONSHIPS-08")
  final void unlinkAll_takesBothDirectionsOfOneDocument() {
    relationships()
        .insertAll(
            List.of(
                relationship(1, 1, 2),
                relationship(2, 3, 1),
                relationship(3, 1, 1),
                relationship(4, 2, 3)));

    assertThat(relationships().unlinkAll(FIRST)).isEqualTo(3);
    assertThat(relationships().unlinkAll(FIRST)).isZero();
    assertThat(all(9, relationships()::page)).containsExactly(relationship(4, 2, 3));
  }

  @Test
  @Rule("RELATIONSHIPS-09")
  final void relationship_goesWithEitherDocument() {
    relationships().insertAll(List.of(relationship(1, 1, 2), relationship(2, 3, 1)));

    assertThat(storage().documents().delete(FIRST)).isTrue();
    assertThat(storage().relationships().count()).isZero();
  }

  @Test
  @Rule("RELATIONSHIPS-10")
  final void lists_holdMany() {
    Relationships port = relationships();
    storage()
        .documents()
        .insertAll(LongStream.rangeClosed(11, 30).mapToObj(id -> document(id, 1)).toList());
    List<DocumentRelationship> many =
        LongStream.rangeClosed(11, 30).mapToObj(id -> relationship(id, 1, id)).toList();
    List<DocumentRelationship> back =
        LongStream.rangeClosed(11, 30).mapToObj(id -> relationship(id + 20, id, 1)).toList();
    port.insertAll(many);
    port.insertAll(back);
    PageRequest request = PageRequest.first(500);

    assertThat(port.page(request).items()).hasSize(40);
    assertThat(port.page(FIRST, DocumentRelationship.Direction.OUTGOING, request).items())
        .isEqualTo(many);
    assertThat(port.page(FIRST, DocumentRelationship.Direction.INCOMING, request).items())
        .isEqualTo(back);
    assertThat(port.neighbourhood(FIRST, 9, request).items()).hasSize(20);
  }
}
