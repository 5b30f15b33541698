package dev.aludel.persistence.testkit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchRuntimeException;

import dev.aludel.domain.PageRequest;
import dev.aludel.domain.StorageException;
import dev.aludel.persistence.Repositories;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every field of every port keeps, and what every number of every call does. */
public abstract class FieldsContract extends StorageContract {

  private static final World WORLD = new World(3);

  @TestFactory
  @Rule("FIELDS-01")
  final Stream<DynamicTest> everyField_keepsEveryValue() {
    storage().write(WORLD::into);
    return StoredKinds.ALL.stream()
        .flatMap(kind -> kind.components().stream())
        .map(component -> DynamicTest.dynamicTest(component.place(), () -> keeps(component)));
  }

  private <E extends Record> void keeps(Component<E> component) {
    Stored<E> kind = component.kind();
    for (Object value : Values.of(component)) {
      E given;
      try {
        given = component.with(value);
      } catch (IllegalArgumentException outOfRange) {
        assertThat(Values.mayHaveRange(component)).as("%s takes %s", component, value).isTrue();
        continue;
      }
      kind.store().accept(storage(), given);

      assertThat(kind.find().apply(storage(), given)).contains(given);
      kind.remove().accept(storage(), given);
    }
  }

  @TestFactory
  @Rule("FIELDS-02")
  final Stream<DynamicTest> everyCall_takesNumbersAtTheirLimitsOrRefusesThem() {
    storage().write(WORLD::into);
    return PortMethod.all().stream()
        .map(
            method ->
                DynamicTest.dynamicTest(
                    method.toString(),
                    () ->
                        IntStream.range(0, method.parameters().size())
                            .forEach(index -> takesOrRefuses(method, index))));
  }

  private void takesOrRefuses(PortMethod method, int index) {
    for (Object number : numbers(method.parameters().get(index).type())) {
      List<@Nullable Object> arguments = Arguments.with(method, WORLD, index, number);

      RuntimeException thrown = catchRuntimeException(() -> method.invoke(storage(), arguments));

      if (thrown != null) {
        assertThat(thrown)
            .as("%s with %s", method, number)
            .isInstanceOfAny(IllegalArgumentException.class, StorageException.class);
      }
    }
  }

  private static List<?> numbers(Class<?> type) {
    if (type == int.class) {
      return List.of(Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE);
    }
    if (type == Instant.class) {
      return LIMITS.stream().map(Instant::ofEpochMilli).toList();
    }
    if (PortMethod.isNumberId(type)) {
      return LIMITS.stream().map(number -> PortMethod.id(type, number)).toList();
    }
    return type == long.class ? LIMITS : List.of();
  }

  @TestFactory
  @Rule("FIELDS-03")
  final Stream<DynamicTest> everyCall_refusesATimeThatSixtyFourBitsDoNotHold() {
    storage().write(WORLD::into);
    return PortMethod.all().stream()
        .filter(method -> !method.taking(Instant.class).isEmpty())
        .map(method -> DynamicTest.dynamicTest(method.toString(), () -> refusesTimes(method)));
  }

  private void refusesTimes(PortMethod method) {
    for (int index : method.taking(Instant.class)) {
      for (Instant far : List.of(Instant.MIN, Instant.MAX)) {
        List<@Nullable Object> arguments = Arguments.with(method, WORLD, index, far);

        assertThat(catchRuntimeException(() -> method.invoke(storage(), arguments)))
            .as("%s with %s", method, far)
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("whose milliseconds since 1970 do not fit 64 bits");
      }
    }
  }

  @TestFactory
  @Rule("FIELDS-04")
  final Stream<DynamicTest> everyCall_answersInABlockAndIsUndoneWithIt() {
    storage().write(WORLD::into);
    List<Long> before = World.counts(storage());
    return PortMethod.all().stream()
        .map(
            method ->
                DynamicTest.dynamicTest(
                    method.toString(),
                    () -> {
                      answersAndIsUndone(method);
                      assertThat(World.counts(storage())).isEqualTo(before);
                    }));
  }

  private void answersAndIsUndone(PortMethod method) {
    UnsupportedOperationException undoing = new UnsupportedOperationException("the block's own");
    assertThatThrownBy(
            () ->
                storage()
                    .write(
                        tx -> {
                          if (method.method().getName().equals("update")) {
                            StoredKinds.of(method.parameters().get(0).type()).into(tx);
                          }
                          method.invoke(tx, Arguments.of(method, WORLD));
                          throw undoing;
                        }))
        .isSameAs(undoing);
  }

  @TestFactory
  @Rule("FIELDS-05")
  final Stream<DynamicTest> everyGet_givesWhatItsPortHolds() {
    storage().write(WORLD::into);
    return PortMethod.ports().stream()
        .map(
            port ->
                DynamicTest.dynamicTest(
                    port.getter().getName(),
                    () -> {
                      givesWhatItHolds(port, storage());
                      storage().read(tx -> givesWhatItHolds(port, tx));
                      StoredKinds.ALL.stream()
                          .filter(kind -> isOf(kind, port))
                          .forEach(kind -> givesTheSample(kind, port));
                    }));
  }

  private static boolean isOf(Stored<?> kind, PortMethod port) {
    return PortMethod.all().stream()
        .anyMatch(one -> one.isOfPortOf(port) && !one.taking(kind.sample().getClass()).isEmpty());
  }

  /** A sample has every field, which what is in a world has not. */
  private void givesTheSample(Stored<?> kind, PortMethod port) {
    UnsupportedOperationException undoing = new UnsupportedOperationException("the block's own");
    assertThatThrownBy(
            () ->
                storage()
                    .write(
                        tx -> {
                          kind.into(tx);
                          givesWhatItHolds(port, tx);
                          throw undoing;
                        }))
        .isSameAs(undoing);
  }

  // What a page holds is compared with what was stored by the rules of pages.
  private static String givesWhatItHolds(PortMethod port, Repositories repositories) {
    List<?> held = port.port(repositories).page(PageRequest.first(500)).items();
    assertThat(held).isNotEmpty();
    for (Object one : held) {
      for (PortMethod get : gets(port)) {
        Object found = get.invoke(repositories, List.of(Component.idOf(one)));

        assertThat(found instanceof Optional<?> optional ? optional.orElse(null) : found)
            .as("%s", get)
            .isEqualTo(one);
      }
    }
    for (PortMethod find : otherFinds(port)) {
      assertThat(
              ((Optional<?>) requireNonNull(find.invoke(repositories, Arguments.of(find, WORLD))))
                  .stream())
          .as("%s", find)
          .allMatch(held::contains);
    }
    return "";
  }

  /** The methods that give one entity for its id alone. */
  private static List<PortMethod> gets(PortMethod port) {
    return finds(port).filter(one -> isAskedById(port, one)).toList();
  }

  /** The methods that give one entity for something else. */
  private static List<PortMethod> otherFinds(PortMethod port) {
    return finds(port).filter(one -> !isAskedById(port, one)).toList();
  }

  private static boolean isAskedById(PortMethod port, PortMethod one) {
    return one.parameters().size() == 1 && one.parameters().get(0).type() == port.idType();
  }

  private static Stream<PortMethod> finds(PortMethod port) {
    return PortMethod.all().stream()
        .filter(one -> one.getter().equals(port.getter()) && one.givesOneEntity());
  }
}
