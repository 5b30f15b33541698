package dev.aludel.migrations.script;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.revision.RevisionGraph;
import dev.aludel.migrations.revision.RevisionGraphException;
import dev.aludel.migrations.revision.RevisionId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All scripts that a migrator knows, and the graph that they form. Immutable. */
public final class ScriptDirectory {
  private final List<ScriptLocation> locations;
  private final RevisionGraph graph;
  private final Map<RevisionId, RevisionScript> scripts;

  private ScriptDirectory(
      Collection<ScriptLocation> locations,
      RevisionGraph graph,
      Map<RevisionId, RevisionScript> scripts) {
    this.locations = List.copyOf(locations);
    this.graph = graph;
    this.scripts = scripts;
  }

  /**
   * Reads the headers of all scripts in {@code locations}.
   *
   * @throws ScriptException if a header is not right
   * @throws ScriptLocationException if a place cannot be read
   * @throws RevisionGraphException if the revisions form no graph
   */
  public static ScriptDirectory read(Collection<ScriptLocation> locations) {
    Map<String, RevisionScript> byName = new LinkedHashMap<>();
    for (ScriptLocation location : locations) {
      location.scripts().forEach(script -> add(byName, script));
    }
    RevisionGraph graph =
        RevisionGraph.of(byName.values().stream().map(RevisionScript::revision).toList());
    return new ScriptDirectory(
        locations,
        graph,
        byName.values().stream()
            .collect(Collectors.toMap(script -> script.revision().id(), Function.identity())));
  }

  /** The places that were read, in the order in which they were given. */
  public List<ScriptLocation> locations() {
    return locations;
  }

  // Two locations may hold one file, and two jars one copy of it. Two files that differ under one
  // name are not one.
  private static void add(Map<String, RevisionScript> byName, RevisionScript script) {
    String name = script.revision().source();
    RevisionScript known = byName.putIfAbsent(name, script);
    if (known != null && !known.hasTextOf(script)) {
      throw new ScriptLocationException(
          "Cannot read the revision script %s: two different files have this name. Rename one of them."
              .formatted(name));
    }
  }

  public RevisionGraph graph() {
    return graph;
  }

  /** Whether {@code row}, of a version table, is the id of one of these revisions. */
  public boolean knows(String row) {
    return scripts.keySet().stream().anyMatch(id -> id.value().equals(row));
  }

  /** The script of a revision of the {@linkplain #graph() graph}. */
  public RevisionScript script(RevisionId id) {
    return requireNonNull(scripts.get(id), "id");
  }
}
