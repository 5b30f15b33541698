package dev.aludel.persistence.testkit;

import static dev.aludel.persistence.testkit.DocumentationSamples.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.NotFoundException;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.DocumentationKeysets;
import dev.aludel.domain.documentation.Documents;
import dev.aludel.domain.documentation.FileState;
import dev.aludel.domain.documentation.Project;
import dev.aludel.domain.documentation.SnapshotChanges;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Documents} does on every storage. */
public abstract class DocumentsContract extends StorageContract {

  private static final Project.Id ONE = new Project.Id(1);
  private static final Project.Id TWO = new Project.Id(2);

  private Documents documents() {
    storage().projects().upsert(DocumentationSamples.project(1));
    storage().projects().upsert(DocumentationSamples.project(2));
    return storage().documents();
  }

  private static Document whole(long id, String text, long number) {
    Instant time = Instant.ofEpochMilli(number);
    return new Document(
        new Document.Id(id),
        TWO,
        "whole " + text + id,
        Document.Type.HEADER,
        time,
        number,
        text,
        text,
        text,
        text,
        text,
        time,
        time);
  }

  @Test
  @Rule("DOCUMENTS-01")
  final void port_keepsTheSharedVocabulary() {
    new Vocabulary<>(documents(), Document::id, "document", DocumentationKeysets.DOCUMENTS)
        .holds(
            document(1, 1),
            whole(1, "changed", 5),
            List.of(whole(9, "a", 1), whole(-2, "b", 2), whole(3, "a", 2), document(2, 1)));
  }

  @Test
  @Rule("DOCUMENTS-02")
  final void insert_refuses_whenTheProjectHasThePathAlready() {
    documents().insertAll(List.of(document(1, 1, "p"), document(2, 2, "p"), document(3, 1, "P")));

    assertThatThrownBy(() -> documents().insert(document(4, 1, "p")))
        .isInstanceOfSatisfying(
            ConflictException.class,
            error -> assertThat(error.columns()).containsExactly("project_id", "path"));
    assertThat(documents().find(TWO, "p")).contains(document(2, 2, "p"));
    assertThat(documents().find(ONE, "q")).isEmpty();
  }

  @Test
  @Rule("DOCUMENTS-03")
  final void upsertByPath_inserts_whenNothingIsAtThePath() {
    assertThat(documents().upsertByPath(document(1, 1, "p"))).isEqualTo(document(1, 1, "p"));
    assertThat(documents().get(new Document.Id(1))).isEqualTo(document(1, 1, "p"));
    assertThatThrownBy(() -> documents().upsertByPath(document(1, 1, "q")))
        .isInstanceOf(ConflictException.class);
  }

  @Test
  @Rule("DOCUMENTS-04")
  final void upsertByPath_keepsIdCreationAndContent_whenADocumentIsThere() {
    Document there = document(1, 2, whole(9, "new", 77).path());
    documents().insert(there);
    documents().putContent(there.id(), "content");
    Document given = whole(9, "new", 77);

    Document stored = documents().upsertByPath(given);

    assertThat(stored.id()).isEqualTo(there.id());
    assertThat(stored.createdAt()).isEqualTo(there.createdAt());
    assertThat(stored)
        .usingRecursiveComparison()
        .ignoringFields("id", "createdAt")
        .isEqualTo(given);
    assertThat(documents().get(there.id())).isEqualTo(stored);
    assertThat(documents().upsertByPath(given)).isEqualTo(stored);
    assertThat(documents().content(there.id())).contains("content");
    assertThat(documents().count()).isEqualTo(1);
  }

  @ParameterizedTest
  @Rule("DOCUMENTS-05")
  @ValueSource(ints = {1, 2, 500})
  final void page_isOfOneProjectByCodePoint(int limit) {
    // U+FFFD comes before U+1F600, which a comparison of UTF-16 units turns round.
    List<Document> inOrder =
        List.of(
            document(6, 1, "A", Document.Type.CODE, "d"),
            document(5, 1, "Z", Document.Type.CONFIG, "d"),
            document(4, 1, "a", Document.Type.CODE, "e"),
            document(3, 1, "ä", Document.Type.CODE, "d"),
            document(2, 1, "\ufffd", Document.Type.CONFIG, "d"),
            document(1, 1, "😀", Document.Type.CODE, "d"));
    documents().insertAll(inOrder);
    documents().insert(document(7, 2, "a", Document.Type.CODE, "d"));

    assertThat(all(limit, request -> documents().page(ONE, request))).isEqualTo(inOrder);
    assertThat(all(limit, request -> documents().page(ONE, Document.Type.CODE, request)))
        .isEqualTo(inOrder.stream().filter(one -> one.type() == Document.Type.CODE).toList());
    assertThat(all(limit, request -> documents().pageByDigest(ONE, "d", request)))
        .isEqualTo(inOrder.stream().filter(one -> one.digest().equals("d")).toList());
  }

