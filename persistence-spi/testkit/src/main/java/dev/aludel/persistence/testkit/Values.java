package dev.aludel.persistence.testkit;

import dev.aludel.domain.Json;
import dev.aludel.domain.documentation.CodeElement;
import dev.aludel.domain.memory.Embedding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a component must keep: the limits of its type, and what is special between. */
final class Values {

  private static final List<Double> REALS =
      DoubleStream.of(0, 4.9E-324, 0.1, 0.5, 0.9999999999999999, 1, Double.MAX_VALUE)
          .flatMap(number -> DoubleStream.of(number, -number))
          .boxed()
          .toList();

  private static final List<Float> SINGLES =
      Stream.of(0f, Float.MIN_VALUE, Float.MIN_NORMAL, 0.1f, 1f, Float.MAX_VALUE)
          .flatMap(number -> Stream.of(number, -number))
          .toList();

  private static final List<Embedding> EMBEDDINGS =
      List.of(
          new Embedding("model", 0f),
          new Embedding("model", Float.MIN_VALUE, -Float.MIN_VALUE, -0f, 0.1f),
          new Embedding("model", Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_NORMAL),
          new Embedding("model", new float[4_096]));

  private static final Map<Class<?>, List<?>> BY_TYPE =
      Map.of(
          String.class,
          StorageContract.TEXTS,
          Json.class,
          StorageContract.JSONS,
          Instant.class,
          StorageContract.LIMITS.stream().map(Instant::ofEpochMilli).toList(),
          long.class,
          StorageContract.LIMITS,
          Integer.class,
          List.of(Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE),
          double.class,
          REALS,
          Double.class,
          REALS,
          Float.class,
          SINGLES,
          boolean.class,
          List.of(true, false),
          Embedding.class,
          EMBEDDINGS);

  private Values() {}

  /**
   * The values to try; none for what refers to something else, whose ids are tried there.
   *
   * @throws IllegalStateException for a type that is not known here
   */
  static List<@Nullable Object> of(Component<?> component) {
    List<@Nullable Object> values = new ArrayList<>(present(component));
    if (component.isText() && component.type() != String.class) {
      texts(component).map(component::withText).map(component::of).forEach(values::add);
    }
    if (component.mayBeAbsent()) {
      values.add(null);
    }
    return values;
  }

  private static Stream<String> texts(Component<?> component) {
    return StorageContract.TEXTS.stream()
        .filter(text -> component.type() == Json.class || !text.isEmpty());
  }

  private static List<?> present(Component<?> component) {
    Class<?> type = component.type();
    if (component.isReference()) {
      return List.of();
    }
    if (type.isEnum()) {
      return List.of(type.getEnumConstants());
    }
    if (component.isOwnId()) {
      return component.isText() ? List.of() : ids(component);
    }
    List<?> values = BY_TYPE.get(type);
    if (values == null) {
      throw new IllegalStateException(
          "Nobody knows what to try with %s of the type %s. Add values for it."
              .formatted(component, type.getName()));
    }
    return values;
  }

  private static List<?> ids(Component<?> component) {
    return StorageContract.LIMITS.stream()
        .map(
            number ->
                component.of() instanceof CodeElement.Id id
                    ? new CodeElement.Id(id.kind(), number)
                    : PortMethod.id(component.type(), number))
        .toList();
  }

  /** Whether a record may refuse values of the type that are out of a range of its own. */
  static boolean mayHaveRange(Component<?> component) {
    return component.type() == double.class || component.type() == Double.class;
  }
}
