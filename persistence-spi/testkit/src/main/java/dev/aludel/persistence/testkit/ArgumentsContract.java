package dev.aludel.persistence.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.persistence.Repositories;
import dev.aludel.persistence.TransactionBlock;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every call does with an argument that is missing. */
public abstract class ArgumentsContract extends StorageContract {

  private static final World WORLD = new World(3);

  @TestFactory
  @Rule("ARGUMENTS-01")
  final Stream<DynamicTest> everyCall_refusesNullAndNamesTheParameter() {
    storage().write(WORLD::into);
    List<Long> before = World.counts(storage());
    return PortMethod.all().stream()
        .map(
            method ->
                DynamicTest.dynamicTest(
                    method.toString(),
                    () -> {
                      refusesNull(method, storage());
                      storage().write(tx -> refusesNull(method, tx));
                      assertThat(World.counts(storage())).isEqualTo(before);
                    }));
  }

  private static String refusesNull(PortMethod method, Repositories repositories) {
    IntStream.range(0, method.parameters().size())
        .filter(index -> mustBeGiven(method, index))
        .forEach(index -> refusesNull(method, index, repositories));
    return "";
  }

  private static void refusesNull(PortMethod method, int index, Repositories repositories) {
    List<@Nullable Object> arguments = new ArrayList<>(Arguments.of(method, WORLD));
    arguments.set(index, null);
    String name = method.parameters().get(index).name();

    assertThatThrownBy(() -> method.invoke(repositories, arguments))
        .as("%s without %s", method, name)
        .isInstanceOf(NullPointerException.class)
        .hasMessage(name);
  }

  private static boolean mustBeGiven(PortMethod method, int index) {
    Parameter parameter = method.method().getParameters()[index];
    return !parameter.getType().isPrimitive()
        && !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  @Test
  @Rule("ARGUMENTS-02")
  @SuppressWarnings("NullAway") // null is what is tried
  final void everyBlock_refusesNullAndNamesTheParameter() {
    TransactionBlock<String> none = null;

    assertNames("block", () -> storage().read(none));
    assertNames("block", () -> storage().write(none));
    storage()
        .write(
            tx -> {
              assertNames("part", () -> tx.nested(none));
              return "";
            });
  }

  private static void assertNames(String parameter, Runnable call) {
    assertThatThrownBy(call::run).isInstanceOf(NullPointerException.class).hasMessage(parameter);
  }
}
