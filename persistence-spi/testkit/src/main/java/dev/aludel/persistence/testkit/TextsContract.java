package dev.aludel.persistence.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.Json;
import dev.aludel.domain.ValueNotStorableException;
import dev.aludel.persistence.StorableText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What becomes of every text, in every field that holds one and every call that takes one. */
public abstract class TextsContract extends StorageContract {

  private static final World WORLD = new World(3);

  /** What may hold far more than others: what somebody said, and a whole file. */
  private static final Set<String> LONGEST = Set.of("chat_messages.message", "documents.content");

  private static final int MEBIBYTE = 1024 * 1024;

  private void fill() {
    storage().write(WORLD::into);
  }

  private static Stream<DynamicTest> fields(Consumer<Component<?>> test) {
    return StoredKinds.ALL.stream()
        .flatMap(kind -> kind.texts().stream())
        .map(field -> DynamicTest.dynamicTest(field.place(), () -> test.accept(field)));
  }

  @TestFactory
  @Rule("TEXTS-01")
  final Stream<DynamicTest> everyField_keepsALongText_unlessItIsAKey() {
    fill();
    return fields(
        field -> {
          if (!field.isKey()) {
            keeps(field, text(LONGEST.contains(field.place()) ? 10 * MEBIBYTE : MEBIBYTE));
          }
        });
  }

  @TestFactory
  @Rule("TEXTS-02")
  final Stream<DynamicTest> everyKey_isKeptUpToTheLongestThatIsAllowed() {
    fill();
    return StoredKinds.ALL.stream()
        .map(kind -> DynamicTest.dynamicTest(kind.toString(), () -> keepsLongestKeys(kind)));
  }

  private <E extends Record> void keepsLongestKeys(Stored<E> kind) {
    E all = kind.sample();
    for (Component<E> field : kind.texts()) {
      if (field.isKey()) {
        all = field.with(all, field.of(field.withText(key(StorableText.MAX_KEY_BYTES))));
      }
    }
    keeps(kind, all);
  }

  private static String text(int bytes) {
    String part = "long é 東 😀 text, ";
    return part.repeat(bytes / part.getBytes(StandardCharsets.UTF_8).length + 1);
  }

  private <E extends Record> void keeps(Component<E> field, String text) {
    keeps(field.kind(), field.withText(text));
  }

  // Two texts of many megabytes are no good message.
  private <E extends Record> void keeps(Stored<E> kind, E given) {
    kind.store().accept(storage(), given);

    assertThat(kind.find().apply(storage(), given).filter(given::equals)).isPresent();
    kind.remove().accept(storage(), given);
  }

  /** What no index makes shorter, in characters of one to four bytes. */
  private static String key(int bytes) {
    Random random = new Random(bytes);
    StringBuilder key = new StringBuilder();
    int left = bytes;
    while (left > 0) {
      int[] ofEachLength = {'!' + random.nextInt(90), 0x100, 0x4e00, 0x1f300};
      int length = Math.min(left, 1 + random.nextInt(4));
      key.appendCodePoint(ofEachLength[length - 1] + (length == 1 ? 0 : random.nextInt(200)));
      left -= length;
    }
    return key.toString();
  }

  @TestFactory
  @Rule("TEXTS-03")
  final Stream<DynamicTest> everyWrite_refusesAKeyThatIsLonger() {
    fill();
    String text = key(StorableText.MAX_KEY_BYTES + 1);
    assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSize(StorableText.MAX_KEY_BYTES + 1);
    return fields(
        field -> {
          if (field.isKey()) {
            everyWriteRefuses(field, text, "update");
          }
        });
  }

  @TestFactory
  @Rule("TEXTS-04")
  final Stream<DynamicTest> everyWrite_refusesWhatNoDatabaseHolds() {
    fill();
    return fields(
        field -> {
          for (String text : NOT_STORABLE) {
            if (field.type() != Json.class || !text.contains("\0")) {
              everyWriteRefuses(field, text, "");
            }
          }
        });
  }

  /**
   * @param asking the call that asks for the record by its id, which is not written then
   */
  private void everyWriteRefuses(Component<?> field, String text, String asking) {
    Record record = field.withText(text);
    List<Long> before = World.counts(storage());
    for (PortMethod write : PortMethod.all()) {
      for (int index : write.taking(record.getClass())) {
        if (field.isOwnId() && write.method().getName().equals(asking)) {
          continue;
        }
        assertThatThrownBy(
                () -> write.invoke(storage(), Arguments.with(write, WORLD, index, record)))
            .as("%s of %s", write, field)
            .isInstanceOfSatisfying(
                ValueNotStorableException.class,
                error -> assertThat(error.place()).isEqualTo(field.place()))
            .hasMessageNotContaining(text);
      }
    }
    assertThat(World.counts(storage())).isEqualTo(before);
  }

  @TestFactory
  @Rule("TEXTS-05")
  final Stream<DynamicTest> everyCall_refusesToAskForWhatNoDatabaseHolds() {
    fill();
    return PortMethod.all().stream()
        .map(
            method ->
                DynamicTest.dynamicTest(
                    method.toString(),
                    () ->
                        IntStream.range(0, method.parameters().size())
                            .filter(index -> method.parameters().get(index).isText())
                            .forEach(index -> refuses(method, index))));
  }

  private void refuses(PortMethod method, int index) {
    Class<?> type = method.parameters().get(index).type();
    for (String text : NOT_STORABLE) {
      if (type == Json.class && text.contains("\0")) {
        continue;
      }
      List<@Nullable Object> arguments = Arguments.with(method, WORLD, index, argument(type, text));

      assertThatThrownBy(() -> method.invoke(storage(), arguments))
          .as("%s, argument %s", method, index)
          .isInstanceOfSatisfying(
              ValueNotStorableException.class,
              error -> assertThat(error.place()).matches("[a-z_]+\\.[a-z0-9_]+"));
    }
  }

  private static Object argument(Class<?> type, String text) {
    if (type == String.class) {
      return text;
    }
    return type == Json.class ? new Json('"' + text + '"') : PortMethod.textId(type, text);
  }

  @TestFactory
  @Rule("TEXTS-06")
  final Stream<DynamicTest> textThatIsAskedFor_findsItselfAlone() {
    fill();
    return TextQueries.ALL.stream()
        .map(query -> DynamicTest.dynamicTest(query.name(), () -> findsItselfAlone(query)));
  }

  private <E extends Record> void findsItselfAlone(TextQuery<E> query) {
    List<E> stored = query.ofEachText(TextQueries.TEXTS);
    stored.forEach(one -> query.kind().store().accept(storage(), one));

    for (String asked : TextQueries.TEXTS) {
      List<E> expected =
          IntStream.range(0, stored.size())
              .filter(index -> query.found().test(TextQueries.TEXTS.get(index), asked))
              .mapToObj(stored::get)
              .toList();
      assertThat(query.find().apply(storage(), asked))
          .as(asked)
          .containsExactlyInAnyOrderElementsOf(expected);
    }
    assertThat(query.find().apply(storage(), "none of all these")).isEmpty();
    assertThat(query.find().apply(storage(), LONG_TEXT)).isEmpty();
    stored.forEach(one -> query.kind().remove().accept(storage(), one));
  }
}
