package dev.aludel.persistence.testkit.wrong;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an author of an adapter may get wrong.
 *
 * @param name what the adapter does
 * @param foundBy the number of a rule that it breaks
 */
record Mistake(String name, String foundBy, Answer answer) {

  /** Answers a call wrongly where the mistake is, and as the real one does everywhere else. */
  interface Answer {
    @Nullable Object to(Call call) throws Throwable;
  }

  /** None: what wraps the mistakes makes none of its own. */
  static final Mistake NONE = new Mistake("none", "", Call::proceed);

  /** All of them. */
  static Stream<Mistake> all() {
    return Stream.of(
            SessionMistakes.ALL,
            MessageMistakes.ALL,
            TransactionMistakes.ALL,
            RaceMistakes.ALL,
            FieldMistakes.ALL,
            ListMistakes.ALL,
            DocumentationMistakes.ALL,
            MemoryMistakes.ALL)
        .flatMap(List::stream);
  }

  /** The mistake of a name. */
  static Mistake named(String name) {
    return Stream.concat(Stream.of(NONE), all())
        .filter(mistake -> mistake.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public String toString() {
    return name;
  }
}
