package dev.aludel.persistence.testkit;

import static dev.aludel.persistence.testkit.DocumentationSamples.change;
import static dev.aludel.persistence.testkit.DocumentationSamples.codeClass;
import static dev.aludel.persistence.testkit.DocumentationSamples.decision;
import static dev.aludel.persistence.testkit.DocumentationSamples.document;
import static dev.aludel.persistence.testkit.DocumentationSamples.function;
import static dev.aludel.persistence.testkit.DocumentationSamples.inconsistency;
import static dev.aludel.persistence.testkit.DocumentationSamples.recommendation;
import static dev.aludel.persistence.testkit.DocumentationSamples.record;
import static dev.aludel.persistence.testkit.DocumentationSamples.relationship;
import static dev.aludel.persistence.testkit.DocumentationSamples.verdict;

import dev.aludel.domain.Json;
import dev.aludel.domain.conversation.NewMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.domain.documentation.DeveloperDecision.Verdict;
import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.Inconsistency;
import dev.aludel.domain.documentation.Project;
import dev.aludel.domain.documentation.Recommendation;
import dev.aludel.domain.memory.Episode;
import dev.aludel.domain.memory.LongTermEntry;
import dev.aludel.domain.memory.SemanticMemory;
import dev.aludel.domain.memory.Turn;
import dev.aludel.domain.memory.UncertaintyEntry;
import dev.aludel.persistence.Repositories;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * A database with as many rows in every list of every port as are asked for, when the list is asked
 * for with the {@link Arguments} of this world; no number is the id of two things.
 */
record World(int rows) {

  /** What everything that is found by a text is found by. */
  static final String WORD = "a";

  static final Session.Id SESSION = new Session.Id("s-0001");
  static final Session.Id OTHER_SESSION = new Session.Id("s-0002");
  static final Project.Id PROJECT = new Project.Id(projectId(1));
  static final Project.Id OTHER_PROJECT = new Project.Id(projectId(2));
  static final Document.Id DOCUMENT = new Document.Id(documentId(1));
  static final Document.Id OTHER_DOCUMENT = new Document.Id(documentId(2));
  static final Inconsistency.Id INCONSISTENCY = new Inconsistency.Id(inconsistencyId(1));
  static final Inconsistency.Id OTHER_INCONSISTENCY = new Inconsistency.Id(inconsistencyId(2));

  /** The active one, of the other project. */
  static final Recommendation.Id RECOMMENDATION = new Recommendation.Id(10_000_000);

  static final Recommendation.Id OTHER_RECOMMENDATION = new Recommendation.Id(recommendationId(1));

  private static final Instant NOON = StorageContract.NOON;

  private static long projectId(long row) {
    return 1_000_000 + row;
  }

  private static long documentId(long row) {
    return 2_000_000 + row;
  }

  private static long inconsistencyId(long row) {
    return 3_000_000 + row;
  }

  private static long recommendationId(long row) {
    return 4_000_000 + row;
  }

  /** The number before which and behind which the session has as many messages as rows. */
  long middle() {
    return rows + 1L;
  }

  /** The number of the session's last message. */
  long last() {
    return 2L * rows + 1;
  }

  /** How many there are in each port. */
  static List<Long> counts(Repositories storage) {
    return PortMethod.ports().stream().map(port -> port.port(storage).count()).toList();
  }

  /** Fills the ports, which are empty. */
  World into(Repositories storage) {
    conversation(storage);
    memory(storage);
    documents(storage);
    elements(storage);
    inconsistencies(storage);
    recommendations(storage);
    return this;
  }

  private void conversation(Repositories storage) {
    storage.sessions().insertAll(texts(number -> session("s-%04d".formatted(number), WORD)));
    storage.sessions().insertAll(List.of(session("t-1", "b"), session("t-2", "b")));
    storage
        .messages()
        .append(
            SESSION,
            IntStream.rangeClosed(1, 2 * rows + 1)
                .mapToObj(number -> StorageContract.message("m-%04d".formatted(number)))
                .toList());
    storage.messages().append(OTHER_SESSION, message("n-1"));
    storage.messages().append(OTHER_SESSION, message("n-2"));
  }

  private static NewMessage message(String id) {
    return StorageContract.message(id);
  }

