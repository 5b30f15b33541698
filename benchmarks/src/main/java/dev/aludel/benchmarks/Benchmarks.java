package dev.aludel.benchmarks;

import java.io.IOException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs benchmarks and prints one table of ratios. All are run once in each round, so that what else
 * the machine does meanwhile meets rivals alike.
 */
public final class Benchmarks {
  private Benchmarks() {}

  /**
   * Runs what it is told to.
   *
   * @param arguments a regular expression over the names of benchmarks, and the number of rounds
   */
  public static void main(String[] arguments) throws RunnerException, IOException {
    RatioTable table = new RatioTable();
    try (WorkFolder folder = WorkFolder.create()) {
      Options options =
          new OptionsBuilder()
              .include(arguments[0])
              .forks(1)
              .jvmArgsAppend("--enable-native-access=ALL-UNNAMED", folder.jvmArgument())
              .build();
      for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
        new Runner(options).run().forEach(table::add);
      }
    }
    System.out.println();
    table.lines().forEach(System.out::println);
  }
}
