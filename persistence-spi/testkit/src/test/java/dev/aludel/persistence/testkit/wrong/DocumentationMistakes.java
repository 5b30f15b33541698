package dev.aludel.persistence.testkit.wrong;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.ConstraintViolationException;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.documentation.CodeElement;
import dev.aludel.domain.documentation.CodeElements;
import dev.aludel.domain.documentation.DesignDecisions;
import dev.aludel.domain.documentation.Documents;
import dev.aludel.domain.documentation.Recommendation;
import dev.aludel.domain.documentation.Recommendations;
import dev.aludel.domain.documentation.Relationships;
import dev.aludel.domain.documentation.SnapshotChanges;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Mistakes with documents and what is known of them. */
final class DocumentationMistakes {

  static final List<Mistake> ALL =
      List.of(
          new Mistake(
              "merges overloads", "CODEELEMENTS-06", DocumentationMistakes::mergesOverloads),
          new Mistake(
              "lets two be active", "RECOMMENDATIONS-02", DocumentationMistakes::letsTwoBeActive),
          new Mistake(
              "goes one step too far",
              "RELATIONSHIPS-06",
              DocumentationMistakes::goesOneStepTooFar),
          new Mistake(
              "compares no digests", "DOCUMENTS-08", DocumentationMistakes::comparesNoDigests),
          new Mistake(
              "replaces in two transactions",
              "DESIGNDECISIONS-04",
              DocumentationMistakes::replacesInTwoTransactions),
          new Mistake(
              "looks at no foreign keys", "ERRORS-04", DocumentationMistakes::looksAtNoForeignKeys),
          new Mistake("swallows conflicts", "ERRORS-03", DocumentationMistakes::swallowsConflicts));

  private DocumentationMistakes() {}

  private static @Nullable Object mergesOverloads(Call call) throws Throwable {
    if (!call.is(CodeElements.class, "replace")) {
      return call.proceed();
    }
    Map<String, CodeElement> byName = new LinkedHashMap<>();
    call.arguments(1, CodeElement.class).forEach(one -> byName.put(one.name(), one));
    return call.with(call.arguments().get(0), List.copyOf(byName.values())).proceed();
  }

  private static @Nullable Object letsTwoBeActive(Call call) throws Throwable {
    try {
      return call.proceed();
    } catch (ConflictException second) {
      if (!call.is(Recommendations.class, "insert")) {
        throw second;
      }
      return call.with(elsewhere(call.argument(0, Recommendation.class))).proceed();
    }
  }

  private static Recommendation elsewhere(Recommendation active) {
    return new Recommendation(
        active.id(),
        null,
        active.title(),
        active.status(),
        active.strategyOrNull(),
        active.developerFeedbackOrNull(),
        active.metadataOrNull(),
        active.proposedAt(),
        active.codebaseChangedAtOrNull(),
        active.appliedAtOrNull(),
        active.createdAt(),
        active.updatedAt());
  }

  private static @Nullable Object goesOneStepTooFar(Call call) throws Throwable {
    if (!call.is(Relationships.class, "neighbourhood")) {
      return call.proceed();
    }
    int depth = Math.min(Relationships.MAX_DEPTH, call.argument(1, Integer.class) + 1);
    return call.with(call.arguments().get(0), depth, PageRequest.first(500)).proceed();
  }

  private static @Nullable Object comparesNoDigests(Call call) throws Throwable {
    SnapshotChanges changes =
        call.is(Documents.class, "changes")
            ? (SnapshotChanges) requireNonNull(call.proceed())
            : null;
    return changes == null
        ? call.proceed()
        : new SnapshotChanges(
            changes.added(),
            changes.changed().stream().filter(file -> file.digest().equals("digest")).toList(),
            changes.gone());
  }

  private static @Nullable Object replacesInTwoTransactions(Call call) throws Throwable {
    if (call.is(DesignDecisions.class, "replace")) {
      call.with(call.arguments().get(0), List.of()).proceed();
    }
    return call.proceed();
  }

  private static @Nullable Object looksAtNoForeignKeys(Call call) throws Throwable {
    try {
      return call.proceed();
    } catch (ConstraintViolationException ignored) {
      return null;
    }
  }

  private static @Nullable Object swallowsConflicts(Call call) throws Throwable {
    try {
      return call.proceed();
    } catch (ConflictException swallowed) {
      return null;
    }
  }
}
