package dev.aludel.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
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
   * @param arguments a regular expression over the names of benchmarks; the number of rounds; then
   *     choices of parameters, as {@code rivals=floor,ours}, where nothing chosen is everything
   */
  public static void main(String[] arguments) throws RunnerException, IOException, SQLException {
    RatioTable table = new RatioTable();
    try (WorkFolder folder = WorkFolder.create();
        PostgresServer server = PostgresServer.start()) {
      ChainedOptionsBuilder options =
          new OptionsBuilder()
              .include(arguments[0])
              .shouldFailOnError(true)
              .addProfiler(GCProfiler.class)
              .jvmArgsAppend(
                  "--enable-native-access=ALL-UNNAMED",
                  folder.jvmArgument(),
                  server.urlArgument(),
                  server.databaseArgument());
      Stream.of(arguments).skip(2).forEach(choice -> choose(options, choice));
      measure(options.build(), Integer.parseInt(arguments[1]), table);
    }
    System.out.println();
    table.lines().forEach(System.out::println);
  }

  // Rivals who take turns are one value, those with a process of their own are several.
  private static void choose(ChainedOptionsBuilder options, String choice) {
    String[] parts = choice.split("=", -1);
    String[] values = parts[1].toUpperCase(Locale.ROOT).split(",", -1);
    if (parts[1].isEmpty()) {
      return;
    }
    options.param(parts[0], parts[0].equals("database") ? values : new String[] {parts[1]});
    if (parts[0].equals("rivals")) {
      options.param("rival", values);
    }
  }

  private static void measure(Options options, int rounds, RatioTable table)
      throws RunnerException {
    for (int i = 1; i <= rounds; i++) {
      Options round = new OptionsBuilder().parent(options).output("jmh-" + i + ".log").build();
      new Runner(round).run().forEach(result -> new Measured(result).addTo(table));
    }
  }
}