  private static Session session(String id, String word) {
    return new Session(new Session.Id(id), word, "name", word, NOON, NOON);
  }

  private void memory(Repositories storage) {
    storage.episodes().insertAll(numbers(5_000_000, World::episode));
    storage
        .longTerm()
        .insertAll(
            texts(
                number ->
                    new LongTermEntry(
                        new LongTermEntry.Key(WORD + " %04d".formatted(number)), Json.NULL, NOON)));
    storage
        .turns()
        .insertAll(
            numbers(6_000_000, id -> new Turn(new Turn.Id(id), NOON, "question", null, null)));
    storage.uncertainty().insertAll(numbers(7_000_000, World::uncertainty));
    storage.semanticMemories().insertAll(numbers(8_000_000, World::semanticMemory));
  }

  private static Episode episode(long id) {
    return new Episode(new Episode.Id(id), NOON, WORD, null, 0.5, null);
  }

  private static UncertaintyEntry uncertainty(long id) {
    return new UncertaintyEntry(
        new UncertaintyEntry.Id(id), NOON, null, null, 0.5, null, null, false, null);
  }

  private static SemanticMemory semanticMemory(long id) {
    return new SemanticMemory(
        new SemanticMemory.Id(id), NOON, null, WORD, (id % 10) / 10d, null, null);
  }

  private void documents(Repositories storage) {
    storage.projects().insertAll(numbers(projectId(0), DocumentationSamples::project));
    storage
        .documents()
        .insertAll(
            numbers(documentId(0), id -> document(id, PROJECT.value(), "a/" + id, CODE, WORD)));
    storage.documents().insert(document(documentId(rows + 1L), PROJECT.value()));
    storage
        .relationships()
        .insertAll(
            numbers(
                11_000_000,
                id -> relationship(id, DOCUMENT.value(), documentId(id - 11_000_000 + 1))));
    storage
        .relationships()
        .insertAll(
            numbers(
                12_000_000,
                id -> relationship(id, documentId(id - 12_000_000 + 1), DOCUMENT.value())));
  }

  private static final Document.Type CODE = Document.Type.CODE;

  private void elements(Repositories storage) {
    long document = DOCUMENT.value();
    storage
        .codeElements()
        .insertAll(numbers(13_000_000, id -> function(id, document, "name", "parameters")));
    storage
        .codeElements()
        .insertAll(numbers(14_000_000, id -> codeClass(id, document, "name " + id)));
    storage.designDecisions().insertAll(numbers(15_000_000, id -> decision(id, document, NOON)));
    storage.changeRecords().insertAll(numbers(16_000_000, id -> record(id, document, NOON)));
  }

  private void inconsistencies(Repositories storage) {
    List<Inconsistency> found =
        numbers(inconsistencyId(0), id -> inconsistency(id, PROJECT.value()));
    storage
        .inconsistencies()
        .report(found.get(0), numbers(documentId(0), id -> new Document.Id(id)));
    storage.inconsistencies().insertAll(found.subList(1, rows));
    storage.inconsistencies().insertAll(numbers(17_000_000, id -> inconsistency(id, null)));
  }

  private void recommendations(Repositories storage) {
    storage
        .recommendations()
        .insertAll(
            numbers(
                recommendationId(0),
                id -> recommendation(id, PROJECT.value(), Recommendation.Status.REJECTED, NOON)));
    long active = RECOMMENDATION.value();
    Recommendation proposed = recommendation(active, OTHER_PROJECT.value());
    storage
        .recommendations()
        .propose(
            proposed,
            numbers(17_000_000, id -> new Inconsistency.Id(id)),
            numbers(18_000_000, id -> change(id, active, DOCUMENT.value())));
    for (long row = 1; row <= rows; row++) {
      storage.recommendations().decide(verdict(19_000_000 + row, active, Verdict.AMEND, null));
      storage.recommendations().upsert(proposed);
    }
  }

  private <T> List<T> texts(IntFunction<T> made) {
    return IntStream.rangeClosed(1, rows).mapToObj(made).toList();
  }

  /** One of each row, whose ids follow the given one. */
  private <T> List<T> numbers(long before, LongFunction<T> made) {
    return IntStream.rangeClosed(1, rows).mapToObj(row -> made.apply(before + row)).toList();
  }
}
