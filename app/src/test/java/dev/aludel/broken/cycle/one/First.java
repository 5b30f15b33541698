package dev.aludel.broken.cycle.one;

import dev.aludel.broken.cycle.two.Second;

public record First(Second second) {
  public record Part() {}
}
