package dev.aludel.broken.domain;

final class ReadsTheMilliseconds {
  long time() {
    return System.currentTimeMillis();
  }
}
