package dev.aludel.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
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
  public static void main(String[] arguments)
      throws RunnerException, ClassNotFoundException, IOException, SQLException {
    RatioTable table = new RatioTable();
    String machine;
    try (WorkFolder folder = WorkFolder.create();
        PostgresServer server = PostgresServer.start()) {
      ChainedOptionsBuilder options =
          new OptionsBuilder()
              .include(arguments[0])
              .shouldFailOnError(true)
              .addProfiler(GCProfiler.class)
              // Before what a benchmark appends itself, as the size of its heap.
              .jvmArgsPrepend(
                  "--enable-native-access=ALL-UNNAMED",
                  // Each second what the JVM does each minute: a lock that code took over from its
                  // own compilation is made light again.
                  "-XX:+UnlockDiagnosticVMOptions",
                  "-XX:+IgnoreUnrecognizedVMOptions",
                  "-XX:GuaranteedAsyncDeflationInterval=1000",
                  "-Dorg.jboss.logging.provider=slf4j",
                  folder.jvmArgument(),
                  server.urlArgument(),
                  server.databaseArgument());
      machine = Machine.described(server);
      Stream.of(arguments).skip(2).forEach(choice -> choose(options, choice));
      measure(options.build(), Integer.parseInt(arguments[1]), table);
    }
    System.out.println(machine + System.lineSeparator());
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
      throws RunnerException, ClassNotFoundException {
    for (int i = 1; i <= rounds; i++) {
      Options round = new OptionsBuilder().parent(options).output("jmh-" + i + ".log").build();
      for (RunResult result : new Runner(round).run()) {
        new Measured(result).addTo(table);
      }
    }
  }
}
