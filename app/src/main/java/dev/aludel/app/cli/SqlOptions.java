package dev.aludel.app.cli;

import dev.aludel.migrations.dialect.DatabaseVersionException;
import dev.aludel.migrations.run.OfflineOptions;
import dev.aludel.migrations.run.OfflineRangeException;
import java.io.IOException;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Whether a command runs on the database, or writes what others will run on it. */
final class SqlOptions {
  private static final Set<String> FIT_FOR_SQL =
      Set.of("--sql", "--target-version", "--transaction");

  @Option(
      names = "--sql",
      order = 30,
      description = {
        "Runs nothing: writes to standard output the SQL that others will run.",
        "Opens no database; of the URL, only the kind of the database counts."
      })
  private boolean sql;

  @Option(
      names = "--target-version",
      order = 31,
      paramLabel = "VERSION",
      description = {
        "With --sql: the version of the database that will run it, or an older one.",
        "Default: the oldest that Aludel knows, SQLite 3.37 or PostgreSQL 14."
      })
  private @Nullable String targetVersion;

  @Spec(Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec command;

  /** Writes the SQL of what the command is for. */
  @FunctionalInterface
  interface Writing {
    SqlAnswer.Contents write(OfflineOptions options, Appendable out) throws IOException;
  }

  /**
   * Whether SQL is to be written.
   *
   * @throws ParameterException if another option asks for what does not go with that
   */
  boolean isAsked() {
    if (sql) {
      command.commandLine().getParseResult().matchedOptions().stream()
          .map(OptionSpec::longestName)
          .filter(Predicate.not(FIT_FOR_SQL::contains))
          .filter(Predicate.not(command.parent().optionsMap()::containsKey))
          .findFirst()
          .ifPresent(this::refuse);
    } else if (targetVersion != null) {
      throw wrong(
          "--target-version says for which database --sql writes. Add --sql, or leave it out.",
          null);
    }
    return sql;
  }

  private void refuse(String option) {
    throw wrong(
        "%s does not go with --sql: it is for a run on the database, and --sql only writes what others will run. Leave one of them out."
            .formatted(option),
        null);
  }

  /**
   * What is written, whole.
   *
   * @throws ParameterException if the targets have not the form that is needed here, or the version
   *     is none that Aludel writes for
   */
  SqlAnswer answer(Writing writing) {
    StringBuilder script = new StringBuilder();
    try {
      OfflineOptions options =
          targetVersion == null
              ? OfflineOptions.ANY_VERSION
              : OfflineOptions.targetVersion(targetVersion);
      return new SqlAnswer(writing.write(options, script), script.toString());
    } catch (OfflineRangeException | DatabaseVersionException e) {
      throw wrong(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new IllegalStateException("a text takes all that is written", e);
    }
  }

  private ParameterException wrong(String message, @Nullable Throwable cause) {
    return new ParameterException(command.commandLine(), message, cause);
  }
}
