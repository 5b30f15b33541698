package dev.aludel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aludel.app.cli.Streams.Colour;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The specification by example, from the command line down to the rows in SQLite. */
final class GraphCasesTest {
  @TempDir private Path folder;

  @Test
  void all_areThere() throws IOException {
    assertThat(GraphCase.all()).hasSize(65);
  }

  @ParameterizedTest
  @MethodSource("dev.aludel.app.cli.GraphCase#all")
  void command_doesWhatIsSpecified(GraphCase example) throws IOException, SQLException {
    SqliteFile database = new SqliteFile(folder.resolve("aludel.db"));
    GraphScripts.write(example.graph(), folder.resolve("scripts"));
    database.execute(GraphScripts.LOG_TABLE, SqliteFile.VERSION_TABLE);
    for (String row : example.rows()) {
      database.execute("insert into alembic_version values ('%s')".formatted(row));
    }

    Outcome outcome = run(example);

    List<String> logged = database.texts("select step from steps order by rowid");
    if (example.error() == null) {
      assertThat(outcome.err()).isEmpty();
      assertThat(outcome.exitCode()).isZero();
      JsonNode answer = new ObjectMapper().readTree(outcome.out());
      assertThatStepsFollow(example.steps(), logged);
      assertThat(steps(answer)).isEqualTo(logged);
      assertThat(texts(answer.path("after")))
          .containsExactlyInAnyOrderElementsOf(example.rowsAfter());
    } else {
      assertThat(outcome.err()).contains(example.error());
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.exitCode()).isEqualTo(1);
      assertThat(logged).isEmpty();
    }
    assertThat(database.texts("select version_num from alembic_version"))
        .containsExactlyInAnyOrderElementsOf(example.rowsAfter());
  }

  private Outcome run(GraphCase example) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Streams streams =
        new Streams(new PrintWriter(out, false), new PrintWriter(err, false), Colour.OFF);
    String[] arguments =
        Stream.concat(
                Stream.of("--json", "--quiet", "--script-location", "scripts", example.command()),
                example.targets().stream())
            .toArray(String[]::new);
    String url = "sqlite:///" + folder.resolve("aludel.db");
    int exitCode =
        new AludelCommandLine(Scenario.environment(folder), streams)
            .run(
                Stream.concat(Stream.of("--url", url), Stream.of(arguments))
                    .toArray(String[]::new));
    return new Outcome(out.toString(), err.toString(), exitCode);
  }

  private record Outcome(String out, String err, int exitCode) {}

  private static List<String> steps(JsonNode answer) {
    return elements(answer.path("steps"))
        .map(
            step ->
                (step.path("direction").asText().equals("upgrade") ? "+" : "-")
                    + step.path("revision").asText())
        .toList();
  }

  private static List<String> texts(JsonNode array) {
    return elements(array).map(JsonNode::asText).toList();
  }

  private static Stream<JsonNode> elements(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }

  /** Blocks of neighbouring long runs are compared as blocks: which one comes first is free. */
  private static void assertThatStepsFollow(List<List<String>> runs, List<String> steps) {
    List<String> rest = new ArrayList<>(steps);
    for (int run = 0; run < runs.size(); ) {
      int end = run + 1;
      while (runs.get(run).size() > 1 && end < runs.size() && runs.get(end).size() > 1) {
        end++;
      }
      List<List<String>> block = runs.subList(run, end);
      List<String> wanted = block.stream().flatMap(List::stream).toList();
      assertThat(rest).hasSizeGreaterThanOrEqualTo(wanted.size());
      List<String> found = List.copyOf(rest.subList(0, wanted.size()));
      assertThat(found).containsExactlyInAnyOrderElementsOf(wanted);
      block.forEach(each -> assertThat(found).containsSubsequence(each));
      rest.subList(0, wanted.size()).clear();
      run = end;
    }
    assertThat(rest).isEmpty();
  }
}
