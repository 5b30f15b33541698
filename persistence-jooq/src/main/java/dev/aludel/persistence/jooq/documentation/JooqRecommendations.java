package dev.aludel.persistence.jooq.documentation;

import static java.util.Objects.requireNonNull;

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
import dev.aludel.persistence.jooq.statement.Calls;
import dev.aludel.persistence.jooq.statement.CompiledUpdate;
import dev.aludel.persistence.jooq.statement.EntityRepository;
import dev.aludel.persistence.jooq.statement.StatementExecutor;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The recommendations in the table {@code recommendations}, with what belongs to them. */
final class JooqRecommendations extends EntityRepository<Recommendation, Recommendation.Id>
    implements Recommendations {

  private final RecommendationStatements statements;
  private final RecommendationPartStatements parts;

  JooqRecommendations(
      RecommendationStatements statements, RecommendationPartStatements parts, Calls calls) {
    super(statements.entities, DocumentationKeysets.RECOMMENDATIONS, "recommendation", calls);
    this.statements = statements;
    this.parts = parts;
  }

  @Override
  protected Object key(Recommendation.Id id) {
    return id.value();
  }

  @Override
  protected Recommendation.Id id(Recommendation recommendation) {
    return recommendation.id();
  }

  @Override
  protected @Nullable Object[] values(Recommendation recommendation) {
    return RecommendationStatements.values(recommendation);
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
    long id = recommendation.id().value();
    long time = recommendation.proposedAt().toEpochMilli();
    List<@Nullable Object[]> links = rows(inconsistencies, one -> pair(id, one.value()));
    List<@Nullable Object[]> taken = rows(inconsistencies, one -> pair(time, one.value()));
    List<@Nullable Object[]> suggested = rows(changes, RecommendationPartStatements::values);
    @Nullable Object[] values = values(recommendation);
    calls()
        .write(
            run -> {
              run.update(statements.entities.insert, values);
              each(run, parts.link, links);
              each(run, parts.take, taken);
              return each(run, parts.suggest, suggested);
            });
  }

  private static <T> List<@Nullable Object[]> rows(
      Collection<T> items, Function<T, @Nullable Object[]> values) {
    return items.stream().map(values).toList();
  }

  private static @Nullable Object[] pair(long one, long other) {
    return new @Nullable Object[] {one, other};
  }

  private static int each(
      StatementExecutor run, CompiledUpdate statement, List<@Nullable Object[]> rows) {
    return rows.isEmpty() ? 0 : run.updateEach(statement, rows);
  }

  @Override
  public Optional<Recommendation> current(Project.Id project) {
    requireNonNull(project, "project");
    return calls().first(statements.current, project.value());
  }

  @Override
  public Page<Recommendation> page(Project.Id project, PageRequest request) {
    requireNonNull(project, "project");
    requireNonNull(request, "request");
    return statements.ofProject.page(
        calls(), DocumentationKeysets.recommendationsOf(project), request, project.value());
  }

  @Override
  public Page<Recommendation> page(Recommendation.Status status, PageRequest request) {
    requireNonNull(status, "status");
    requireNonNull(request, "request");
    return statements.withStatus.page(
        calls(), DocumentationKeysets.recommendations(status), request, status.stored());
  }

  @Override
  public Page<SuggestedChange> changes(Recommendation.Id id, PageRequest request) {
    requireNonNull(id, "id");
    requireNonNull(request, "request");
    return parts.changes.page(calls(), DocumentationKeysets.changesOf(id), request, id.value());
  }

  @Override
  public Page<Inconsistency.Id> inconsistencies(Recommendation.Id id, PageRequest request) {
    requireNonNull(id, "id");
    requireNonNull(request, "request");
    return parts.inconsistencies.page(
        calls(), DocumentationKeysets.inconsistenciesOf(id), request, id.value());
  }

  @Override
  public Page<DeveloperDecision> decisions(Recommendation.Id id, PageRequest request) {
    requireNonNull(id, "id");
    requireNonNull(request, "request");
    return parts.decisions.page(calls(), DocumentationKeysets.decisionsOf(id), request, id.value());
  }

  @Override
  public boolean decide(DeveloperDecision decision) {
    requireNonNull(decision, "decision");
    @Nullable Object[] values = RecommendationPartStatements.values(decision);
    return calls()
        .write(
            run -> {
              boolean decided =
                  run.update(
                          statements.decide,
                          decision.verdict().outcome().stored(),
                          decision.commentsOrNull(),
                          decision.decidedAt().toEpochMilli(),
                          decision.recommendationId().value())
                      > 0;
              return decided && run.update(parts.keep, values) > 0;
            });
  }

  @Override
  public boolean invalidate(Recommendation.Id id, Instant at) {
    requireNonNull(id, "id");
    requireNonNull(at, "at");
    long time = Timestamps.cutToMilliseconds("at", at).toEpochMilli();
    return calls().change(statements.invalidate, time, id.value()) > 0;
  }

  @Override
  public List<Recommendation> purge(Instant before, int limit) {
    requireNonNull(before, "before");
    long time = Timestamps.cutToMilliseconds("before", before).toEpochMilli();
    int most = PageRequest.first(limit).limit();
    return calls()
        .write(
            run -> {
              List<Recommendation> purged = run.list(statements.outdated, time, (long) most);
              // What belongs to them goes by the foreign keys' cascade.
              each(
                  run,
                  statements.entities.delete,
                  rows(purged, one -> new @Nullable Object[] {one.id().value()}));
              return purged;
            });
  }
}
