package dev.aludel.persistence.testkit;

import static dev.aludel.persistence.testkit.World.DOCUMENT;
import static dev.aludel.persistence.testkit.World.OTHER_DOCUMENT;
import static dev.aludel.persistence.testkit.World.OTHER_PROJECT;
import static dev.aludel.persistence.testkit.World.PROJECT;
import static dev.aludel.persistence.testkit.World.RECOMMENDATION;

import dev.aludel.domain.Json;
import dev.aludel.domain.MutableRepository;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.NewMessage;
import dev.aludel.domain.conversation.Session;
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
import dev.aludel.domain.memory.Embedding;
import dev.aludel.domain.memory.Episode;
import dev.aludel.domain.memory.LongTermEntry;
import dev.aludel.domain.memory.SemanticMemory;
import dev.aludel.domain.memory.Turn;
import dev.aludel.domain.memory.UncertaintyEntry;
import dev.aludel.persistence.Repositories;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every kind of record that a port stores. */
final class StoredKinds {

  private static final Instant NOON = StorageContract.NOON;
  private static final Json JSON = new Json("{\"a\": 1}");

  /** The content of a document, which its port keeps apart. */
  record Content(Document.Id documentId, String content) {}

  static final List<Stored<?>> ALL =
      List.of(
          of(
              "sessions",
              new Session(new Session.Id("sample"), "user", "name", "agent", NOON, NOON),
              Map.of("createdAt", "created_time", "updatedAt", "updated_time"),
              Repositories::sessions,
              Session::id),
          messages(),
          of(
              "episodes",
              new Episode(new Episode.Id(77), NOON, "type", "content", 0.25, JSON),
              Map.of(),
              Repositories::episodes,
              Episode::id),
          of(
              "long_term",
              new LongTermEntry(new LongTermEntry.Key("sample"), JSON, NOON),
              Map.of(),
              Repositories::longTerm,
              LongTermEntry::key),
          of(
              "turns",
              new Turn(new Turn.Id(77), NOON, "question", "answer", JSON),
              Map.of(),
              Repositories::turns,
              Turn::id),
          of(
              "uncertainty_log",
              new UncertaintyEntry(
                  new UncertaintyEntry.Id(77),
                  NOON,
                  "message",
                  "intent",
                  0.25,
                  "context",
                  JSON,
                  true,
                  "pattern"),
              Map.of(),
              Repositories::uncertainty,
              UncertaintyEntry::id),
          of(
              "semantic_memories",
              new SemanticMemory(
                  new SemanticMemory.Id(77),
                  NOON,
                  "content",
                  "category",
                  0.25,
                  JSON,
                  new Embedding("model", 0.5f)),
              Map.of("embedding", "embedding_model"),
              Repositories::semanticMemories,
              SemanticMemory::id),
          of(
              "projects",
              new Project(new Project.Id(77), "name", "root", "description", NOON, NOON),
              Map.of(),
              Repositories::projects,
              Project::id),
          of(
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
          of(
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
          of(
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
          of(
              "change_records",
              new ChangeRecord(new ChangeRecord.Id(77), DOCUMENT, NOON, "summary", "details", NOON),
              Map.of(),
              Repositories::changeRecords,
              ChangeRecord::id),
          of(
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
          of(
              "recommendations",
              proposed(),
              Map.of(),
              Repositories::recommendations,
              Recommendation::id),
          suggestedChanges(),
          developerDecisions());

  private StoredKinds() {}

  /** The kind, or the first of several, whose records are of this type. */
  static Stored<?> of(Class<?> type) {
    return ALL.stream()
        .filter(kind -> type.isInstance(kind.sample()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Nobody knows what is stored of the type %s. Add a kind, or an argument."
                        .formatted(type.getName())));
  }

  private static <E extends Record, I> Stored<E> of(
      String table,
      E sample,
      Map<String, String> columns,
      Function<Repositories, ? extends MutableRepository<E, I>> port,
      Function<E, I> id) {
    return new Stored<>(
        table,
        sample,
        columns,
        (storage, one) -> port.apply(storage).insert(one),
        (storage, one) -> port.apply(storage).find(id.apply(one)),
        (storage, one) -> port.apply(storage).delete(id.apply(one)));
  }

  private static Stored<CodeElement> element(
      String table, CodeElement.Kind kind, @Nullable String parameters) {
    return of(
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

  private static Stored<NewMessage> messages() {
    return new Stored<>(
        "chat_messages",
        new NewMessage(new ChatMessage.Id("sample"), "text", "type", "name", NOON),
        Map.of("text", "message"),
        (storage, one) -> storage.messages().append(World.SESSION, one),
        (storage, one) -> storage.messages().find(one.id()).map(StoredKinds::asGiven),
        (storage, one) -> storage.messages().delete(one.id()));
  }

  static NewMessage asGiven(ChatMessage message) {
    return new NewMessage(
        message.id(),
        message.text(),
        message.senderTypeOrNull(),
        message.senderNameOrNull(),
        message.createdAt());
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
