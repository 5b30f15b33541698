package dev.aludel.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Queue;

/** A clock that says one instant after the other. */
final class ListedClock extends Clock {
  private final Queue<Instant> left;

  ListedClock(Queue<Instant> left) {
    this.left = left;
  }

  @Override
  public Instant instant() {
    return left.remove();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
