package dev.aludel.test.application.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.TimeOrderedLongs;
import dev.aludel.domain.documentation.ChangeRecord;
import dev.aludel.domain.documentation.CodeElement;
import dev.aludel.domain.documentation.CodeElement.Kind;
import dev.aludel.domain.documentation.DesignDecision;
import dev.aludel.domain.documentation.DeveloperDecision;
import dev.aludel.domain.documentation.DeveloperDecision.Verdict;
import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.DocumentRelationship;
import dev.aludel.domain.documentation.DocumentRelationship.Direction;
import dev.aludel.domain.documentation.FileState;
import dev.aludel.domain.documentation.Inconsistency;
import dev.aludel.domain.documentation.Merge;
import dev.aludel.domain.documentation.Neighbour;
import dev.aludel.domain.documentation.Project;
import dev.aludel.domain.documentation.Recommendation;
import dev.aludel.domain.documentation.SnapshotChanges;
import dev.aludel.domain.documentation.SuggestedChange;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Projects, their documents, and what is known of them. */
final class DocumentationExamplesTest {

  private final Clock clock =
      Clock.fixed(Instant.parse("2025-09-16T12:00:00.123Z"), ZoneOffset.UTC);
  private final TimeOrderedLongs ids = new TimeOrderedLongs(clock);
  private final Storage storage = Storages.open(StorageConfig.of("memory:"));
  private final Project project =
      new Project(
          Project.Id.next(ids), "Aludel", "/src/aludel", null, clock.instant(), clock.instant());
  private final Document readme = document("README.md");
  private final Document guide = document("docs/guide.md");

  private Document document(String path) {
    return new Document(
        Document.Id.next(ids),
        project.id(),
        path,
        Document.Type.MARKDOWN,
        clock.instant(),
        1_234,
        "d41d8cd9",
        null,
        null,
        null,
        null,
        clock.instant(),
        clock.instant());
  }

  @BeforeEach
  void fill() {
    storage.projects().insert(project);
    storage.documents().insertAll(List.of(readme, guide));
  }

  @AfterEach
  void close() {
    storage.close();
  }

  @Test
  void projects() {
    Optional<Project> found = storage.projects().findByRootPath("/src/aludel");
    boolean deleted = storage.projects().delete(project.id()); // with all that belongs to it

    assertThat(found).contains(project);
    assertThat(deleted).isTrue();
    assertThat(storage.documents().count()).isZero();
  }

  @Test
  void documents() {
    Document stored = storage.documents().upsertByPath(document("README.md"));
    storage.documents().putContent(stored.id(), "# Aludel");
    Optional<String> content = storage.documents().content(stored.id());
    Page<Document> page = storage.documents().page(project.id(), PageRequest.first(100));

    assertThat(stored).isEqualTo(readme);
    assertThat(content).contains("# Aludel");
    assertThat(page.items()).containsExactly(readme, guide);
  }

  @Test
  void snapshot() {
    List<FileState> files =
        List.of(
            new FileState("README.md", clock.instant(), 1_300, "0cc175b9"),
            new FileState("LICENSE", clock.instant(), 11_358, "92eb5ffe"));
    SnapshotChanges changes = storage.documents().changes(project.id(), files);

    assertThat(changes.changed()).containsExactly(files.get(0));
    assertThat(changes.added()).containsExactly(files.get(1));
    assertThat(changes.gone()).containsExactly("docs/guide.md");
  }

  @Test
  void relationships() {
    DocumentRelationship link =
        storage
            .relationships()
            .link(
                new DocumentRelationship(
                    DocumentRelationship.Id.next(ids),
                    readme.id(),
                    guide.id(),
                    DocumentRelationship.Type.DEPENDS_ON,
                    "installation",
                    "section 2",
                    clock.instant(),
                    clock.instant()));
    Page<DocumentRelationship> outgoing =
        storage.relationships().page(readme.id(), Direction.OUTGOING, PageRequest.first(100));
    Page<Neighbour> near =
        storage.relationships().neighbourhood(readme.id(), 3, PageRequest.first(100));

    assertThat(outgoing.items()).containsExactly(link);
    assertThat(near.items()).containsExactly(new Neighbour(guide.id(), 1));
  }

