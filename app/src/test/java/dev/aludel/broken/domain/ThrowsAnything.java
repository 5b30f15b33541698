package dev.aludel.broken.domain;

final class ThrowsAnything {
  void fail() {
    throw new RuntimeException("of which kind?");
  }
}
