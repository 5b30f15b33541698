package dev.aludel.persistence.jooq;

import dev.aludel.persistence.jooq.statement.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * In which kind of transaction each method of a port ran, and with how many statements, in
 * whichever test; blocks are none of it.
 */
final class CallAccess {

  /** One transaction, and what ran in it. */
  private static final class Begun {
    private final Access access;
    private int statements;

    Begun(Access access) {
      this.access = access;
    }
  }

  private static final ThreadLocal<List<Begun>> BEGUN = ThreadLocal.withInitial(ArrayList::new);

  /** The most statements of each kind of transaction, by method. */
  private static final Map<String, Map<Access, Integer>> SEEN = new TreeMap<>();

  private CallAccess() {}

  /** A transaction begins on this thread. */
  static void borrowed(Access access) {
    BEGUN.get().add(new Begun(access));
  }

  /** A statement ran on this thread. */
  static void statement() {
    List<Begun> begun = BEGUN.get();
    if (!begun.isEmpty()) {
      begun.get(begun.size() - 1).statements++;
    }
  }

  /** A call begins on this thread. */
  static void callBegins() {
    BEGUN.remove();
  }

  /** A call has ended on this thread, while no other ran. */
  static void callEnded(String method) {
    synchronized (SEEN) {
      for (Begun begun : BEGUN.get()) {
        SEEN.computeIfAbsent(method, name -> new TreeMap<>())
            .merge(begun.access, begun.statements, Math::max);
      }
    }
    BEGUN.remove();
  }

  /** The methods that began such a transaction and ran at least so many statements in it. */
  static List<String> methods(Access access, int statements) {
    synchronized (SEEN) {
      return SEEN.entrySet().stream()
          .filter(seen -> seen.getValue().getOrDefault(access, -1) >= statements)
          .flatMap(seen -> Stream.of(seen.getKey()))
          .toList();
    }
  }
}
