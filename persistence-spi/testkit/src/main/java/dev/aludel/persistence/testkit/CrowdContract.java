package dev.aludel.persistence.testkit;

import static dev.aludel.persistence.testkit.DocumentationSamples.decision;
import static dev.aludel.persistence.testkit.DocumentationSamples.document;
import static dev.aludel.persistence.testkit.DocumentationSamples.function;
import static dev.aludel.persistence.testkit.DocumentationSamples.project;
import static dev.aludel.persistence.testkit.DocumentationSamples.record;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.aludel.domain.documentation.CodeElement;
import dev.aludel.domain.documentation.Document;
import dev.aludel.persistence.Capability;
import dev.aludel.persistence.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many threads that write the same, with default settings: no error, and no loss. */
public abstract class CrowdContract extends StorageContract {

  private static final int THREADS = 16;
  private static final int APPENDS = 100;
  private static final int BLOCKS = 60;

  private static final int ROUNDS = 60;
  private static final int CALLERS = 4;
  private static final int OF_EACH = 3;
  private static final Document.Id DOCUMENT = new Document.Id(1);

  @RegisterExtension final OtherThreads others = new OtherThreads();

  @Test
  @Rule("CROWD-01")
  final void appendsAndTouches_areAllThereInOrder_whenManyThreadsHaveOneSession() {
    Crowd.gather(storage());
    Crowd crowd = new Crowd("one", storage());

    crowd.appendAndTouch(THREADS, APPENDS);

    crowd.requireAppended(THREADS * APPENDS, THREADS, APPENDS);
    crowd.requireTouched(APPENDS);
  }

  @Test
  @Rule("CROWD-02")
  final void answers_standBehindWhatTheirBlocksRead_whenManyThreadsHaveOneSession() {
    Crowd.gather(storage());
    Crowd crowd = new Crowd("one", storage());

    crowd.answer(THREADS, BLOCKS);

    crowd.requireAnswered(THREADS * BLOCKS, THREADS, BLOCKS);
  }

  @Test
  @Rule("CROWD-03")
  final void crowd_meetsNoErrorAndLosesNothing_whenItIsOfTwoStorages() {
    assumeThat(storage().capabilities()).contains(Capability.DURABLE);
    try (Storage other = open(settings -> settings)) {
      Crowd.gather(storage());
      Crowd crowd = new Crowd("two", storage(), other);

      crowd.answer(THREADS, BLOCKS);

      crowd.requireAnswered(THREADS * BLOCKS, THREADS, BLOCKS);
    }
  }

  @Test
  @Rule("CROWD-04")
  final void appendsOfTwoStorages_areAllThereInOrder() {
    assumeThat(storage().capabilities()).contains(Capability.DURABLE);
    try (Storage other = open(settings -> settings)) {
      Crowd.gather(storage());
      Crowd crowd = new Crowd("two", storage(), other);

      crowd.appendAndTouch(THREADS, APPENDS);

      crowd.requireAppended(THREADS * APPENDS, THREADS, APPENDS);
      crowd.requireTouched(APPENDS);
    }
  }

  @Test
  @Rule("CROWD-05")
  final void replaceOfChangeRecords_leavesOneListAsItIs_whenSeveralComeAtOnce() throws Exception {
    fillDocument();
    requireOneOf(
        number ->
            storage().changeRecords().replace(DOCUMENT, of(number, id -> record(id, 1, NOON))),
        () -> all(9, request -> storage().changeRecords().page(DOCUMENT, request)),
        record -> record.id().value());
  }

  @Test
  @Rule("CROWD-06")
  final void replaceOfDesignDecisions_leavesOneListAsItIs_whenSeveralComeAtOnce() throws Exception {
    fillDocument();
    requireOneOf(
        number ->
            storage().designDecisions().replace(DOCUMENT, of(number, id -> decision(id, 1, NOON))),
        () -> all(9, request -> storage().designDecisions().page(DOCUMENT, request)),
        decision -> decision.id().value());
  }

  @Test
  @Rule("CROWD-07")
  final void replaceOfCodeElements_leavesOneListAsItIs_whenSeveralComeAtOnce() throws Exception {
    fillDocument();
    requireOneOf(
        number ->
            storage()
                .codeElements()
                .replace(DOCUMENT, of(number, id -> function(id, 1, "function " + id, null))),
        () ->
            all(
                9,
                request ->
                    storage().codeElements().page(DOCUMENT, CodeElement.Kind.FUNCTION, request)),
        element -> element.id().value());
  }

  private void fillDocument() {
    storage().projects().insert(project(1));
    storage().documents().insert(document(1, 1));
  }

  /** The list of one caller, with ids that no other has. */
  private static <T> List<T> of(int number, Function<Long, T> item) {
    return ids(number).stream().map(item).toList();
  }

  private static List<Long> ids(int number) {
    return LongStream.range(0, OF_EACH).mapToObj(one -> number * 10L + one + 1).toList();
  }

  private interface Reading<T> {
    List<T> all();
  }

  private interface Replacing {
    void by(int number);
  }

  // Every second round begins with nothing, where no row tells one caller of another.
  private <T> void requireOneOf(Replacing replacing, Reading<T> reading, Function<T, Long> id)
      throws Exception {
    IntFunction<List<Long>> lists = CrowdContract::ids;
    for (int round = 0; round < ROUNDS; round++) {
      if (round % 2 == 0) {
        clear();
      }
      CyclicBarrier beginning = new CyclicBarrier(CALLERS);
      List<Future<?>> callers = new ArrayList<>();
      for (int caller = 0; caller < CALLERS; caller++) {
        int number = caller;
        callers.add(
            others.submit(
                () -> {
                  beginning.await(60, SECONDS);
                  replacing.by(number);
                  return number;
                }));
      }
      for (Future<?> caller : callers) {
        caller.get(60, SECONDS);
      }
      List<Long> left = reading.all().stream().map(id).sorted().toList();
      assertThat(IntStream.range(0, CALLERS).mapToObj(lists)).as("round " + round).contains(left);
    }
  }

  private void clear() {
    storage().changeRecords().replace(DOCUMENT, List.of());
    storage().designDecisions().replace(DOCUMENT, List.of());
    storage().codeElements().replace(DOCUMENT, List.of());
  }
}
