package dev.aludel.persistence.testkit;

import static dev.aludel.persistence.testkit.DocumentationSamples.change;
import static dev.aludel.persistence.testkit.DocumentationSamples.document;
import static dev.aludel.persistence.testkit.DocumentationSamples.inconsistency;
import static dev.aludel.persistence.testkit.DocumentationSamples.recommendation;
import static dev.aludel.persistence.testkit.DocumentationSamples.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.ConstraintViolationException;
import dev.aludel.domain.Json;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.documentation.DeveloperDecision;
import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.DocumentationKeysets;
import dev.aludel.domain.documentation.Inconsistency;
import dev.aludel.domain.documentation.Project;
import dev.aludel.domain.documentation.Recommendation;
import dev.aludel.domain.documentation.Recommendations;
import dev.aludel.domain.documentation.SuggestedChange;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Recommendations} does on every storage. */
public abstract class RecommendationsContract extends StorageContract {

  @RegisterExtension final OtherThreads others = new OtherThreads();

  private static final Project.Id ONE = new Project.Id(1);
  private static final Recommendation.Id FIRST = new Recommendation.Id(1);
  private static final Recommendation.Status ACTIVE = Recommendation.Status.ACTIVE;
  private static final Recommendation.Status REJECTED = Recommendation.Status.REJECTED;

  private Recommendations recommendations() {
    storage().projects().upsert(DocumentationSamples.project(1));
    storage().projects().upsert(DocumentationSamples.project(2));
    storage().documents().upsert(document(1, 1));
    return storage().recommendations();
  }

  private static Recommendation whole(
      long id, Recommendation.Status status, String text, Instant time) {
    return new Recommendation(
        new Recommendation.Id(id),
        ONE,
        text,
        status,
        text,
        text,
        new Json("[]"),
        time,
        time,
        time,
        time,
        time);
  }

  @Test
  @Rule("RECOMMENDATIONS-01")
  final void port_keepsTheSharedVocabulary() {
    new Vocabulary<>(
            recommendations(),
            Recommendation::id,
            "recommendation",
            DocumentationKeysets.RECOMMENDATIONS)
        .holds(
            recommendation(1, 1L),
            whole(1, REJECTED, "changed", NOON.plusMillis(1)),
            List.of(
                whole(9, REJECTED, "a", NOON.minusMillis(1)),
                recommendation(-2, 1L),
                recommendation(3, null),
                whole(1, REJECTED, "b", NOON.plusMillis(1))));
  }

  @Test
  @Rule("RECOMMENDATIONS-02")
  final void current_isTheActiveOneAndThereIsOneAtMost() {
    recommendations().insertAll(List.of(recommendation(1, 1L), recommendation(2, 2L)));
    recommendations().insertAll(List.of(recommendation(3, null), recommendation(4, null)));

    assertThat(recommendations().current(ONE)).contains(recommendation(1, 1L));
    assertThatThrownBy(() -> recommendations().insert(recommendation(5, 1L)))
        .isInstanceOfSatisfying(
            ConflictException.class,
            error -> {
              assertThat(error.table()).isEqualTo("recommendations");
              assertThat(error.columns()).containsExactly("current_for");
            });
    recommendations().update(whole(1, REJECTED, "rejected", NOON));
    assertThat(recommendations().current(ONE)).isEmpty();
    recommendations().upsert(recommendation(5, 1L));
    assertThat(recommendations().current(ONE)).contains(recommendation(5, 1L));
    assertThatThrownBy(() -> recommendations().update(whole(1, ACTIVE, "again", NOON)))
        .isInstanceOf(ConflictException.class);
  }

  @Test
  @Rule("RECOMMENDATIONS-03")
  final void propose_storesItWithAllThatBelongsToIt() {
    recommendations();
    storage()
        .inconsistencies()
        .insertAll(List.of(inconsistency(1, 1L), inconsistency(2, null), resolved(3)));
    List<SuggestedChange> changes = List.of(change(2, 1, null), change(1, 1, 1L));

    recommendations()
        .propose(
            recommendation(1, 1L, ACTIVE, NOON.plusMillis(9)),
            List.of(new Inconsistency.Id(3), new Inconsistency.Id(2), new Inconsistency.Id(1)),
            changes);

    assertThat(recommendations().current(ONE))
        .contains(recommendation(1, 1L, ACTIVE, NOON.plusMillis(9)));
    for (int limit : List.of(1, 500)) {
      assertThat(all(limit, request -> recommendations().changes(FIRST, request)))
          .containsExactly(changes.get(1), changes.get(0));
      assertThat(all(limit, request -> recommendations().inconsistencies(FIRST, request)))
          .containsExactly(
              new Inconsistency.Id(1), new Inconsistency.Id(2), new Inconsistency.Id(3));
    }
    Inconsistency taken = storage().inconsistencies().get(new Inconsistency.Id(1));
    assertThat(taken.status()).isEqualTo(Inconsistency.Status.IN_RECOMMENDATION);
    assertThat(taken.updatedAt()).isEqualTo(NOON.plusMillis(9));
    assertThat(storage().inconsistencies().get(new Inconsistency.Id(3))).isEqualTo(resolved(3));
  }

