package dev.aludel.migrations.database;

import static dev.aludel.migrations.database.ParameterValues.SWITCH;
import static dev.aludel.migrations.database.ParameterValues.TEXT;
import static dev.aludel.migrations.database.ParameterValues.WHOLE_NUMBER;
import static dev.aludel.migrations.database.ParameterValues.oneOf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All parameters of SQLite: the driver's, and those of SQLite's own file: URIs. */
final class SqliteParameterList {
  private static final List<String> SWITCHES =
      List.of(
          "automatic_index",
          "enable_load_extension",
          "fullsync",
          "jdbc.get_generated_keys",
          "read_uncommitted",
          "shared_cache");

  private static final List<String> WHOLE_NUMBERS =
      List.of(
          "busy_timeout",
          "cache_size",
          "journal_size_limit",
          "limit_attached",
          "limit_column",
          "limit_compound_select",
          "limit_expr_depth",
          "limit_function_arg",
          "limit_length",
          "limit_like_pattern_length",
          "limit_page_count",
          "limit_sql_length",
          "limit_trigger_depth",
          "limit_variable_number",
          "limit_vdbe_op",
          "limit_worker_threads",
          "max_page_count",
          "mmap_size",
          "page_size",
          "wal_autocheckpoint");

  private static final Map<String, ParameterValues> OTHERS =
      Map.ofEntries(
          Map.entry("cache_spill", TEXT),
          Map.entry("date_class", oneOf("INTEGER", "TEXT", "REAL")),
          Map.entry("date_precision", oneOf("SECONDS", "MILLISECONDS")),
          Map.entry("date_string_format", TEXT),
          Map.entry("encoding", oneOf("UTF-8", "UTF-16", "UTF-16le", "UTF-16be")),
          Map.entry("foreign_keys", oneOf("on", "true", "yes", "1")),
          Map.entry("journal_mode", oneOf("DELETE", "TRUNCATE", "PERSIST", "MEMORY", "WAL", "OFF")),
          Map.entry(
              "secure_delete", oneOf("on", "off", "true", "false", "yes", "no", "1", "0", "fast")),
          Map.entry("synchronous", oneOf("OFF", "NORMAL", "FULL")),
          Map.entry("temp_store", oneOf("DEFAULT", "FILE", "MEMORY")));

  private static final List<String> OTHER_MEANING =
      List.of(
          "case_sensitive_like",
          "defer_foreign_keys",
          "jdbc.explicit_readonly",
          "legacy_alter_table",
          "recursive_triggers",
          "reverse_unordered_selects",
          "transaction_mode");

  private static final List<String> WITHOUT_EFFECT =
      List.of(
          "count_changes",
          "default_cache_size",
          "empty_result_callback",
          "full_column_names",
          "legacy_file_format",
          "short_column_names",
          "temp_store_directory");

  private static final Map<String, String> OTHERWISE =
      Map.ofEntries(
          Map.entry("application_id", "it is a content of the file. Leave it out."),
          Map.entry("user_version", "it is a content of the file. Leave it out."),
          Map.entry("hexkey_mode", "SQLite's driver encrypts nothing. Leave it out."),
          Map.entry("password", "SQLite's driver encrypts nothing. Leave it out."),
          Map.entry("immutable", "Aludel writes to the file. Leave it out."),
          Map.entry("incremental_vacuum", "it does something to the file. Leave it out."),
          Map.entry("locking_mode", "Aludel has several connections to the file. Leave it out."),
          Map.entry("nolock", "without locks two processes destroy the file. Leave it out."),
          Map.entry("open_mode", "write jdbc:sqlite:file:NAME?mode=ro, rw or rwc."),
          Map.entry("uri", "write jdbc:sqlite:file:NAME?mode=..."),
          Map.entry("vfs", "the file and its lock would be other ones. Leave it out."));

  /** The driver's, in every form. */
  static final ParameterList DRIVER =
      new ParameterList("SQLite", Map.of(), driver(), refused(Map.of("mode", "", "cache", "")));

  /** Beside those of the driver, SQLite's own behind {@code file:}. */
  static final ParameterList URI = new ParameterList("SQLite", Map.of(), uri(), refused(Map.of()));

  private SqliteParameterList() {}

  private static Map<String, ParameterValues> driver() {
    Map<String, ParameterValues> taken = new HashMap<>(OTHERS);
    SWITCHES.forEach(name -> taken.put(name, SWITCH));
    WHOLE_NUMBERS.forEach(name -> taken.put(name, WHOLE_NUMBER));
    return Map.copyOf(taken);
  }

  /** SQLite's own parameters, which the driver passes on as a part of the name. */
  static Map<String, ParameterValues> uriOnly() {
    return Map.of(
        "cache", oneOf("shared", "private"),
        "mode", oneOf("ro", "rw", "rwc", "memory"),
        "psow", SWITCH);
  }

  private static Map<String, ParameterValues> uri() {
    Map<String, ParameterValues> taken = new HashMap<>(driver());
    taken.putAll(uriOnly());
    return Map.copyOf(taken);
  }

  private static Map<String, String> refused(Map<String, String> more) {
    Map<String, String> refused = new HashMap<>(OTHERWISE);
    more.keySet()
        .forEach(name -> refused.put(name, "it belongs behind jdbc:sqlite:file:NAME. Write that."));
    OTHER_MEANING.forEach(
        name -> refused.put(name, "it would change what statements mean. Leave it out."));
    WITHOUT_EFFECT.forEach(name -> refused.put(name, "it has no effect. Leave it out."));
    return Map.copyOf(refused);
  }
}
