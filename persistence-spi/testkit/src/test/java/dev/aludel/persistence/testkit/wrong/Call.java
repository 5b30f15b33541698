package dev.aludel.persistence.testkit.wrong;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call to a storage, a transaction or a repository, on its way to the real one. */
record Call(Object target, Method method, List<@Nullable Object> arguments) {

  /** Whether this is a call of such a method of such a port. */
  boolean is(Class<?> port, String name) {
    return port.isInstance(target) && method.getName().equals(name);
  }

  /** Whether the argument is there and of the type. */
  boolean has(int index, Class<?> type) {
    return arguments.size() > index && type.isInstance(arguments.get(index));
  }

  <T> T argument(int index, Class<T> type) {
    return type.cast(requireNonNull(arguments.get(index)));
  }

  /** An argument that is a collection of such items. */
  <T> List<T> arguments(int index, Class<T> type) {
    Collection<?> items = argument(index, Collection.class);
    return items.stream().<T>map(type::cast).toList();
  }

  /** The same call with other arguments. */
  Call with(@Nullable Object... others) {
    return new Call(target, method, Arrays.asList(others));
  }

  /** What the real one answers. */
  @Nullable Object proceed() throws Throwable {
    try {
      return method.invoke(target, arguments.toArray());
    } catch (InvocationTargetException failure) {
      throw failure.getTargetException();
    }
  }

  /** What the real one answers, as a list of such items. */
  <T> List<T> list(Class<T> type) throws Throwable {
    return ((List<?>) requireNonNull(proceed())).stream().map(type::cast).toList();
  }
}
