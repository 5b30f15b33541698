package dev.aludel.persistence.testkit;

import static dev.aludel.persistence.testkit.World.DOCUMENT;
import static dev.aludel.persistence.testkit.World.OTHER_DOCUMENT;
import static dev.aludel.persistence.testkit.World.OTHER_PROJECT;
import static dev.aludel.persistence.testkit.World.PROJECT;
import static dev.aludel.persistence.testkit.World.RECOMMENDATION;

import dev.aludel.domain.Json;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.documentation.ChangeRecord;
import dev.aludel.domain.documentation.CodeElement;
import dev.aludel.domain.documentation.DesignDecision;
import dev.aludel.domain.documentation.DeveloperDecision;
import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.DocumentRelationship;
import dev.aludel.domain.documentation.Inconsistency;
import dev.aludel.domain.documentation.Project;
import dev.aludel.domain.documentation.Recommendation;
import dev.aludel.domain.documentation.SuggestedChange;
import dev.aludel.persistence.Repositories;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of records of documentation. */
final class DocumentationKinds {

  private static final Instant NOON = StorageContract.NOON;
  private static final Json JSON = new Json("{\"a\": 1}");

  /** The content of a document, which its port keeps apart. */
  record Content(Document.Id documentId, String content) {}

  static final List<Stored<?>> ALL =
      List.of(
          Stored.of(
              "projects",
              new Project(new Project.Id(77), "name", "root", "description", NOON, NOON),
              Map.of(),
              Repositories::projects,
              Project::id),
          Stored.of(
              "documents",
              new Document(
                  new Document.Id(77),
                  PROJECT,
                  "path",
                  Document.Type.HEADER,
                  NOON,
                  7,
                  "digest",
                  "intent",
                  "principles",
                  "constraints",
                  "reference",
                  NOON,
                  NOON),
              Map.of("digest", "md5_digest"),
              Repositories::documents,
              Document::id),
          contents(),
          Stored.of(
              "document_relationships",
              new DocumentRelationship(
                  new DocumentRelationship.Id(77),
                  OTHER_DOCUMENT,
                  DOCUMENT,
                  DocumentRelationship.Type.EXTENDS,
                  "topic 77",
                  "scope",
                  NOON,
                  NOON),
              Map.of(),
              Repositories::relationships,
              DocumentRelationship::id),
          element("functions", CodeElement.Kind.FUNCTION, "parameters"),
          element("classes", CodeElement.Kind.CLASS, null),
          Stored.of(
              "design_decisions",
              new DesignDecision(
                  new DesignDecision.Id(77),
                  DOCUMENT,
                  "description",
                  "rationale",
                  "alternatives",
                  NOON,
                  NOON),
              Map.of(),
              Repositories::designDecisions,
              DesignDecision::id),
          Stored.of(
              "change_records",
              new ChangeRecord(new ChangeRecord.Id(77), DOCUMENT, NOON, "summary", "details", NOON),
              Map.of(),
              Repositories::changeRecords,
              ChangeRecord::id),
          Stored.of(
              "inconsistencies",
              new Inconsistency(
                  new Inconsistency.Id(77),
                  PROJECT,
                  Inconsistency.Type.DOC_TO_CODE,
                  Inconsistency.Severity.MINOR,
                  Inconsistency.Status.PENDING,
                  "description",
                  "resolution",
                  0.25f,
                  JSON,
                  NOON,
                  NOON,
                  NOON,
                  NOON),
              Map.of(),
              Repositories::inconsistencies,
              Inconsistency::id),
          Stored.of(
              "recommendations",
              proposed(),
              Map.of(),
              Repositories::recommendations,
              Recommendation::id),
          suggestedChanges(),
          developerDecisions());

  private DocumentationKinds() {}

  private static Stored<CodeElement> element(
      String table, CodeElement.Kind kind, @Nullable String parameters) {
    return Stored.of(
        table,
        new CodeElement(
            new CodeElement.Id(kind, 77),
            DOCUMENT,
            "name of 77",
            "intent",
            "principles",
            "details",
            "decisions",
            parameters,
            7,
            9,
            NOON,
            NOON),
        Map.of(),
        Repositories::codeElements,
        CodeElement::id);
  }

  private static Stored<Content> contents() {
    return new Stored<>(
        "documents",
        new Content(DOCUMENT, "content"),
        Map.of(),
        (storage, one) -> storage.documents().putContent(one.documentId(), one.content()),
        (storage, one) ->
            storage
                .documents()
                .content(one.documentId())
                .map(content -> new Content(one.documentId(), content)),
        (storage, one) -> storage.documents().removeContent(one.documentId()));
  }

  private static Recommendation proposed() {
    return new Recommendation(
        new Recommendation.Id(77),
        PROJECT,
        "title",
        Recommendation.Status.ACTIVE,
        "strategy",
        "feedback",
        JSON,
        NOON,
        NOON,
        NOON,
        NOON,
        NOON);
  }

  private static Stored<SuggestedChange> suggestedChanges() {
    return new Stored<>(
        "suggested_changes",
        new SuggestedChange(
            new SuggestedChange.Id(77),
            proposed().id(),
            DOCUMENT,
            SuggestedChange.Type.DELETION,
            "location",
            "before",
            "after",
            NOON),
        Map.of("before", "before_text", "after", "after_text"),
        (storage, one) -> storage.recommendations().propose(proposed(), List.of(), List.of(one)),
        (storage, one) ->
            only(storage.recommendations().changes(one.recommendationId(), PageRequest.first(2))),
        (storage, one) -> storage.recommendations().delete(one.recommendationId()));
  }

  // A world's active recommendation is decided about and made anew.
  private static Stored<DeveloperDecision> developerDecisions() {
    return new Stored<>(
        "developer_decisions",
        new DeveloperDecision(
            new DeveloperDecision.Id(77),
            RECOMMENDATION,
            DeveloperDecision.Verdict.REJECT,
            "comments",
            NOON,
            NOON,
            NOON),
        Map.of(),
        (storage, one) -> {
          storage.recommendations().delete(RECOMMENDATION);
          storage
              .recommendations()
              .insert(
                  DocumentationSamples.recommendation(
                      RECOMMENDATION.value(), OTHER_PROJECT.value()));
          storage.recommendations().decide(one);
        },
        (storage, one) ->
            only(storage.recommendations().decisions(RECOMMENDATION, PageRequest.first(2))),
        (storage, one) ->
            storage
                .recommendations()
                .upsert(
                    DocumentationSamples.recommendation(
                        RECOMMENDATION.value(), OTHER_PROJECT.value())));
  }

  private static <T> Optional<T> only(Page<T> page) {
    return page.items().size() == 1 ? Optional.of(page.items().get(0)) : Optional.empty();
  }
}
