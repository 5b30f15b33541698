package dev.aludel.migrations.revision;

import static dev.aludel.migrations.revision.GraphNotation.graph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GraphProblemsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a<a | a (a.sql) is a cycle of its own: it needs itself.$",
        "a dep a | a (a.sql) is a cycle of its own: it needs itself.$",
        "a[x] dep x | a (a.sql) is a cycle of its own: it needs itself.$",
        "a<c; b<a; c<b; z | a (a.sql), b (b.sql) and c (c.sql) form a cycle: each of them needs the"
            + " others first.$",
        "a; b<a dep d; c<b; d<c; e<d | b (b.sql), c (c.sql) and d (d.sql) form a cycle: each of"
            + " them needs the others first.$",
        "b<nope | b (b.sql) revises nope, which no script has. Add that script, or correct the"
            + " line.",
        "a; m<(a,a) | m (m.sql) revises a twice. Name it once.",
        "a dep no | a (a.sql) depends on no, which is no id and no label here. Add that script, or"
            + " correct the line.",
        "a[x]; b[x]; c[x] | x is a label of 3 revisions, a (a.sql), b (b.sql) and c (c.sql). A"
            + " label names one revision: leave it on one.",
        "a[b]; b | b is a label of a (a.sql) and the id of b (b.sql). Rename the label.",
        "aB; Ab<aB | Ab (Ab.sql) and aB (aB.sql) differ in case alone, and macOS and Windows would"
            + " make one file of them. Give one of them another id.",
        "a[a] | a is a label of a (a.sql) and the id of a (a.sql). Rename the label.",
      })
  void of_isRefused_withTheFileAndTheRemedy(String text, String problem) {
    assertThatThrownBy(() -> graph(text))
        .isInstanceOf(RevisionGraphException.class)
        .hasMessage(
            "The revisions do not form a graph: "
                + problem.replace("$", " Correct a \"revises\" or \"depends-on\" line."));
  }

  @Test
  void of_namesBothFiles_whenTheyHaveOneId() {
    List<Revision> same = List.of(revision("a", "z/a.sql"), revision("a", "b/a.sql"));
    assertThatThrownBy(() -> RevisionGraph.of(same))
        .hasMessage(
            "The revisions do not form a graph: a is the id of 2 scripts, b/a.sql and z/a.sql. Give"
                + " all but one of them an id of its own.");
  }

  @Test
  void of_tellsOfEverything_whenSeveralThingsAreWrong() {
    assertThatThrownBy(() -> graph("u[l]; v[l]; w<nope dep nada; d<c; c<d; s<s"))
        .hasMessage(
            """
            The revisions do not form a graph, for 5 reasons:
              l is a label of 2 revisions, u (u.sql) and v (v.sql). A label names one revision: leave it on one.
              w (w.sql) revises nope, which no script has. Add that script, or correct the line.
              w (w.sql) depends on nada, which is no id and no label here. Add that script, or correct the line.
              s (s.sql) is a cycle of its own: it needs itself. Correct a "revises" or "depends-on" line.
              c (c.sql) and d (d.sql) form a cycle: each of them needs the others first. Correct a "revises" or "depends-on" line.\
            """);
  }

  @Test
  void message_showsTenAndCountsTheRest_whenMuchIsWrong() {
    String text =
        IntStream.range(10, 22).mapToObj(n -> "r" + n + "<nope").collect(Collectors.joining(";"));
    RevisionGraphException refusal =
        catchThrowableOfType(RevisionGraphException.class, () -> graph(text));
    assertThat(refusal.problems()).hasSize(12);
    assertThat(String.valueOf(refusal.getMessage()).lines())
        .hasSize(12)
        .startsWith(
            "The revisions do not form a graph, for 12 reasons:",
            "  r10 (r10.sql) revises nope, which no script has. Add that script, or correct the"
                + " line.")
        .endsWith(
            "  r19 (r19.sql) revises nope, which no script has. Add that script, or correct the"
                + " line.",
            "  and 2 more");
  }

  private static Revision revision(String id, String source) {
    return new Revision(RevisionId.of(id), List.of(), Set.of(), List.of(), null, "", source);
  }
}
