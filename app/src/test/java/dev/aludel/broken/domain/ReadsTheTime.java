package dev.aludel.broken.domain;

import java.time.Instant;

final class ReadsTheTime {
  Instant time() {
    return Instant.now();
  }
}