  @Test
  @Rule("DOCUMENTS-06")
  final void content_isKeptApartFromTheDocument() {
    documents().insert(document(1, 1));
    Document.Id id = new Document.Id(1);
    assertThat(documents().content(id)).isEmpty();
    assertThat(documents().removeContent(id)).isFalse();
    String text = String.join("", TEXTS).repeat(5_000);

    documents().putContent(id, text);
    documents().update(whole(1, "updated", 3));
    documents().upsert(document(1, 1));

    assertThat(documents().content(id)).contains(text);
    documents().putContent(id, "");
    assertThat(documents().content(id)).contains("");
    assertThat(documents().removeContent(id)).isTrue();
    assertThat(documents().content(id)).isEmpty();
    assertThat(documents().get(id)).isEqualTo(document(1, 1));
  }

  @Test
  @Rule("DOCUMENTS-07")
  final void content_goesWithItsDocument() {
    documents().insert(document(1, 1));
    Document.Id id = new Document.Id(1);
    documents().putContent(id, "content");
    documents().delete(id);

    assertThat(documents().content(id)).isEmpty();
    assertThatThrownBy(() -> documents().putContent(id, "content"))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("There is no document with the id \"1\".");
    documents().insert(document(1, 1));
    assertThat(documents().content(id)).isEmpty();
  }

  @Test
  @Rule("DOCUMENTS-08")
  final void changes_tellWhatIsNewChangedAndGone() {
    documents()
        .insertAll(
            List.of(
                document(1, 1, "same"),
                document(2, 1, "longer"),
                document(3, 1, "later"),
                document(4, 1, "other"),
                document(5, 1, "gone"),
                document(6, 2, "elsewhere")));
    FileState longer = new FileState("longer", NOON, 3, "digest");
    FileState later = new FileState("later", NOON.plusMillis(1), 3, "digest");
    FileState other = new FileState("other", NOON, 4, "another");
    FileState added = new FileState("added", NOON, 1, "digest");

    SnapshotChanges changes =
        documents()
            .changes(
                ONE,
                List.of(other, added, new FileState("same", NOON, 1, "digest"), longer, later));

    assertThat(changes)
        .isEqualTo(
            new SnapshotChanges(List.of(added), List.of(later, longer, other), List.of("gone")));
    assertThat(documents().changes(new Project.Id(3), List.of()).isEmpty()).isTrue();
  }

  @Test
  @Rule("DOCUMENTS-09")
  final void changes_refuseAPathThatIsThereTwice() {
    FileState file = new FileState("p", NOON, 1, "d");

    assertThatThrownBy(() -> documents().changes(ONE, List.of(file, file)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The snapshot has the path \"p\" twice. Give each file once.");
  }

  @Test
  @Rule("DOCUMENTS-10")
  final void lists_holdMany() {
    List<Document> many = LongStream.rangeClosed(11, 30).mapToObj(id -> document(id, 1)).toList();
    documents().insertAll(many);
    PageRequest request = PageRequest.first(500);

    assertThat(documents().page(request).items()).isEqualTo(many);
    assertThat(documents().page(ONE, request).items()).isEqualTo(many);
    assertThat(documents().page(ONE, Document.Type.CODE, request).items()).isEqualTo(many);
    assertThat(documents().pageByDigest(ONE, "digest", request).items()).isEqualTo(many);
    assertThat(documents().changes(ONE, many.stream().map(DocumentsContract::file).toList()))
        .matches(SnapshotChanges::isEmpty);
  }

  private static FileState file(Document document) {
    return new FileState(
        document.path(), document.modifiedAt(), document.size(), document.digest());
  }
}
