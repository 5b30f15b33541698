package dev.aludel.persistence.testkit;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Json;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.Repository;
import dev.aludel.persistence.Repositories;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A method of a port, found by reflection, so that none is forgotten.
 *
 * @param getter gives the port
 * @param parameters the types of the method's parameters, with the port's own entity and id
 */
record PortMethod(Method getter, Method method, List<Parameter> parameters) {

  /**
   * One parameter.
   *
   * @param name as its method declares it
   * @param type the type itself, or that of the elements of a collection or an optional
   */
  record Parameter(String name, Class<?> raw, Class<?> type) {
    boolean isText() {
      return type == String.class || type == Json.class || isTextId(type);
    }
  }

  /** Every method of every port, in a fixed order. */
  static List<PortMethod> all() {
    return Stream.of(Repositories.class.getMethods())
        .sorted(Comparator.comparing(Method::getName))
        .flatMap(PortMethod::ofPort)
        .toList();
  }

  /** One method of each port. */
  static List<PortMethod> ports() {
    return all().stream()
        .filter(one -> one.method().getName().equals("count") && one.parameters().isEmpty())
        .toList();
  }

  /** Every method that gives pages. */
  static List<PortMethod> lists() {
    return all().stream().filter(one -> one.method().getReturnType() == Page.class).toList();
  }

  private static Stream<PortMethod> ofPort(Method getter) {
    return Stream.of(getter.getReturnType().getMethods())
        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
        .map(method -> new PortMethod(getter, method, parameters(getter, method)))
        .sorted(Comparator.comparing(PortMethod::toString));
  }

  private static List<Parameter> parameters(Method getter, Method method) {
    return IntStream.range(0, method.getParameterCount())
        .mapToObj(
            index ->
                new Parameter(
                    method.getParameters()[index].getName(),
                    method.getParameterTypes()[index],
                    type(getter, method.getGenericParameterTypes()[index])))
        .toList();
  }

  private static Class<?> type(Method getter, Type type) {
    if (type instanceof Class<?> known) {
      return known;
    }
    if (type instanceof WildcardType wildcard) {
      return type(getter, wildcard.getUpperBounds()[0]);
    }
    if (type instanceof TypeVariable<?> variable) {
      return (Class<?>) entityAndId(getter).get(variable.getName().equals("E") ? 0 : 1);
    }
    ParameterizedType whole = (ParameterizedType) type;
    Class<?> raw = (Class<?>) whole.getRawType();
    return raw == Function.class ? raw : type(getter, whole.getActualTypeArguments()[0]);
  }

  private static List<Type> entityAndId(Method getter) {
    return Stream.of(getter.getReturnType().getGenericInterfaces())
        .filter(ParameterizedType.class::isInstance)
        .map(ParameterizedType.class::cast)
        .filter(parent -> Repository.class.isAssignableFrom((Class<?>) parent.getRawType()))
        .map(parent -> List.of(parent.getActualTypeArguments()))
        .findFirst()
        .orElseThrow();
  }

  /** The type of the port's own ids. */
  Class<?> idType() {
    return (Class<?>) entityAndId(getter).get(1);
  }

  /** Whether both are of one port. */
  boolean isOfPortOf(PortMethod other) {
    return getter.equals(other.getter());
  }

  /** Whether it reads, and answers with one of the port's entities or with none. */
  boolean givesOneEntity() {
    boolean reads = method.getName().equals("get") || method.getReturnType() == Optional.class;
    return reads && type(getter, method.getGenericReturnType()) == entityAndId(getter).get(0);
  }

  Repository<?, ?> port(Repositories repositories) {
    return requireNonNull((Repository<?, ?>) call(getter, repositories));
  }

  @Nullable Object invoke(Repositories repositories, List<@Nullable Object> arguments) {
    return call(method, port(repositories), arguments.toArray());
  }

  /** A page of a list, whose last argument is the request. */
  Page<?> page(Repositories repositories, List<Object> others, PageRequest request) {
    List<@Nullable Object> arguments = new ArrayList<>(others);
    arguments.set(arguments.size() - 1, request);
    return requireNonNull((Page<?>) invoke(repositories, arguments));
  }

  /** The places of the parameters that records of this type go to, alone or with others. */
  List<Integer> taking(Class<?> type) {
    return IntStream.range(0, parameters.size())
        .filter(index -> parameters.get(index).type() == type)
        .boxed()
        .toList();
  }

  private static @Nullable Object call(
      Method method, Object target, @Nullable Object... arguments) {
    try {
      method.setAccessible(true);
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw unchecked(thrown.getCause());
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What was thrown, if it is unchecked; an error is thrown at once. */
  static RuntimeException unchecked(@Nullable Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(thrown);
  }

  /** Whether a type is an id that is a text. */
  static boolean isTextId(Class<?> type) {
    return type.isRecord()
        && type.getRecordComponents().length == 1
        && type != Json.class
        && type.getRecordComponents()[0].getType() == String.class;
  }

  /** Whether a type is an id that is a number. */
  static boolean isNumberId(Class<?> type) {
    return type.isRecord()
        && type.getRecordComponents().length == 1
        && type.getRecordComponents()[0].getType() == long.class;
  }

  static Object textId(Class<?> type, String text) {
    return id(type, String.class, text);
  }

  static Object id(Class<?> type, long number) {
    return id(type, long.class, number);
  }

  private static Object id(Class<?> type, Class<?> of, Object value) {
    try {
      Constructor<?> constructor = type.getConstructor(of);
      return constructor.newInstance(value);
    } catch (InvocationTargetException refused) {
      throw unchecked(refused.getCause());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return getter.getReturnType().getSimpleName()
        + "."
        + method.getName()
        + parameters.stream().map(one -> one.type().getSimpleName()).toList();
  }
}
