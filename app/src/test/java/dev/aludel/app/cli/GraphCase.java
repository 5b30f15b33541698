package dev.aludel.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One case of {@code graph-cases.json}; the file says what its parts mean.
 *
 * @param steps runs of steps; neighbouring runs of more than one step may come in any order
 * @param error what the message of the refusal contains, or null when there is none
 */
record GraphCase(
    String id,
    String graph,
    Set<String> rows,
    String command,
    List<String> targets,
    List<List<String>> steps,
    Set<String> rowsAfter,
    @Nullable String error) {

  static Stream<GraphCase> all() throws IOException {
    try (InputStream file = GraphCase.class.getResourceAsStream("graph-cases.json")) {
      JsonNode cases = new ObjectMapper().readTree(file).get("cases");
      return elements(cases).map(GraphCase::of).toList().stream();
    }
  }

  private static GraphCase of(JsonNode node) {
    List<String> words = List.of(node.get("run").asText().split(" "));
    return new GraphCase(
        node.get("id").asText(),
        node.get("graph").asText(),
        texts(node.get("rows")),
        words.get(0),
        words.subList(1, words.size()),
        node.has("steps") ? elements(node.get("steps")).map(GraphCase::run).toList() : List.of(),
        texts(node.get("rows_after")),
        node.has("error") ? node.get("error").asText() : null);
  }

  private static List<String> run(JsonNode node) {
    return node.isArray() ? new ArrayList<>(texts(node)) : List.of(node.asText());
  }

  private static Set<String> texts(JsonNode node) {
    return new LinkedHashSet<>(elements(node).map(JsonNode::asText).toList());
  }

  private static Stream<JsonNode> elements(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }

  @Override
  public String toString() {
    return id;
  }
}
