package dev.aludel.persistence.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.domain.Json;
import dev.aludel.domain.memory.LongTerm;
import dev.aludel.domain.memory.LongTermEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link LongTerm} does on every storage. */
public abstract class LongTermContract
    extends VocabularyContract<LongTermEntry, LongTermEntry.Key> {

  private static final LongTermEntry.Key K = new LongTermEntry.Key("k");
  private static final Json ONE = new Json("{\"a\":1}");
  private static final Json ONE_WITH_BLANKS = new Json("{\"a\": 1}");
  private static final Json TWO = new Json("{\"a\":2}");

  @RegisterExtension final OtherThreads others = new OtherThreads();

  private LongTerm longTerm() {
    return storage().longTerm();
  }

  @Override
  final LongTerm repository() {
    return longTerm();
  }

  @Override
  final LongTermEntry.Key id(LongTermEntry entry) {
    return entry.key();
  }

  @Override
  final LongTermEntry entity(int number) {
    return new LongTermEntry(
        new LongTermEntry.Key("key %04d".formatted(number)),
        new Json("{\"n\": " + number + "}"),
        NOON.minusMillis(number));
  }

  @Override
  final LongTermEntry changed(int number) {
    return new LongTermEntry(entity(number).key(), new Json("[]"), NOON.plusMillis(1));
  }

  @Test
  @Rule("LONGTERM-01")
  final void put_addsAndReplaces() {
    longTerm().put(K, ONE, NOON);
    longTerm().put(K, TWO, NOON.plusMillis(1));

    assertThat(longTerm().get(K)).isEqualTo(new LongTermEntry(K, TWO, NOON.plusMillis(1)));
    assertThat(longTerm().count()).isEqualTo(1);
  }

  @Test
  @Rule("LONGTERM-02")
  final void remove_saysWhetherTheKeyWasThere() {
    longTerm().put(K, ONE, NOON);

    assertThat(longTerm().remove(K)).isTrue();
    assertThat(longTerm().remove(K)).isFalse();
    assertThat(longTerm().find(K)).isEmpty();
  }

  @Test
  @Rule("LONGTERM-03")
  final void compareAndSet_adds_whenNothingIsExpectedAndThere() {
    assertThat(longTerm().compareAndSet(K, Optional.empty(), ONE, NOON)).isTrue();

    assertThat(longTerm().get(K)).isEqualTo(new LongTermEntry(K, ONE, NOON));
  }

  @Test
  @Rule("LONGTERM-04")
  final void compareAndSet_changesNothing_whenNothingIsExpectedAndAValueIsThere() {
    longTerm().put(K, ONE, NOON);

    assertThat(longTerm().compareAndSet(K, Optional.empty(), TWO, NOON.plusMillis(1))).isFalse();
    assertThat(longTerm().get(K)).isEqualTo(new LongTermEntry(K, ONE, NOON));
  }

  @Test
  @Rule("LONGTERM-05")
  final void compareAndSet_replaces_whenTheExpectedValueIsThere() {
    longTerm().put(K, ONE, NOON);
    longTerm().put(new LongTermEntry.Key("other"), ONE, NOON);

    assertThat(longTerm().compareAndSet(K, Optional.of(ONE), TWO, NOON.plusMillis(1))).isTrue();
    assertThat(longTerm().get(K)).isEqualTo(new LongTermEntry(K, TWO, NOON.plusMillis(1)));
    assertThat(longTerm().get(new LongTermEntry.Key("other")).value()).isEqualTo(ONE);
  }

  @Test
  @Rule("LONGTERM-06")
  final void compareAndSet_changesNothing_whenAnotherTextIsThere() {
    longTerm().put(K, ONE, NOON);

    assertThat(longTerm().compareAndSet(K, Optional.of(ONE_WITH_BLANKS), TWO, NOON)).isFalse();
    assertThat(longTerm().get(K).value()).isEqualTo(ONE);
  }

  @Test
  @Rule("LONGTERM-07")
  final void compareAndSet_changesNothing_whenTheKeyIsNotThere() {
    assertThat(longTerm().compareAndSet(K, Optional.of(Json.NULL), TWO, NOON)).isFalse();
    assertThat(longTerm().count()).isZero();
  }

  @Test
  @Rule("LONGTERM-08")
  final void compareAndSet_letsOneOfSeveralThreadsWrite() {
    for (int round = 0; round < OtherThreads.ROUNDS; round++) {
      longTerm().put(K, ONE, NOON);

      List<Boolean> written =
          others.atOnce(
              4, number -> longTerm().compareAndSet(K, Optional.of(ONE), number(number), NOON));

      assertThat(written).as("round %d", round).containsOnlyOnce(true);
      assertThat(longTerm().get(K).value()).isEqualTo(number(written.indexOf(true)));
    }
  }

  private static Json number(int number) {
    return new Json("[%d]".formatted(number));
  }

  @ParameterizedTest
  @Rule("LONGTERM-09")
  @ValueSource(ints = {1, 2, 3, 500})
  final void page_isInTheOrderOfCodePoints(int limit) {
    List<LongTermEntry> inOrder =
        Stream.of("", " ", "A", "Z", "a", "aB", "aa", "ä", "\ue000", "\ufffd", "😀")
            .map(LongTermContract::entry)
            .toList();
    Stream.of(6, 3, 0, 10, 5, 1, 4, 2, 9, 8, 7).map(inOrder::get).forEach(longTerm()::insert);

    assertThat(all(limit, longTerm()::page)).isEqualTo(inOrder);
    assertThat(all(limit, request -> longTerm().pageOfPrefix("", request))).isEqualTo(inOrder);
  }

  @ParameterizedTest
  @Rule("LONGTERM-10")
  @ValueSource(
      strings = {"a", "a%", "a_", "A", "aZ", "'", "\\", "z", "😀", "\ud7ff", "\udbff\udfff", "*"})
  final void pageOfPrefix_isOfTheKeysThatBeginWithIt(String prefix) {
    List<LongTermEntry> each =
        Stream.of(
                "",
                "A",
                "Aa",
                "a",
                "a ",
                "a%",
                "a%b",
                "a_",
                "aZ",
                "aZ\u0001",
                "aa",
                "a😀",
                "b",
                "'",
                "\\x",
                "*",
                "😀",
                "😀a",
                "\ud7ff",
                "\ud7ffx",
                "\ue000",
                "\udbff\udfff",
                "\udbff\udfffx")
            .map(LongTermContract::entry)
            .toList();
    longTerm().insertAll(each);

    for (int limit : new int[] {1, 3, 500}) {
      assertThat(all(limit, request -> longTerm().pageOfPrefix(prefix, request)))
          .isEqualTo(
              all(500, longTerm()::page).stream()
                  .filter(entry -> entry.key().value().startsWith(prefix))
                  .toList());
    }
  }

  private static LongTermEntry entry(String key) {
    return new LongTermEntry(new LongTermEntry.Key(key), ONE, NOON);
  }
}
