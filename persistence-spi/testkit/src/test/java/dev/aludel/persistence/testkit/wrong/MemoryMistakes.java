package dev.aludel.persistence.testkit.wrong;

import dev.aludel.domain.Json;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.memory.ConfidenceRange;
import dev.aludel.domain.memory.Episode;
import dev.aludel.domain.memory.Episodes;
import dev.aludel.domain.memory.LongTerm;
import dev.aludel.domain.memory.LongTermEntry;
import dev.aludel.domain.memory.Uncertainty;
import dev.aludel.domain.memory.UncertaintyEntry;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Mistakes with what an agent remembers. */
final class MemoryMistakes {

  static final List<Mistake> ALL =
      List.of(
          new Mistake(
              "records over what is there", "EPISODES-02", MemoryMistakes::recordsOverWhatIsThere),
          new Mistake(
              "compares JSON without its blanks",
              "LONGTERM-06",
              MemoryMistakes::comparesJsonWithoutItsBlanks),
          new Mistake(
              "leaves out the end of a range",
              "UNCERTAINTY-03",
              MemoryMistakes::leavesOutTheEndOfARange),
          new Mistake("settles once alone", "UNCERTAINTY-06", MemoryMistakes::settlesOnceAlone));

  private MemoryMistakes() {}

  private static @Nullable Object recordsOverWhatIsThere(Call call) throws Throwable {
    if (!call.is(Episodes.class, "record")) {
      return call.proceed();
    }
    ((Episodes) call.target()).upsert(call.argument(0, Episode.class));
    return true;
  }

  private static @Nullable Object comparesJsonWithoutItsBlanks(Call call) throws Throwable {
    if (!call.is(LongTerm.class, "compareAndSet")) {
      return call.proceed();
    }
    Optional<Json> there =
        ((LongTerm) call.target())
            .find(call.argument(0, LongTermEntry.Key.class))
            .map(LongTermEntry::value);
    Optional<Json> expected =
        there.filter(
            one -> Optional.of(bare(one)).equals(expected(call).map(MemoryMistakes::bare)));
    return call.with(
            call.arguments().get(0),
            expected.isPresent() ? expected : expected(call),
            call.arguments().get(2),
            call.arguments().get(3))
        .proceed();
  }

  private static Optional<Json> expected(Call call) {
    Optional<?> expected = call.argument(1, Optional.class);
    return expected.map(Json.class::cast);
  }

  private static Json bare(Json json) {
    return new Json(json.text().replace(" ", ""));
  }

  private static @Nullable Object leavesOutTheEndOfARange(Call call) throws Throwable {
    if (!call.is(Uncertainty.class, "pageByConfidence")) {
      return call.proceed();
    }
    ConfidenceRange range = call.argument(0, ConfidenceRange.class);
    return call.with(
            new ConfidenceRange(range.least(), Math.nextDown(range.greatest())),
            PageRequest.first(500))
        .proceed();
  }

  private static @Nullable Object settlesOnceAlone(Call call) throws Throwable {
    if (call.is(Uncertainty.class, "resolve")
        && ((Uncertainty) call.target())
            .find(call.argument(0, UncertaintyEntry.Id.class))
            .filter(UncertaintyEntry::resolved)
            .isPresent()) {
      return false;
    }
    return call.proceed();
  }
}