  @Test
  void codeElements() {
    CodeElement main =
        new CodeElement(
            CodeElement.Id.next(Kind.FUNCTION, ids),
            guide.id(),
            "main",
            "starts the program",
            null,
            null,
            null,
            "[args]",
            1,
            9,
            clock.instant(),
            clock.instant());
    Merge merge = storage.codeElements().replace(guide.id(), List.of(main));
    Page<CodeElement> functions =
        storage.codeElements().page(guide.id(), Kind.FUNCTION, PageRequest.first(100));

    assertThat(merge).isEqualTo(new Merge(1, 0, 0));
    assertThat(functions.items()).containsExactly(main);
  }

  @Test
  void decisionsAndChanges() {
    DesignDecision decision =
        new DesignDecision(
            DesignDecision.Id.next(ids),
            guide.id(),
            "One file is one revision",
            "It is read from top to bottom",
            null,
            clock.instant(),
            clock.instant());
    ChangeRecord change =
        new ChangeRecord(
            ChangeRecord.Id.next(ids),
            guide.id(),
            clock.instant(),
            "Say how to install it",
            null,
            clock.instant());
    storage.designDecisions().replace(guide.id(), List.of(decision));
    storage.changeRecords().insert(change);
    Page<ChangeRecord> newest = storage.changeRecords().page(guide.id(), PageRequest.first(10));

    assertThat(newest.items()).containsExactly(change);
    assertThat(storage.designDecisions().page(guide.id(), PageRequest.first(10)).items())
        .containsExactly(decision);
  }

  @Test
  void inconsistencies() {
    Inconsistency inconsistency =
        new Inconsistency(
            Inconsistency.Id.next(ids),
            project.id(),
            Inconsistency.Type.DOC_TO_DOC,
            Inconsistency.Severity.MAJOR,
            Inconsistency.Status.PENDING,
            "They name different ports",
            null,
            0.9f,
            null,
            clock.instant(),
            null,
            clock.instant(),
            clock.instant());
    storage.inconsistencies().report(inconsistency, List.of(readme.id(), guide.id()));
    Page<Inconsistency> open =
        storage
            .inconsistencies()
            .page(project.id(), Inconsistency.Status.PENDING, PageRequest.first(50));
    boolean resolved =
        storage
            .inconsistencies()
            .transition(
                inconsistency.id(),
                Inconsistency.Status.PENDING,
                Inconsistency.Status.RESOLVED,
                clock.instant());

    assertThat(open.items()).containsExactly(inconsistency);
    assertThat(resolved).isTrue();
  }

  @Test
  void recommendations() {
    Recommendation recommendation =
        new Recommendation(
            Recommendation.Id.next(ids),
            project.id(),
            "Name the port once",
            Recommendation.Status.ACTIVE,
            null,
            null,
            null,
            clock.instant(),
            null,
            null,
            clock.instant(),
            clock.instant());
    SuggestedChange change =
        new SuggestedChange(
            SuggestedChange.Id.next(ids),
            recommendation.id(),
            guide.id(),
            SuggestedChange.Type.MODIFICATION,
            "line 12",
            "port 8080",
            "the port that the README names",
            clock.instant());
    storage.recommendations().propose(recommendation, List.of(), List.of(change));
    Optional<Recommendation> current = storage.recommendations().current(project.id());
    boolean decided =
        storage
            .recommendations()
            .decide(
                new DeveloperDecision(
                    DeveloperDecision.Id.next(ids),
                    recommendation.id(),
                    Verdict.ACCEPT,
                    "Good",
                    clock.instant(),
                    null,
                    clock.instant()));
    List<Recommendation> purged =
        storage.recommendations().purge(clock.instant().plusSeconds(1), 500);

    assertThat(current).contains(recommendation);
    assertThat(decided).isTrue();
    assertThat(purged).hasSize(1);
  }
}
