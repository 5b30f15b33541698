package dev.aludel.persistence.jooq.statement;

import dev.aludel.persistence.jooq.statement.CompiledStatement.FoundColumn;
import dev.aludel.persistence.jooq.statement.CompiledStatement.TableKeys;
import dev.aludel.persistence.jooq.statement.Parameter.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Compiled statements as text, five lines for each and an empty one: its name, its table, what it
 * takes, what it finds, its SQL.
 */
final class StatementFile {

  private static final String WRITTEN = "set:";
  private static final char GIVEN = '=';
  private static final String KEY = "key:";

  private StatementFile() {}

  /** The name of a port's statement. */
  static String name(String port, String statement) {
    return port.isEmpty() ? statement : port + "." + statement;
  }

  /** The name of the statement that finds what follows a place in a list. */
  static String behind(String list) {
    return list + " behind";
  }

  static String write(Map<String, CompiledStatement> statements) {
    StringBuilder text = new StringBuilder();
    statements.forEach(
        (name, statement) ->
            text.append(name)
                .append('\n')
                .append(words("of", tableWords(statement.table())))
                .append(words("takes", parameterWords(statement.parameters())))
                .append(words("finds", columnWords(statement.columns())))
                .append(statement.sql())
                .append("\n\n"));
    return text.toString();
  }

  private static String words(String first, List<String> others) {
    StringJoiner line = new StringJoiner(" ", "", "\n").add(first);
    others.forEach(line::add);
    return line.toString();
  }

  private static List<String> tableWords(TableKeys table) {
    List<String> words = new ArrayList<>();
    words.add(table.table());
    table.key().forEach(place -> words.add(KEY + place));
    words.addAll(table.references());
    return words;
  }

  private static List<String> parameterWords(List<Parameter> parameters) {
    return parameters.stream()
        .map(
            parameter ->
                parameter.use() == Use.WRITTEN ? WRITTEN + parameter.place() : parameter.place())
        .toList();
  }

  private static List<String> columnWords(List<FoundColumn> columns) {
    return columns.stream()
        .map(
            column ->
                column.given() == CompiledStatement.NOT_GIVEN
                    ? column.place()
                    : column.place() + GIVEN + column.given())
        .toList();
  }

  /** In no order. */
  static Map<String, CompiledStatement> read(String text) {
    Map<String, CompiledStatement> statements = new HashMap<>();
    String[] lines = text.split("\n", -1);
    for (int line = 0; line + 4 < lines.length; line += 6) {
      statements.put(
          lines[line],
          new CompiledStatement(
              lines[line + 4],
              table(words(lines[line + 1])),
              parameters(words(lines[line + 2])),
              columns(words(lines[line + 3]))));
    }
    return statements;
  }

  /** The words behind the first. */
  private static List<String> words(String line) {
    List<String> words = List.of(line.split(" ", -1));
    return words.subList(1, words.size());
  }

  private static TableKeys table(List<String> words) {
    List<String> key = new ArrayList<>();
    List<String> references = new ArrayList<>();
    for (String word : words.subList(1, words.size())) {
      if (word.startsWith(KEY)) {
        key.add(word.substring(KEY.length()));
      } else {
        references.add(word);
      }
    }
    return new TableKeys(words.get(0), key, references);
  }

  private static List<Parameter> parameters(List<String> words) {
    List<Parameter> parameters = new ArrayList<>();
    for (String word : words) {
      parameters.add(
          word.startsWith(WRITTEN)
              ? new Parameter(word.substring(WRITTEN.length()), Use.WRITTEN)
              : new Parameter(word, Use.ASKED_FOR));
    }
    return parameters;
  }

  private static List<FoundColumn> columns(List<String> words) {
    List<FoundColumn> columns = new ArrayList<>();
    for (String word : words) {
      int given = word.indexOf(GIVEN);
      // Interned, because a row finds a column soonest by the constant's own text.
      columns.add(
          given < 0
              ? new FoundColumn(word.intern(), CompiledStatement.NOT_GIVEN)
              : new FoundColumn(
                  word.substring(0, given).intern(), Integer.parseInt(word.substring(given + 1))));
    }
    return columns;
  }
}
