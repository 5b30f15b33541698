package dev.aludel.migrations.revision;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Graphs as the tests write them: {@code a; b[label]<a; m<(a,b) dep x,y}. A revision's file is its
 * id with {@code .sql}.
 */
public final class GraphNotation {
  private static final Pattern REVISION =
      Pattern.compile("(\\w+)(?:\\[([\\w,]+)])?(?:<\\(?([\\w,]+)\\)?)?(?: dep ([\\w,]+))?");

  private GraphNotation() {}

  public static RevisionGraph graph(String text) {
    return RevisionGraph.of(revisions(text));
  }

  public static List<Revision> revisions(String text) {
    return Arrays.stream(text.split(";"))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .map(GraphNotation::revision)
        .toList();
  }

  public static Set<RevisionId> ids(String... values) {
    return Set.copyOf(Arrays.stream(values).map(RevisionId::of).toList());
  }

  public static List<String> values(Collection<RevisionId> ids) {
    return ids.stream().map(RevisionId::value).toList();
  }

  private static Revision revision(String text) {
    Matcher matcher = REVISION.matcher(text);
    if (!matcher.matches()) {
      throw new AssertionError("no revision in graph notation: " + text);
    }
    String id = matcher.group(1);
    return new Revision(
        RevisionId.of(id),
        names(matcher, 3).map(RevisionId::of).toList(),
        Set.copyOf(names(matcher, 2).toList()),
        names(matcher, 4).toList(),
        null,
        "",
        id + ".sql");
  }

  private static Stream<String> names(Matcher matcher, int group) {
    return Stream.ofNullable(matcher.group(group))
        .flatMap(names -> Arrays.stream(names.split(",")));
  }
}
