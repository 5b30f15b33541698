package dev.aludel.migrations.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tables of docs/parameters.md are the lists of the code: neither lacks a name. */
final class DocumentedParametersTest {
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  private String postgres = "";
  private String sqlite = "";

  @BeforeEach
  void read() throws IOException {
    String text = Files.readString(Path.of("..", "docs", "parameters.md"));
    int middle = text.indexOf("\n## SQLite\n");
    postgres = text.substring(0, middle);
    sqlite = text.substring(middle);
  }

  @Test
  void tables_haveTheParametersOfPostgresql_withTheirNamesAndValues() {
    assertThat(taken(postgres)).isEqualTo(taken(PostgresParameterList.ALL));
    assertThat(refused(postgres)).isEqualTo(PostgresParameterList.ALL.refused());
  }

  @Test
  void tables_haveTheParametersOfSqlite_withTheirValues() {
    assertThat(taken(sqlite)).isEqualTo(taken(SqliteParameterList.URI));
    assertThat(refused(sqlite)).isEqualTo(SqliteParameterList.URI.refused());
  }

  @Test
  void table_hasTheParametersThatStandBehindFileAlone() {
    String ofFiles =
        sqlite.substring(sqlite.indexOf("### Behind"), sqlite.indexOf("### Refused by"));

    assertThat(taken(ofFiles).keySet())
        .isEqualTo(
            SqliteParameterList.uriOnly().keySet().stream()
                .map(Set::of)
                .collect(Collectors.toSet()));
  }

  @Test
  void table_hasTheVariables() {
    Map<String, String> variables = new HashMap<>();
    rows(postgres, "| variable |")
        .forEach(cells -> variables.put(cells.get(0), cells.get(1).replace("`", "")));

    assertThat(variables)
        .isEqualTo(
            PostgresUrl.VARIABLES.entrySet().stream()
                .collect(
                    Collectors.toMap(entry -> "`" + entry.getKey() + "`", Map.Entry::getValue)));
  }

  private static Map<Set<String>, String> taken(ParameterList list) {
    Map<Set<String>, String> taken = new HashMap<>();
    list.taken()
        .forEach(
            (name, values) -> {
              Set<String> names = new TreeSet<>(Set.of(name));
              list.otherNames()
                  .forEach(
                      (other, one) -> {
                        if (one.equals(name)) {
                          names.add(other);
                        }
                      });
              taken.put(names, values.described());
            });
    return taken;
  }

  private static Map<Set<String>, String> taken(String text) {
    Map<Set<String>, String> taken = new HashMap<>();
    rows(text, "| names |").forEach(cells -> taken.put(names(cells.get(0)), cells.get(1)));
    return taken;
  }

  private static Map<String, String> refused(String text) {
    Map<String, String> refused = new HashMap<>();
    rows(text, "| refused |")
        .forEach(cells -> names(cells.get(0)).forEach(name -> refused.put(name, cells.get(1))));
    return refused;
  }

  private static Set<String> names(String cell) {
    return NAME.matcher(cell)
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The cells of each row, of all tables that begin so. */
  private static List<List<String>> rows(String text, String beginning) {
    return List.of(text.split("\n\n")).stream()
        .filter(part -> part.startsWith(beginning))
        .flatMap(part -> part.lines().skip(2))
        .map(line -> List.of(line.substring(2).split(" \\|(?: |$)")))
        .toList();
  }
}
