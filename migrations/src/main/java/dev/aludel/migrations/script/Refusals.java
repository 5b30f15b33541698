package dev.aludel.migrations.script;

import java.util.ArrayList;
import java.util.List;

/** The statements that do not belong into a script: all of them are told at once. */
final class Refusals {
  private static final int SHOWN = 10;

  private final List<ScriptException> found = new ArrayList<>();

  void add(ScriptException refusal) {
    found.add(refusal);
  }

  /**
   * @throws ScriptException if there is any
   */
  void throwIfAny() {
    if (found.size() == 1) {
      throw found.get(0);
    }
    if (!found.isEmpty()) {
      throw new ScriptException(found.get(0).position(), lines());
    }
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %d statements do not belong into a script:"
            .formatted(found.get(0).position(), found.size()));
    found.stream().limit(SHOWN).map(ScriptException::getMessage).forEach(lines::add);
    if (found.size() > SHOWN) {
      lines.add("and %d more.".formatted(found.size() - SHOWN));
    }
    return lines;
  }
}
