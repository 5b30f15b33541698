package dev.aludel.persistence.jooq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails every test of this module that leaves a connection or a statement open: of the storages, by
 * their own count and by the server's, and of whatever opens SQLite files, by the process's file
 * descriptors where the system shows them. JUnit finds it by itself.
 */
public final class LeakWatch
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
  private static final Pattern SQLITE_FILE = Pattern.compile(".*\\.db(-wal|-shm)?");
  private static final Usage NOTHING = new Usage(0, 0, 0);

  private static final List<Connections> OPENED = new ArrayList<>();
  private static final List<String> FOUND = new ArrayList<>();
  private static final Deque<Mark> MARKS = new ArrayDeque<>();

  /** What was there before a test, which is not the test's fault. */
  private record Mark(int opened, int found, Set<String> files) {}

  /** For JUnit. */
  public LeakWatch() {}

  static void opened(Connections connections) {
    synchronized (OPENED) {
      OPENED.add(connections);
    }
  }

  /** Something was met during the test that is still open. */
  static void found(String leak) {
    synchronized (OPENED) {
      FOUND.add(leak);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    dropTemplatesAtTheEnd(context);
    mark();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    mark();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    requireNothingLeft(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    requireNothingLeft(context);
  }

  private static void dropTemplatesAtTheEnd(ExtensionContext context) {
    boolean isInnerRun = !MARKS.isEmpty();
    if (!isInnerRun) {
      AutoCloseable drop = Templates::drop;
      context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .getOrComputeIfAbsent(Templates.class, key -> drop);
    }
  }

  private static void mark() {
    synchronized (OPENED) {
      MARKS.push(new Mark(OPENED.size(), FOUND.size(), openFiles()));
    }
  }

  private static void requireNothingLeft(ExtensionContext context) {
    List<String> leaks = leaks();
    if (!leaks.isEmpty()) {
      throw new AssertionError(
          "%s left behind: %s".formatted(context.getDisplayName(), String.join("; ", leaks)));
    }
  }

  private static List<String> leaks() {
    synchronized (OPENED) {
      Mark before = MARKS.pop();
      List<String> leaks = new ArrayList<>();
      List<Connections> opened = OPENED.subList(before.opened(), OPENED.size());
      opened.stream()
          .filter(connections -> !connections.usage().equals(NOTHING))
          .map(connections -> connections.usage() + " of " + connections + ", open or in use")
          .forEach(leaks::add);
      opened.clear();
      List<String> found = FOUND.subList(before.found(), FOUND.size());
      leaks.addAll(found);
      found.clear();
      Set<String> files = openFiles();
      files.removeAll(before.files());
      // Told once, not again by the class around the test.
      MARKS.forEach(mark -> mark.files().addAll(files));
      files.forEach(file -> leaks.add(file + ", open"));
      return leaks;
    }
  }

  private static Set<String> openFiles() {
    Set<String> files = new TreeSet<>();
    if (Files.isDirectory(DESCRIPTORS)) {
      try (Stream<Path> descriptors = Files.list(DESCRIPTORS)) {
        for (Path descriptor : new HashSet<>(descriptors.toList())) {
          target(descriptor).filter(SQLITE_FILE.asMatchPredicate()).forEach(files::add);
        }
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return files;
  }

  // The descriptor that lists the others is gone when it is looked at.
  private static Stream<String> target(Path descriptor) {
    try {
      return Stream.of(Files.readSymbolicLink(descriptor).toString());
    } catch (IOException gone) {
      return Stream.empty();
    }
  }
}
