package dev.aludel.persistence.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.Cursor;
import dev.aludel.domain.InvalidCursorException;
import dev.aludel.domain.InvalidCursorException.Problem;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import dev.aludel.persistence.testkit.inmemory.InMemoryStorageProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every list of every port does, whatever its order is. */
public abstract class PagingContract extends StorageContract {

  private static final World WORLD = new World(7);

  /** A list with all that it is asked for, but the request. */
  private record Asked(PortMethod list, List<Object> arguments) {
    Page<?> page(Storage storage, PageRequest request) {
      return list.page(storage, arguments, request);
    }

    Cursor cursor(Storage storage) {
      return page(storage, PageRequest.first(1)).next().orElseThrow();
    }
  }

  private static Asked usual(PortMethod list) {
    return new Asked(list, Arguments.of(list, WORLD));
  }

  /** The same list, with another value for each argument in turn. */
  private static Stream<Asked> others(PortMethod list) {
    return IntStream.range(0, list.parameters().size() - 1)
        .mapToObj(index -> new Asked(list, Arguments.withOther(list, WORLD, index)));
  }

  private Stream<DynamicTest> lists(Consumer<Asked> test) {
    storage().write(WORLD::into);
    return PortMethod.lists().stream()
        .map(list -> DynamicTest.dynamicTest(list.toString(), () -> test.accept(usual(list))));
  }

  @TestFactory
  @Rule("PAGING-01")
  final Stream<DynamicTest> everyList_meetsEachOnceInFullPages() {
    return lists(
        asked -> {
          List<?> whole = asked.page(storage(), PageRequest.first(500)).items();
          assertThat(whole).hasSizeGreaterThanOrEqualTo(WORLD.rows()).doesNotHaveDuplicates();
          for (int limit : List.of(1, 2, whole.size() - 1, whole.size(), whole.size() + 1)) {
            assertThat(fullPages(asked, limit)).isEqualTo(whole);
          }
        });
  }

  private List<Object> fullPages(Asked asked, int limit) {
    List<Object> items = new ArrayList<>();
    @Nullable PageRequest request = PageRequest.first(limit);
    while (request != null) {
      Page<?> page = asked.page(storage(), request);
      items.addAll(page.items());
      assertThat(page.items().size()).isLessThanOrEqualTo(limit);
      request = page.next().map(cursor -> PageRequest.after(cursor, limit)).orElse(null);
      if (request != null) {
        assertThat(page.items()).hasSize(limit);
      }
    }
    return items;
  }

  @TestFactory
  @Rule("PAGING-02")
  final Stream<DynamicTest> everyList_givesThePagesAndCursorsThatAllAdaptersGive() {
    return lists(
        asked -> {
          try (Storage memory = Storages.open(StorageConfig.of(InMemoryStorageProvider.URL))) {
            memory.write(WORLD::into);
            Stream.concat(Stream.of(asked), others(asked.list()))
                .forEach(one -> assertSamePages(one, memory));
          }
        });
  }

  private void assertSamePages(Asked asked, Storage memory) {
    for (int limit : List.of(1, 3, 500)) {
      PageRequest request = PageRequest.first(limit);
      Page<?> expected = asked.page(memory, request);
      assertThat(asked.page(storage(), request)).isEqualTo(expected);
      expected
          .next()
          .map(cursor -> PageRequest.after(cursor, limit))
          .ifPresent(
              next -> assertThat(asked.page(storage(), next)).isEqualTo(asked.page(memory, next)));
    }
  }

  @TestFactory
  @Rule("PAGING-03")
  final Stream<DynamicTest> everyList_refusesTheCursorOfEveryOtherList() {
    return lists(
        asked ->
            PortMethod.lists().stream()
                .filter(other -> !other.toString().equals(asked.list().toString()))
                .map(PagingContract::usual)
                .forEach(other -> assertOfAnotherQuery(asked, other.cursor(storage()))));
  }

  @TestFactory
  @Rule("PAGING-04")
  final Stream<DynamicTest> everyList_refusesItsOwnCursorForEveryOtherArgument() {
    return lists(
        asked -> {
          Cursor own = asked.cursor(storage());
          others(asked.list()).forEach(other -> assertOfAnotherQuery(other, own));
        });
  }

  private void assertOfAnotherQuery(Asked asked, Cursor cursor) {
    assertThatThrownBy(() -> asked.page(storage(), PageRequest.after(cursor, 1)))
        .as("%s%s", asked.list(), asked.arguments())
        .isInstanceOfSatisfying(
            InvalidCursorException.class,
            error -> assertThat(error.problem()).isEqualTo(Problem.OTHER_QUERY));
  }

  @TestFactory
  @Rule("PAGING-05")
  final Stream<DynamicTest> everyList_refusesACursorThatIsCutOrAltered() {
    return lists(
        asked -> {
          String text = asked.cursor(storage()).text();
          IntStream.range(0, text.length())
              .boxed()
              .flatMap(index -> Stream.of(text.substring(0, index), altered(text, index)))
              .forEach(
                  damaged ->
                      assertThatThrownBy(
                              () ->
                                  asked.page(storage(), PageRequest.after(new Cursor(damaged), 1)))
                          .as(damaged)
                          .isInstanceOfSatisfying(
                              InvalidCursorException.class,
                              error -> assertThat(error.problem()).isEqualTo(Problem.DAMAGED)));
        });
  }

  private static String altered(String text, int index) {
    char other = text.charAt(index) == 'A' ? 'B' : 'A';
    return text.substring(0, index) + other + text.substring(index + 1);
  }

  @TestFactory
  @Rule("PAGING-06")
  final Stream<DynamicTest> everyList_isEmpty_whenNothingIsThere() {
    return PortMethod.lists().stream()
        .map(
            list ->
                DynamicTest.dynamicTest(
                    list.toString(),
                    () ->
                        assertThat(usual(list).page(storage(), PageRequest.first(1)))
                            .isEqualTo(new Page<>(List.of(), null))));
  }

  @TestFactory
  @Rule("PAGING-07")
  final Stream<DynamicTest> everyList_holdsAsManyAsAreAskedFor() {
    World large = new World(PageRequest.MAX_LIMIT + 1);
    storage().write(large::into);
    return PortMethod.lists().stream()
        .map(
            list ->
                DynamicTest.dynamicTest(
                    list.toString(),
                    () -> {
                      Asked asked = new Asked(list, Arguments.of(list, large));
                      assertHoldsAsManyAsAreAskedFor(request -> page(asked, request));
                    }));
  }

  // The type of the items does not matter.
  @SuppressWarnings("unchecked")
  private Page<Object> page(Asked asked, PageRequest request) {
    return (Page<Object>) asked.page(storage(), request);
  }
}
