package dev.aludel.persistence.testkit.inmemory;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Json;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.Timestamps;
import dev.aludel.domain.documentation.DeveloperDecision;
import dev.aludel.domain.documentation.DocumentationKeysets;
import dev.aludel.domain.documentation.Inconsistency;
import dev.aludel.domain.documentation.Project;
import dev.aludel.domain.documentation.Recommendation;
import dev.aludel.domain.documentation.Recommendations;
import dev.aludel.domain.documentation.SuggestedChange;
import dev.aludel.persistence.testkit.inmemory.Table.OnDelete;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The recommendations in memory, what belongs to them beside them. */
final class InMemoryRecommendations
    extends MutableTableRepository<Recommendation, Recommendation.Id> implements Recommendations {

  private static final Table<Recommendation, Recommendation.Id> TABLE =
      Table.of("recommendations", Recommendation::id)
          .text("title", Recommendation::title)
          .text("strategy", Recommendation::strategyOrNull)
          .text("developer_feedback", Recommendation::developerFeedbackOrNull)
          .text("metadata", one -> one.metadata().map(Json::text).orElse(null))
          .unique(List.of("current_for"), InMemoryRecommendations::currentFor)
          .references(
              "project_id",
              InMemoryProjects.TABLE,
              Recommendation::projectIdOrNull,
              OnDelete.CASCADE);

  private static final Table<SuggestedChange, SuggestedChange.Id> CHANGES =
      Table.of("suggested_changes", SuggestedChange::id)
          .text("location", SuggestedChange::location)
          .text("before_text", SuggestedChange::beforeOrNull)
          .text("after_text", SuggestedChange::afterOrNull)
          .references(
              "recommendation_id", TABLE, SuggestedChange::recommendationId, OnDelete.CASCADE)
          .clearing(
              "document_id",
              InMemoryDocuments.TABLE,
              SuggestedChange::documentIdOrNull,
              InMemoryRecommendations::withoutDocument);

  private static final Table<DeveloperDecision, DeveloperDecision.Id> DECISIONS =
      Table.of("developer_decisions", DeveloperDecision::id)
          .text("comments", DeveloperDecision::commentsOrNull)
          .references(
              "recommendation_id", TABLE, DeveloperDecision::recommendationId, OnDelete.CASCADE);

  private record Link(Recommendation.Id recommendation, Inconsistency.Id inconsistency) {}

  private static final Table<Link, Link> LINKS =
      Table.<Link, Link>of(
              "recommendation_inconsistencies",
              List.of("recommendation_id", "inconsistency_id"),
              link -> link)
          .references("recommendation_id", TABLE, Link::recommendation, OnDelete.CASCADE)
          .references(
              "inconsistency_id",
              InMemoryInconsistencies.TABLE,
              Link::inconsistency,
              OnDelete.CASCADE);

  InMemoryRecommendations(Calls calls) {
    super(TABLE, "recommendation", DocumentationKeysets.RECOMMENDATIONS, calls);
  }

  private static Project.@Nullable Id currentFor(Recommendation one) {
    return one.status() == Recommendation.Status.ACTIVE ? one.projectIdOrNull() : null;
  }

  private static SuggestedChange withoutDocument(SuggestedChange change) {
    return new SuggestedChange(
        change.id(),
        change.recommendationId(),
        null,
        change.type(),
        change.location(),
        change.beforeOrNull(),
        change.afterOrNull(),
        change.createdAt());
  }

  @Override
  public void propose(
      Recommendation recommendation,
      Collection<Inconsistency.Id> inconsistencies,
      Collection<SuggestedChange> changes) {
    requireNonNull(recommendation, "recommendation");
    requireNonNull(inconsistencies, "inconsistencies");
    requireNonNull(changes, "changes");
    recommendation.requireProposable(changes);
    List<Link> links =
        inconsistencies.stream().map(one -> new Link(recommendation.id(), one)).toList();
    List<SuggestedChange> suggested = List.copyOf(changes);
    calls()
        .write(
            tables -> {
              tables.insert(TABLE, List.of(recommendation));
              tables.insert(LINKS, links);
              links.forEach(link -> take(tables, link.inconsistency(), recommendation));
              tables.insert(CHANGES, suggested);
              return suggested;
            });
  }

  private static void take(Tables tables, Inconsistency.Id id, Recommendation recommendation) {
    Instant resolvedAt =
        tables
            .find(InMemoryInconsistencies.TABLE, id)
            .flatMap(Inconsistency::resolvedAt)
            .orElse(null);
    InMemoryInconsistencies.transition(
        tables,
        id,
        Inconsistency.Status.PENDING,
        Inconsistency.Status.IN_RECOMMENDATION,
        resolvedAt,
        recommendation.proposedAt());
  }

  @Override
  public Optional<Recommendation> current(Project.Id project) {
    requireNonNull(project, "project");
    return calls()
        .read(
            tables ->
                tables.all(TABLE).stream()
                    .filter(one -> project.equals(currentFor(one)))
                    .findFirst());
  }

  @Override
  public Page<Recommendation> page(Project.Id project, PageRequest request) {
    requireNonNull(project, "project");
    requireNonNull(request, "request");
    return page(
        DocumentationKeysets.recommendationsOf(project),
        Direction.DESCENDING,
        request,
        all -> all.filter(one -> project.equals(one.projectIdOrNull())));
  }

  @Override
  public Page<Recommendation> page(Recommendation.Status status, PageRequest request) {
    requireNonNull(status, "status");
    requireNonNull(request, "request");
    return page(
        DocumentationKeysets.recommendations(status),
        Direction.DESCENDING,
        request,
        all -> all.filter(one -> one.status() == status));
  }

  @Override
  public Page<SuggestedChange> changes(Recommendation.Id id, PageRequest request) {
    requireNonNull(id, "id");
    requireNonNull(request, "request");
    return calls()
        .read(
            tables ->
                Direction.ASCENDING.page(
                    DocumentationKeysets.changesOf(id),
                    request,
                    tables.all(CHANGES).stream()
                        .filter(change -> change.recommendationId().equals(id))));
  }

  @Override
  public Page<Inconsistency.Id> inconsistencies(Recommendation.Id id, PageRequest request) {
    requireNonNull(id, "id");
    requireNonNull(request, "request");
    return calls()
        .read(
            tables ->
                Direction.ASCENDING.page(
                    DocumentationKeysets.inconsistenciesOf(id),
                    request,
                    tables.all(LINKS).stream()
                        .filter(link -> link.recommendation().equals(id))
                        .map(Link::inconsistency)));
  }

  @Override
  public Page<DeveloperDecision> decisions(Recommendation.Id id, PageRequest request) {
    requireNonNull(id, "id");
    requireNonNull(request, "request");
    return calls()
        .read(
            tables ->
                Direction.DESCENDING.page(
                    DocumentationKeysets.decisionsOf(id),
                    request,
                    tables.all(DECISIONS).stream()
                        .filter(decision -> decision.recommendationId().equals(id))));
  }

  @Override
  public boolean decide(DeveloperDecision decision) {
    requireNonNull(decision, "decision");
    return calls()
        .write(
            tables -> {
              DECISIONS.requireStorable(decision);
              boolean decided =
                  end(
                      tables,
                      decision.recommendationId(),
                      decision.verdict().outcome(),
                      decision.commentsOrNull(),
                      decision.decidedAt());
              if (decided) {
                tables.insert(DECISIONS, List.of(decision));
              }
              return decided;
            });
  }

  @Override
  public boolean invalidate(Recommendation.Id id, Instant at) {
    requireNonNull(id, "id");
    requireNonNull(at, "at");
    return calls().write(tables -> end(tables, id, Recommendation.Status.INVALIDATED, null, at));
  }

  private static boolean end(
      Tables tables,
      Recommendation.Id id,
      Recommendation.Status status,
      @Nullable String feedback,
      Instant at) {
    Optional<Recommendation> active =
        tables.find(TABLE, id).filter(one -> one.status() == Recommendation.Status.ACTIVE);
    active.ifPresent(one -> tables.put(TABLE, ended(one, status, feedback, at)));
    return active.isPresent();
  }

  private static Recommendation ended(
      Recommendation one, Recommendation.Status status, @Nullable String feedback, Instant at) {
    return new Recommendation(
        one.id(),
        one.projectIdOrNull(),
        one.title(),
        status,
        one.strategyOrNull(),
        feedback == null ? one.developerFeedbackOrNull() : feedback,
        one.metadataOrNull(),
        one.proposedAt(),
        one.codebaseChangedAtOrNull(),
        one.appliedAtOrNull(),
        one.createdAt(),
        at);
  }

  @Override
  public List<Recommendation> purge(Instant before, int limit) {
    requireNonNull(before, "before");
    Instant time = Timestamps.cutToMilliseconds("before", before);
    int most = PageRequest.first(limit).limit();
    return calls()
        .write(
            tables -> {
              List<Recommendation> purged =
                  tables.all(TABLE).stream()
                      .filter(one -> one.status() != Recommendation.Status.ACTIVE)
                      .filter(one -> one.proposedAt().isBefore(time))
                      .sorted(
                          Comparator.comparing(Recommendation::proposedAt)
                              .thenComparing(one -> one.id().value()))
                      .limit(most)
                      .toList();
              purged.forEach(one -> tables.delete(TABLE, one.id()));
              return purged;
            });
  }
}
