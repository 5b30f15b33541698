package dev.aludel.migrations.drawing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads a drawing as an eye does: from each {@code *} along the lines down to the next ones. */
final class DrawingReader {
  private final List<String> lines;

  DrawingReader(List<String> lines) {
    this.lines = lines;
  }

  /** For each caption the captions to which lines lead from its star. */
  Map<String, Set<String>> edges() {
    Map<String, Set<String>> edges = new HashMap<>();
    for (int y = 0; y < lines.size(); y++) {
      int star = lines.get(y).indexOf('*');
      if (star >= 0) {
        Set<String> below = new TreeSet<>();
        follow(y, star, below);
        if (edges.put(caption(y), below) != null) {
          throw new AssertionError(caption(y) + " is drawn twice");
        }
      }
    }
    return edges;
  }

  private String caption(int y) {
    return lines.get(y).substring(lines.get(y).lastIndexOf(' ') + 1);
  }

  /** Goes on below the character at {@code x} in line {@code y}. */
  private void follow(int y, int x, Set<String> ends) {
    int next = y + 1;
    char below = at(next, x);
    if (below == '*') {
      ends.add(caption(next));
    } else if (below == '|') {
      follow(next, x, ends);
    }
    if (at(next, x + 1) == '\\' && at(y, x + 1) != '_') {
      slope(next, x + 1, 1, '\\', ends);
    }
    if (at(next, x - 1) == '/' && at(y, x - 1) != '_') {
      slope(next, x - 1, -1, '/', ends);
    }
  }

  private void slope(int y, int x, int direction, char slope, Set<String> ends) {
    int end = x;
    while (at(y, end + 2 * direction) == '_') {
      end += 2 * direction;
    }
    if (end == x) {
      follow(y, x + direction, ends);
    } else if (at(y + 1, end) == slope) {
      follow(y + 1, end + direction, ends);
    } else {
      throw new AssertionError("a line ends nowhere, in line " + y);
    }
  }

  /** Captions are not part of the drawing. */
  private char at(int y, int x) {
    if (y >= lines.size() || x < 0 || x >= lines.get(y).length()) {
      return ' ';
    }
    int star = lines.get(y).indexOf('*');
    int end = star < 0 ? lines.get(y).length() : lines.get(y).lastIndexOf(' ');
    return x < end ? lines.get(y).charAt(x) : ' ';
  }
}
