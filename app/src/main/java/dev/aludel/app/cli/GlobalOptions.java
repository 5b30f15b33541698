package dev.aludel.app.cli;

import dev.aludel.app.wiring.Flags;
import dev.aludel.app.wiring.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options of every command, before its name or after it. Only script locations may stand in
 * both places; they add up.
 */
final class GlobalOptions {
  // Behind a command's own options in its help.
  private static final int LAST = 100;

  @Option(
      names = "--url",
      order = LAST,
      paramLabel = "URL",
      description = {
        "The database: sqlite:///FILE, postgresql://USER:PASSWORD@HOST:PORT/NAME, or a JDBC URL.",
        "Others see a password in it, by ps: see --password-file.",
        "Variable ALUDEL_DATABASE_URL; default sqlite:///aludel.db."
      })
  private @Nullable String url;

  @Option(
      names = "--password-file",
      order = LAST,
      paramLabel = "FILE",
      description = {
        "A file with the password of the PostgreSQL user, in one line.",
        "Variable ALUDEL_PASSWORD_FILE; default: PGPASSWORD, else ~/.pgpass."
      })
  private @Nullable String passwordFile;

  @Option(
      names = "--config",
      order = LAST + 1,
      paramLabel = "FILE",
      description = {
        "The file with the settings.",
        "Variable ALUDEL_CONFIG; default aludel.properties here or above."
      })
  private @Nullable Path config;

  @Option(
      names = "--script-location",
      order = LAST + 2,
      paramLabel = "DIR",
      description = {
        "A folder of revision scripts, or classpath:FOLDER, in place of the bundled ones; may be repeated.",
        "Variable ALUDEL_SCRIPT_LOCATION; default: the bundled revisions."
      })
  private List<String> scriptLocations = new ArrayList<>();

  @Option(
      names = "--bundled",
      order = LAST + 3,
      description = {
        "Adds the bundled revisions to those of --script-location.",
        "Variable ALUDEL_BUNDLED (true or false); default false."
      })
  private boolean bundled;

  @Option(
      names = "--version-table",
      order = LAST + 4,
      paramLabel = "TABLE",
      description = {
        "The table that says where the database is, TABLE or SCHEMA.TABLE.",
        "Variable ALUDEL_VERSION_TABLE; default alembic_version."
      })
  private @Nullable String versionTable;

  @Option(names = "--json", order = LAST + 5, description = "Answers in JSON, in one value.")
  private boolean json;

  @Option(
      names = {"-v", "--verbose"},
      order = LAST + 6,
      description = "Says more: whole revisions, progress, the trace of an unexpected error.")
  private boolean verbose;

  @Option(
      names = {"-q", "--quiet"},
      order = LAST + 7,
      description = "Says less: no notes; answers and errors stay.")
  private boolean quiet;

  @Option(
      names = {"-h", "--help"},
      order = LAST + 8,
      usageHelp = true,
      description = "Shows this help.")
  @SuppressWarnings("UnusedVariable") // that the option is given is all picocli needs
  private boolean help;

  /** Takes an option and its value; false if it is none of these, or left to picocli. */
  boolean take(PlainArguments arguments) {
    switch (arguments.word()) {
      case "--url" -> url = arguments.value(url);
      case "--password-file" -> passwordFile = arguments.value(passwordFile);
      case "--script-location" -> scriptLocations.add(arguments.value(null));
      case "--bundled" -> bundled = arguments.given(bundled);
      case "--version-table" -> versionTable = arguments.value(versionTable);
      case "--json" -> json = arguments.given(json);
      case "-v", "--verbose" -> verbose = arguments.given(verbose);
      case "-q", "--quiet" -> quiet = arguments.given(quiet);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** These options where they are given, {@code outer}'s elsewhere. */
  GlobalOptions within(GlobalOptions outer) {
    GlobalOptions merged = new GlobalOptions();
    merged.url = url == null ? outer.url : url;
    merged.passwordFile = passwordFile == null ? outer.passwordFile : passwordFile;
    merged.config = config == null ? outer.config : config;
    merged.scriptLocations =
        Stream.concat(outer.scriptLocations.stream(), scriptLocations.stream()).toList();
    merged.bundled = bundled || outer.bundled;
    merged.versionTable = versionTable == null ? outer.versionTable : versionTable;
    merged.json = json || outer.json;
    merged.verbose = verbose || outer.verbose;
    merged.quiet = quiet || outer.quiet;
    return merged;
  }

  /** Whether {@code outer} has one of these options too that can be given once. */
  boolean repeat(GlobalOptions outer) {
    return (url != null && outer.url != null)
        || (passwordFile != null && outer.passwordFile != null)
        || (config != null && outer.config != null)
        || (bundled && outer.bundled)
        || (versionTable != null && outer.versionTable != null)
        || (json && outer.json)
        || (verbose && outer.verbose)
        || (quiet && outer.quiet);
  }

  /**
   * What is set here.
   *
   * @param own what the command's own options set
   */
  Flags flags(Map<Setting, String> own) {
    Map<Setting, String> values = new EnumMap<>(Setting.class);
    values.putAll(own);
    if (url != null) {
      values.put(Setting.URL, url);
    }
    if (passwordFile != null) {
      values.put(Setting.PASSWORD_FILE, passwordFile);
    }
    if (bundled) {
      values.put(Setting.BUNDLED, "true");
    }
    if (versionTable != null) {
      values.put(Setting.VERSION_TABLE, versionTable);
    }
    return new Flags(config, scriptLocations, values);
  }

  AnswerForm answerForm() {
    return json ? AnswerForm.JSON : AnswerForm.TEXT;
  }

  /** Whether they ask to say more and to say less. */
  boolean contradictEachOther() {
    return verbose && quiet;
  }

  /** How much to say. */
  Verbosity verbosity() {
    return verbose ? Verbosity.VERBOSE : quiet ? Verbosity.QUIET : Verbosity.NORMAL;
  }
}
