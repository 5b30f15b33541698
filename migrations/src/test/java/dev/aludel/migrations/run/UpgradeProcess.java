package dev.aludel.migrations.run;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.plan.Step;
import dev.aludel.migrations.script.ScriptStatement;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Another process that upgrades a database to its heads. It reports each statement on standard
 * output before it runs it.
 */
public final class UpgradeProcess {
  private UpgradeProcess() {}

  /** Starts one, whose errors go where this process's go; {@code folder} holds the scripts. */
  static Process start(String url, Path folder, Hold hold) throws IOException {
    return prepare(url, folder, hold).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** One that is still to be started; {@code folder} holds the scripts. */
  static ProcessBuilder prepare(String url, Path folder, Hold hold) {
    return new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path").replace(";", File.pathSeparator),
        UpgradeProcess.class.getName(),
        url,
        folder.toString(),
        hold.name());
  }

  /** Whether the process stops in the middle. */
  enum Hold {
    NEVER,
    /** It sleeps before the first statement, under the lock. */
    BEFORE_THE_FIRST_STATEMENT
  }

  public static void main(String[] arguments) {
    Hold hold = Hold.valueOf(arguments[2]);
    MigrationResult result =
        Migrator.builder()
            .url(arguments[0])
            .scripts(Path.of(arguments[1]))
            .lockWait(Duration.ofSeconds(90))
            .listener(
                new MigrationListener() {
                  @Override
                  public void executing(Step step, ScriptStatement statement) {
                    report(List.of("executing", step.revision().id().value()));
                    if (hold == Hold.BEFORE_THE_FIRST_STATEMENT) {
                      sleep();
                    }
                  }
                })
            .build()
            .upgrade();
    report(List.of("done", String.valueOf(result.steps().size())));
  }

  private static void report(List<String> words) {
    System.out.println(String.join(" ", words));
    System.out.flush();
  }

  private static void sleep() {
    try {
      Thread.sleep(Duration.ofMinutes(5).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