  private static Inconsistency resolved(long id) {
    return inconsistency(id, 1L, Inconsistency.Status.RESOLVED, Inconsistency.Severity.MINOR, NOON);
  }

  @Test
  @Rule("RECOMMENDATIONS-04")
  final void propose_storesNothing_whenItIsRefused() {
    recommendations();
    storage().inconsistencies().insert(inconsistency(1, 1L));

    assertThatThrownBy(() -> propose(whole(1, REJECTED, "r", NOON), change(1, 1, null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The recommendation 1 is Rejected. Propose it active.");
    assertThatThrownBy(() -> propose(recommendation(1, 1L), change(1, 2, null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The suggested change 1 is of the recommendation 2, not of 1. Give those of one"
                + " recommendation.");
    assertThatThrownBy(() -> propose(recommendation(1, 1L), change(1, 1, 99L)))
        .isInstanceOf(ConstraintViolationException.class);
    recommendations().insert(recommendation(2, 1L));
    assertThatThrownBy(() -> propose(recommendation(1, 1L), change(1, 1, 1L)))
        .isInstanceOf(ConflictException.class);

    assertThat(recommendations().count()).isEqualTo(1);
    assertThat(storage().inconsistencies().get(new Inconsistency.Id(1)))
        .isEqualTo(inconsistency(1, 1L));
  }

  private void propose(Recommendation recommendation, SuggestedChange change) {
    recommendations().propose(recommendation, List.of(new Inconsistency.Id(1)), List.of(change));
  }

  @Test
  @Rule("RECOMMENDATIONS-05")
  final void propose_letsOneWin_whenSeveralTryAtOnce() {
    Recommendations port = recommendations();
    for (int round = 0; round < OtherThreads.ROUNDS; round++) {
      long first = 10L * round;

      List<Boolean> won = others.atOnce(4, number -> proposes(port, first + number));

      assertThat(won).as("round %d", round).containsOnlyOnce(true);
      assertThat(port.count()).isEqualTo(1);
      assertThat(port.delete(new Recommendation.Id(first + won.indexOf(true)))).isTrue();
    }
  }

  private static boolean proposes(Recommendations port, long id) {
    try {
      port.propose(recommendation(id, 1L), List.of(), List.of());
      return true;
    } catch (ConflictException overtaken) {
      return false;
    }
  }

  @ParameterizedTest
  @Rule("RECOMMENDATIONS-06")
  @EnumSource
  final void decide_endsTheActiveOneAndKeepsTheVerdict(DeveloperDecision.Verdict verdict) {
    recommendations().insert(recommendation(1, 1L));
    DeveloperDecision decision = verdict(1, 1, verdict, "comments");

    assertThat(recommendations().decide(decision)).isTrue();
    assertThat(recommendations().decide(verdict(2, 1, verdict, null))).isFalse();
    assertThat(recommendations().decide(verdict(3, 9, verdict, null))).isFalse();

    Recommendation decided = recommendations().get(FIRST);
    assertThat(decided.status()).isEqualTo(verdict.outcome());
    assertThat(decided.developerFeedback()).contains("comments");
    assertThat(decided.updatedAt()).isEqualTo(decision.decidedAt());
    assertThat(recommendations().current(ONE)).isEmpty();
    assertThat(all(9, request -> recommendations().decisions(FIRST, request)))
        .containsExactly(decision);
  }

  @Test
  @Rule("RECOMMENDATIONS-07")
  final void decide_leavesTheFeedback_whenThereAreNoComments() {
    Recommendation active = whole(1, ACTIVE, "said before", NOON);
    recommendations().insert(active);

    recommendations().decide(verdict(1, 1, DeveloperDecision.Verdict.ACCEPT, null));

    assertThat(recommendations().get(FIRST).developerFeedback()).contains("said before");
  }

  @Test
  @Rule("RECOMMENDATIONS-08")
  final void invalidate_makesRoomForAnother() {
    recommendations().insert(recommendation(1, 1L));
    Instant later = NOON.plusMillis(3);

    assertThat(recommendations().invalidate(FIRST, later)).isTrue();
    assertThat(recommendations().invalidate(FIRST, later)).isFalse();
    assertThat(recommendations().invalidate(new Recommendation.Id(9), later)).isFalse();

    Recommendation invalidated = recommendations().get(FIRST);
    assertThat(invalidated.status()).isEqualTo(Recommendation.Status.INVALIDATED);
    assertThat(invalidated.updatedAt()).isEqualTo(later);
    recommendations().propose(recommendation(2, 1L), List.of(), List.of());
    assertThat(recommendations().current(ONE)).contains(recommendation(2, 1L));
  }

  @ParameterizedTest
  @Rule("RECOMMENDATIONS-09")
  @ValueSource(ints = {1, 2, 500})
  final void page_isOfAProjectOrStatusNewestFirst(int limit) {
    Recommendation newest = recommendation(1, 1L, REJECTED, NOON.plusMillis(1));
    Recommendation middle = recommendation(4, 1L, ACTIVE, NOON);
    Recommendation other = recommendation(3, null, REJECTED, NOON);
    Recommendation oldest = recommendation(2, 1L, REJECTED, NOON.minusMillis(1));
    recommendations().insertAll(List.of(oldest, other, newest, middle));

    assertThat(all(limit, request -> recommendations().page(ONE, request)))
        .containsExactly(newest, middle, oldest);
    assertThat(all(limit, request -> recommendations().page(REJECTED, request)))
        .containsExactly(newest, other, oldest);
  }

  @Test
  @Rule("RECOMMENDATIONS-10")
  final void purge_takesTheOldestThatAreNotActiveWithWhatBelongsToThem() {
    Recommendation oldest = recommendation(3, 1L, REJECTED, NOON.minusMillis(3));
    Recommendation older = recommendation(1, 1L, REJECTED, NOON.minusMillis(2));
    Recommendation old = recommendation(2, null, REJECTED, NOON.minusMillis(2));
    Recommendation active = recommendation(4, 1L, ACTIVE, NOON.minusMillis(9));
    Recommendation young = recommendation(5, 1L, REJECTED, NOON);
    recommendations().insertAll(List.of(old, older, oldest, active, young));

    assertThat(recommendations().purge(NOON, 2)).containsExactly(oldest, older);
    assertThat(recommendations().purge(NOON, 2)).containsExactly(old);
    assertThat(recommendations().purge(NOON, 2)).isEmpty();
    assertThat(all(9, recommendations()::page)).containsExactly(active, young);
    assertThatThrownBy(() -> recommendations().purge(NOON, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> recommendations().purge(NOON, 501))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Rule("RECOMMENDATIONS-11")
  final void delete_takesWhatBelongsToItAndLeavesInconsistencies() {
    recommendations();
    storage().inconsistencies().insert(inconsistency(1, 1L));
    propose(recommendation(1, 1L), change(1, 1, 1L));
    recommendations().decide(verdict(1, 1, DeveloperDecision.Verdict.ACCEPT, null));

    assertThat(recommendations().delete(FIRST)).isTrue();

    assertThat(all(9, request -> recommendations().changes(FIRST, request))).isEmpty();
    assertThat(all(9, request -> recommendations().inconsistencies(FIRST, request))).isEmpty();
    assertThat(all(9, request -> recommendations().decisions(FIRST, request))).isEmpty();
    assertThat(storage().inconsistencies().count()).isEqualTo(1);
    propose(recommendation(1, 1L), change(1, 1, 1L));
  }

  @Test
  @Rule("RECOMMENDATIONS-12")
  final void suggestedChange_outlivesItsDocument() {
    recommendations().propose(recommendation(1, 1L), List.of(), List.of(change(1, 1, 1L)));

    storage().documents().delete(new Document.Id(1));

    assertThat(all(9, request -> storage().recommendations().changes(FIRST, request)))
        .containsExactly(change(1, 1, null));
  }

  @Test
  @Rule("RECOMMENDATIONS-13")
  final void lists_holdMany() {
    Recommendations port = recommendations();
    List<Inconsistency> inconsistencies =
        LongStream.rangeClosed(11, 30).mapToObj(id -> inconsistency(id, 1L)).toList();
    storage().inconsistencies().insertAll(inconsistencies);
    List<Inconsistency.Id> ids = inconsistencies.stream().map(Inconsistency::id).toList();
    List<SuggestedChange> changes =
        LongStream.rangeClosed(11, 30).mapToObj(id -> change(id, 1, 1L)).toList();
    port.propose(recommendation(1, 1L), ids, changes);
    for (long id = 1; id <= 9; id++) {
      port.upsert(recommendation(1, 1L));
      port.decide(verdict(id, 1, DeveloperDecision.Verdict.AMEND, null));
    }
    port.insertAll(
        LongStream.rangeClosed(11, 30)
            .mapToObj(id -> recommendation(id, 1L, REJECTED, NOON))
            .toList());
    PageRequest request = PageRequest.first(500);

    assertThat(port.inconsistencies(FIRST, request).items()).isEqualTo(ids);
    assertThat(port.changes(FIRST, request).items()).isEqualTo(changes);
    assertThat(port.decisions(FIRST, request).items()).hasSize(9);
    assertThat(port.page(request).items()).hasSize(21);
    assertThat(port.page(ONE, request).items()).hasSize(21);
    assertThat(port.page(REJECTED, request).items()).hasSize(20);
    assertThat(port.purge(NOON.plusMillis(1), 500)).hasSize(21);
  }
}
