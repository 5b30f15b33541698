package dev.aludel.migrations.drawing;

import dev.aludel.migrations.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a drawing while it goes down. Each is free, or holds a line that leads to the
 * revision that it waits for. Columns are two characters apart, and none ever moves.
 */
final class Lanes {
  private final List<@Nullable RevisionId> awaited = new ArrayList<>();

  /** The lanes that wait for the revision, from the left. */
  List<Integer> awaiting(RevisionId id) {
    return IntStream.range(0, awaited.size())
        .filter(lane -> id.equals(awaited.get(lane)))
        .boxed()
        .toList();
  }

  /** The first free lane from this one on. */
  int freeFrom(int start) {
    int lane = start;
    while (lane < awaited.size() && awaited.get(lane) != null) {
      lane++;
    }
    return lane;
  }

  void await(int lane, RevisionId id) {
    while (awaited.size() <= lane) {
      awaited.add(null);
    }
    awaited.set(lane, id);
  }

  void free(int lane) {
    if (lane < awaited.size()) {
      awaited.set(lane, null);
    }
  }

  /** A line of the drawing in which all lanes go straight down. */
  StringBuilder straight() {
    StringBuilder line = new StringBuilder();
    for (int lane = 0; lane < awaited.size(); lane++) {
      put(line, 2 * lane, awaited.get(lane) == null ? ' ' : '|');
    }
    return line;
  }

  /** The lines in which something goes from one lane to another, over those between them. */
  List<String> crossing(int from, int to) {
    char slope = from < to ? '\\' : '/';
    int start = from < to ? 2 * from + 1 : 2 * from - 1;
    int end = from < to ? 2 * to - 1 : 2 * to + 1;
    StringBuilder line = straight();
    put(line, start, slope);
    if (start == end) {
      return List.of(text(line));
    }
    for (int i = Math.min(start, end); i <= Math.max(start, end); i++) {
      if (i >= line.length() || line.charAt(i) == ' ') {
        put(line, i, '_');
      }
    }
    StringBuilder arrival = straight();
    put(arrival, end, slope);
    return List.of(text(line), text(arrival));
  }

  static void put(StringBuilder line, int offset, char c) {
    while (line.length() <= offset) {
      line.append(' ');
    }
    line.setCharAt(offset, c);
  }

  static String text(StringBuilder line) {
    return line.toString().stripTrailing();
  }
}
