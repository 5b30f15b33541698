package dev.aludel.persistence.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aludel.domain.Json;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.conversation.Window;
import dev.aludel.domain.documentation.FileState;
import dev.aludel.domain.memory.ConfidenceRange;
import dev.aludel.domain.memory.Embedding;
import dev.aludel.domain.memory.TimeRange;
import dev.aludel.persistence.StorableText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of the kit leave out no field, no call and no list of any port. */
final class KitTablesTest {

  // What is asked with, and never stored.
  private static final Set<Class<?>> QUESTIONS =
      Set.of(
          PageRequest.class,
          Window.class,
          TimeRange.class,
          ConfidenceRange.class,
          FileState.class,
          Json.class);

  private static final World WORLD = new World(1);

  private static Stream<Component<?>> components() {
    return StoredKinds.ALL.stream().flatMap(kind -> kind.components().stream());
  }

  @Test
  void everyRecordThatAPortTakes_isOfAKind() {
    Set<Class<?>> known =
        StoredKinds.ALL.stream().map(kind -> kind.sample().getClass()).collect(Collectors.toSet());
    Set<Class<?>> taken =
        PortMethod.all().stream()
            .flatMap(method -> method.parameters().stream())
            .<Class<?>>map(PortMethod.Parameter::type)
            .filter(Class::isRecord)
            .filter(type -> !type.isMemberClass())
            .collect(Collectors.toCollection(HashSet::new));
    taken.removeAll(QUESTIONS);

    assertThat(known).containsAll(taken);
  }

  @Test
  void everyFieldOfAKind_isFilledInASample() {
    Set<String> tried = components().map(Component::place).collect(Collectors.toSet());

    assertThat(tried).hasSize((int) components().count());
    assertThat(
            StoredKinds.ALL.stream()
                .flatMap(
                    kind ->
                        Stream.of(kind.sample().getClass().getRecordComponents())
                            .map(component -> new Component<>(kind, component).place()))
                .filter(place -> !tried.contains(place)))
        .containsExactly("classes.parameters");
  }

  @ParameterizedTest
  @MethodSource("components")
  void everyField_hasValuesToTry(Component<?> field) {
    assertThat(Values.of(field)).hasSizeGreaterThan(field.isReference() ? -1 : 1);
  }

  @Test
  void everyMethod_hasArguments() {
    assertThat(PortMethod.all()).hasSizeGreaterThan(150);
    for (PortMethod method : PortMethod.all()) {
      assertThat(Arguments.of(method, WORLD)).as("%s", method).doesNotContainNull();
    }
  }

  @Test
  void everyCallThatFindsByText_isTried() {
    assertThat(TextQueries.ALL.stream().map(TextQuery::name))
        .containsExactlyInAnyOrderElementsOf(TextQueries.names());
  }

  @Test
  void everyKey_isAField() {
    assertThat(components().filter(Component::isText).map(Component::place))
        .containsAll(StorableText.keys());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void everyNumber_refusesWhatIsNoFiniteNumber(double number) {
    List<Component<?>> reals =
        components().filter(field -> isReal(field.type())).collect(Collectors.toList());

    assertThat(reals.stream().map(Component::place))
        .containsExactly(
            "episodes.valence",
            "uncertainty_log.confidence",
            "semantic_memories.importance",
            "inconsistencies.confidence");
    for (Component<?> field : reals) {
      assertThatIllegalArgumentException()
          .as("%s", field)
          .isThrownBy(
              () -> field.with(field.type() == Float.class ? (Object) (float) number : number));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> new ConfidenceRange(number, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new ConfidenceRange(0, number));
    assertThatIllegalArgumentException().isThrownBy(() -> new Embedding("m", 1, (float) number));
  }

  private static boolean isReal(Class<?> type) {
    return Set.of(double.class, Double.class, float.class, Float.class).contains(type);
  }
}
