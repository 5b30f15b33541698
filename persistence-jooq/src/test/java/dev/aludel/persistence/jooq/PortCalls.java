package dev.aludel.persistence.jooq;

import dev.aludel.domain.Page;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.Transaction;
import dev.aludel.persistence.TransactionBlock;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many statements each method of a port ran, in whichever test. A call that runs more than
 * {@value #MOST}, or as many as are named here, and one for each {@value #ROWS_OF_ONE} rows that it
 * took or gave grows with the rows, and fails its test.
 */
final class PortCalls {

  static final int MOST = 5;
  static final int ROWS_OF_ONE = 100;
  static final String TOO_MANY = "which is too many";

  // Claims its document; then reads, inserts, updates and deletes, each once, in two tables.
  private static final Map<String, Integer> MORE = Map.of("CodeElements.replace", 9);

  /** The calls of one method: the most rows and the most statements. */
  record Calls(int rows, int statements) {

    private Calls and(Calls other) {
      return new Calls(Math.max(rows, other.rows), Math.max(statements, other.statements));
    }
  }

  private static final ThreadLocal<Integer> STATEMENTS = ThreadLocal.withInitial(() -> 0);
  private static final ThreadLocal<Integer> CALLS = ThreadLocal.withInitial(() -> 0);
  private static final Map<String, Calls> SEEN = new ConcurrentHashMap<>();

  private PortCalls() {}

  /** A statement ran on this thread. */
  static void statement() {
    STATEMENTS.set(STATEMENTS.get() + 1);
    CallAccess.statement();
  }

  /** What was seen of a method in all tests so far; null if it was not called. */
  static @Nullable Calls of(Class<?> port, Method method) {
    return SEEN.get(name(port, method));
  }

  static String name(Class<?> port, Method method) {
    return port.getSimpleName()
        + "."
        + method.getName()
        + Stream.of(method.getParameterTypes()).map(Class::getSimpleName).toList();
  }

  static Storage watched(Storage storage) {
    return proxy(Storage.class, (proxy, method, arguments) -> called(storage, method, arguments));
  }

  private static Object called(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (arguments != null && arguments[0] instanceof TransactionBlock<?> block) {
      TransactionBlock<?> watched = transaction -> block.run(watched(transaction));
      Company company = Company.entered();
      try {
        return invoke(target, method, new Object[] {watched});
      } finally {
        company.close();
      }
    }
    Object result = invoke(target, method, arguments);
    return method.getReturnType().getName().startsWith("dev.aludel.domain.")
        ? port(method.getReturnType(), result)
        : result;
  }

  private static Transaction watched(Transaction transaction) {
    return proxy(
        Transaction.class, (proxy, method, arguments) -> called(transaction, method, arguments));
  }

  /** A port whose calls are counted. */
  static <T> T port(Class<T> port, Object repository) {
    return proxy(
        port,
        (proxy, method, arguments) -> {
          try (Company company = Company.entered()) {
            AtomicInteger streamed = new AtomicInteger();
            int calls = CALLS.get() + 1;
            CALLS.set(calls);
            int before = STATEMENTS.get();
            CallAccess.callBegins();
            Object result = invoke(repository, method, counting(arguments, streamed));
            int statements = STATEMENTS.get() - before;
            // What the reader of a stream asks for by the way is its own; and among others a call
            // may run again as a whole, which is no growth.
            if (company.isAlone()) {
              CallAccess.callEnded(port.getSimpleName() + "." + method.getName());
            }
            if (company.isAlone() && (!streams(method) || CALLS.get() == calls)) {
              see(
                  name(port, method),
                  Math.max(rows(result, arguments), streamed.get()),
                  statements);
            }
            return result;
          }
        });
  }

  private static boolean streams(Method method) {
    return List.of(method.getParameterTypes()).contains(Function.class);
  }

  /** The arguments, and the reader of a stream, if one is among them, with its rows counted. */
  private static Object @Nullable [] counting(
      Object @Nullable [] arguments, AtomicInteger streamed) {
    return arguments == null
        ? null
        : Stream.of(arguments).map(argument -> counting(argument, streamed)).toArray();
  }

  @SuppressWarnings("unchecked") // the ports take no other functions
  private static Object counting(Object argument, AtomicInteger streamed) {
    if (!(argument instanceof Function<?, ?> reader)) {
      return argument;
    }
    Function<Stream<?>, Object> read = (Function<Stream<?>, Object>) reader;
    Function<Stream<?>, Object> counted =
        rows -> read.apply(rows.peek(row -> streamed.incrementAndGet()));
    return counted;
  }

  private static void see(String method, int rows, int statements) {
    SEEN.merge(method, new Calls(rows, statements), Calls::and);
    int most = MORE.getOrDefault(method.replaceAll("\\[.*", ""), MOST);
    if (statements > most + rows / ROWS_OF_ONE) {
      LeakWatch.found(
          "%s ran %d statements for %d rows, %s".formatted(method, statements, rows, TOO_MANY));
    }
  }

  private static int rows(@Nullable Object result, Object @Nullable [] arguments) {
    int taken =
        arguments == null ? 0 : Stream.of(arguments).mapToInt(PortCalls::size).max().orElse(0);
    int given =
        result instanceof Number count
            ? (int) Math.min(count.longValue(), 1_000_000)
            : size(result);
    return Math.max(taken, given);
  }

  private static int size(@Nullable Object value) {
    if (value instanceof Page<?> page) {
      return page.items().size();
    }
    return value instanceof Collection<?> collection ? collection.size() : 0;
  }

  private static Object invoke(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(PortCalls.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
