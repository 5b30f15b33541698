package dev.aludel.benchmarks.command;

/** What a JVM costs that does nothing. */
public final class EmptyMain {
  private EmptyMain() {}

  public static void main(String[] arguments) {
    // Nothing is what is measured.
  }
}
