package dev.aludel.migrations.script;

import dev.aludel.migrations.effect.Effect;
import dev.aludel.migrations.effect.Effect.ChangesSession;
import dev.aludel.migrations.effect.Effect.Maintains;
import dev.aludel.migrations.effect.Effect.Pragma;
import dev.aludel.migrations.effect.Effect.SessionPart;
import dev.aludel.migrations.effect.Effect.WorksConcurrently;
import dev.aludel.migrations.script.ScriptStatement.Execution;
import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses what a database's own SQL cannot do where a revision runs: what needs to be outside a
 * transaction, and what changes a connection, or the process, in a way that cannot be put back.
 */
final class SessionRules {
  /** Pragmas that a transaction refuses or passes over. */
  private static final Set<String> OUTSIDE =
      Set.of(
          "auto_vacuum",
          "journal_mode",
          "page_size",
          "synchronous",
          "temp_store",
          "wal_checkpoint");

  /** Pragmas that are about the process. */
  private static final Set<String> OF_THE_PROCESS =
      Set.of("data_store_directory", "hard_heap_limit", "temp_store_directory");

  private static final Set<String> OUTSIDE_OBJECTS = Set.of("database", "tablespace");
  private static final Set<String> WHOLE_DATABASE = Set.of("database", "schema", "system");
  private static final Set<String> OTHER_DATES = Set.of("german", "postgres", "sql");

  private static final String AUTOCOMMIT =
      "Put \"--@ autocommit\" before it, in a revision of its own.";

  private final ScriptStatement statement;
  private final List<Effect> effects;

  private SessionRules(ScriptStatement statement, List<Effect> effects) {
    this.statement = statement;
    this.effects = effects;
  }

  /**
   * @param effects what the statement does
   */
  static void refuse(ScriptStatement statement, List<Effect> effects) {
    if (statement.form() == ScriptStatement.Form.VERBATIM) {
      SessionRules rules = new SessionRules(statement, effects);
      effects.stream()
          .flatMap(effect -> rules.refusal(effect).stream())
          .findFirst()
          .or(rules::refusalByWords)
          .ifPresent(
              reason -> {
                throw new ScriptException(statement.position(), reason);
              });
    }
  }

  private Optional<String> refusal(Effect effect) {
    if (effect instanceof Pragma pragma) {
      return refusal(pragma);
    }
    if (effect instanceof ChangesSession change) {
      return refusal(change);
    }
    boolean outside =
        isOf(effect, "vacuum")
            || (effect instanceof WorksConcurrently
                && effects.stream().noneMatch(other -> isOf(other, "refresh")));
    return outside ? needsAutocommit() : Optional.empty();
  }

  private static boolean isOf(Effect effect, String maintenance) {
    return effect instanceof Maintains tending && tending.word().equals(maintenance);
  }

  private Optional<String> refusal(Pragma pragma) {
    boolean acts = !pragma.value().isEmpty() || pragma.name().equals("wal_checkpoint");
    if (!acts) {
      return Optional.empty();
    }
    if (OF_THE_PROCESS.contains(pragma.name())) {
      return said("changes the whole process, and is not put back afterwards. Leave it out.");
    }
    if (pragma.name().equals("encoding")) {
      return said("does nothing once a database has a table, and each here has. Leave it out.");
    }
    return OUTSIDE.contains(pragma.name()) && isTransactional()
        ? said(
            "does not work inside a transaction of SQLite, in which a revision runs. " + AUTOCOMMIT)
        : Optional.empty();
  }

  private Optional<String> refusal(ChangesSession change) {
    if (change.part() == SessionPart.DISCARD
        && Set.of("all", "temp", "temporary").contains(change.name())) {
      return said(
          "would take from the connection what others keep there. Leave it out: what a revision leaves in its session goes at its end.");
    }
    if (change.part() == SessionPart.TRANSACTION_MODE
        && change.scope() == Effect.Scope.TRANSACTION) {
      return said(
          "sets up the transaction of the revision, which Aludel begins and which is under way. Leave it out.");
    }
    return change.part() == SessionPart.SETTING ? refusalOfSetting(change) : Optional.empty();
  }

  private Optional<String> refusalOfSetting(ChangesSession change) {
    String value = change.value().toLowerCase(Locale.ROOT).replaceAll("['\"]", "");
    return switch (change.name()) {
      case "transaction_isolation", "transaction_read_only", "transaction_deferrable" ->
          said(
              "sets up the transaction of the revision, which Aludel begins and which is under way. Leave it out.");
      case "client_encoding" ->
          value.isEmpty() || Set.of("default", "utf8", "utf-8", "unicode").contains(value)
              ? Optional.empty()
              : said(
                  "asks for another encoding than that of scripts, which is UTF-8. Leave it out.");
      case "datestyle" ->
          OTHER_DATES.stream().anyMatch(value::contains)
              ? said(
                  "has dates written in a way that the driver does not read. Write \"set datestyle = 'ISO, DMY'\", or the order that the script's dates have.")
              : Optional.empty();
      case "standard_conforming_strings" ->
          Set.of("off", "false", "no", "0").contains(value)
              ? said(
                  "has texts read otherwise than scripts are. Leave it out, and write E'...' where a backslash is an escape.")
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<String> refusalByWords() {
    if (statement.syntaxOfEffects() == SqlSyntax.SQLITE) {
      return Optional.empty();
    }
    List<String> words =
        Lexer.substance(statement.text(), statement.syntax()).stream()
            .limit(2)
            .map(Token::folded)
            .toList();
    String second = words.size() < 2 ? "" : words.get(1);
    boolean outside =
        switch (words.get(0)) {
          case "create", "drop" -> OUTSIDE_OBJECTS.contains(second);
          case "reindex" -> WHOLE_DATABASE.contains(second);
          case "alter" -> second.equals("system");
          case "cluster" -> second.isEmpty();
          default -> false;
        };
    return outside ? needsAutocommit() : Optional.empty();
  }

  private boolean isTransactional() {
    return statement.execution() == Execution.TRANSACTIONAL;
  }

  private Optional<String> needsAutocommit() {
    return isTransactional()
        ? said("cannot run inside a transaction, in which a revision runs. " + AUTOCOMMIT)
        : Optional.empty();
  }

  private Optional<String> said(String reason) {
    return Optional.of("\"%s\" %s".formatted(Excerpt.of(statement.text()), reason));
  }
}
