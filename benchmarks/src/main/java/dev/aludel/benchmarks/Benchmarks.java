package dev.aludel.benchmarks;

import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
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
  public static void main(String[] arguments) throws RunnerException {
    Options options = new OptionsBuilder().include(arguments[0]).forks(1).build();
    RatioTable table = new RatioTable();
    int rounds = Integer.parseInt(arguments[1]);
    for (int i = 0; i < rounds; i++) {
      Collection<RunResult> results = new Runner(options).run();
      results.forEach(table::add);
    }
    System.out.println();
    table.lines().forEach(System.out::println);
  }
}
