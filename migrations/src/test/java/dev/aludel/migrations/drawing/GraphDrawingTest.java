package dev.aludel.migrations.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.revision.GraphNotation;
import dev.aludel.migrations.revision.Revision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GraphDrawingTest {

  static List<Revision> newestFirst(String graph) {
    List<Revision> revisions = new ArrayList<>(GraphNotation.graph(graph).revisions());
    Collections.reverse(revisions);
    return revisions;
  }

  private static String drawn(String graph) {
    return String.join("\n", draw(newestFirst(graph)));
  }

  static List<String> draw(List<Revision> newestFirst) {
    return GraphDrawing.draw(newestFirst, revision -> revision, revision -> revision.id().value());
  }

  @Test
  void draw_isEmpty_whenThereIsNothing() {
    assertThat(draw(List.of())).isEmpty();
  }

  @Test
  void draw_isALine_whenNothingBranches() {
    assertThat(drawn("a; b<a; c<b")).isEqualTo("* c\n* b\n* a");
  }

  @Test
  void draw_showsTwoHeads() {
    assertThat(drawn("a; b<a; c<b; d<a; e<d"))
        .isEqualTo(
            """
            * e
            * d
            | * c
            | * b
            |/
            * a""");
  }

  @Test
  void draw_showsAMerge() {
    assertThat(drawn("a; b<a; c<a; d<(b,c); e<d"))
        .isEqualTo(
            """
            * e
            * d
            |\\
            | * c
            * | b
            |/
            * a""");
  }

  @Test
  void draw_showsAMergeOfThree() {
    assertThat(drawn("a; b<a; c<a; d<a; m<(b,c,d)"))
        .isEqualTo(
            """
            * m
            |\\__
            |  \\
            |\\  |
            | | * d
            | * | c
            * | | b
            |/  |
            |__/
            |/
            * a""");
  }

  @Test
  void draw_partsRoots_thatHaveNothingToDoWithEachOther() {
    assertThat(drawn("a; b<a; x; y<x"))
        .isEqualTo(
            """
            * y
            * x

            * b
            * a""");
  }

  @Test
  void draw_showsRootsThatAreMerged() {
    assertThat(drawn("a; b<a; x; y<x; m<(b,y)"))
        .isEqualTo(
            """
            * m
            |\\
            | * y
            | * x
            * b
            * a""");
  }

  @Test
  void draw_leadsOverOtherLines() {
    assertThat(drawn("a; b<a; c<a; d<a; e<(c,d); f<(b,d); g<(e,b)"))
        .isEqualTo(
            """
            * g
            |\\
            * | e
            |\\|_
            | |\\
            * | | c
            | | | * f
            | | |/|
            | | * | d
            | |_|/
            | |/|
            | * | b
            |/  |
            |__/
            |/
            * a""");
  }

  @Test
  void draw_endsLines_thatLeadToWhatIsNotShown() {
    List<Revision> cut =
        newestFirst("a; b<a; c<a; d<(b,c)").stream()
            .filter(revision -> !revision.id().value().equals("b"))
            .toList();

    assertThat(draw(cut)).containsExactly("* d", "* c", "* a");
  }
}
