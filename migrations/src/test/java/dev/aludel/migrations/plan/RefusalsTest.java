package dev.aludel.migrations.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.migrations.revision.GraphNotation;
import dev.aludel.migrations.revision.RevisionGraph;
import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.revision.TargetException;
import dev.aludel.migrations.revision.UnknownRowsException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever is refused is told what was found and what to type instead. */
final class RefusalsTest {
  private static final Map<String, String> GRAPHS =
      Map.of(
          "line", "a; b<a; c<b; d<c; e<d",
          "fork", "a; b<a; c1[c1branch]<b; d1<c1; c2[c2branch]<b; d2<c2",
          "merge", "a; b<a; c1<b; d1<c1; c2[c2branch]<b; d2<c2; e<(d1,d2); f<e",
          "two", "a; b",
          "depends", "a; b<a dep y; x; y<x",
          "long",
              "a[left]; b<a; longname<b; c<longname; longest<c; d; e[right]<d; longer<e; f<longer");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "line|b|+5|it counts from b, and only 3 steps are above that, the last one e. Take 'upgrade e'.",
        "line|d|+5|it counts from d, and only 1 step is above that, the last one e. Take 'upgrade e'.",
        "line|e|+1|it counts from e, and nothing is above that.",
        "line||+7|it counts from base, and only 5 steps are above that, the last one e. Take 'upgrade e'.",
        "line|b|-2|it counts down from where the database is. Run 'downgrade -2'.",
        "line|b|zzz|no revision has the id or the label zzz, and no id begins with it. See 'history' for those that are there.",
        "line|b|99@c|there is no branch 99. In front of the @ stands a label, an id or the beginning of one.",
        "line|b|head@c|there is no branch head. In front of the @ stands a label, an id or the beginning of one.",
        "line|b|b+99999999999999|it counts from b, and only 3 steps are above that, the last one e. Take 'upgrade e'.",
        "fork|a|head|there are 2 heads, d1 (c1branch) and d2 (c2branch). Name one ('upgrade c1branch@head'), take all ('upgrade heads'), or run 'merge d1 d2'.",
        "fork|a|b@head|there are 2 heads in the branch b, d1 (c1branch) and d2 (c2branch). Name one ('upgrade c1branch@head'), take all ('upgrade b@heads'), or run 'merge d1 d2'.",
        "fork|a|head-1|there are 2 heads, d1 (c1branch) and d2 (c2branch). Name one ('upgrade c1branch@head-1').",
        "fork|c1 c2|+1|it would count from 2 revisions, c1 (c1branch) and c2 (c2branch). Say from which: 'upgrade c1branch@+1' or 'upgrade c2branch@+1'.",
        "fork|a|+2|from b there are 2 ways on, to c1 (c1branch) and c2 (c2branch). Say which: 'upgrade c1branch@+2' or 'upgrade c2branch@+2'.",
        "fork|a|heads+1|it would count from 2 revisions, d1 (c1branch) and d2 (c2branch). Say from which: 'upgrade c1branch@heads+1' or 'upgrade c2branch@heads+1'.",
        "fork|b|c1branch@c2|c2 is not in the branch c1branch. Leave out 'c1branch@' to mean it all the same.",
        "fork|b|c1branch@c1+7|it counts from c1, and only 1 step is above that in the branch c1branch, the last one d1. Take 'upgrade d1'.",
        "fork|b|c1branch@d1+1|it counts from d1, and nothing is above that in the branch c1branch.",
        "two||head|there are 2 heads, a and b. Name one ('upgrade a@head'), take all ('upgrade heads'), or run 'merge a b'.",
        "two||base+1|from base there are 2 ways on, to a and b. Say which: 'upgrade a@base+1' or 'upgrade b@base+1'.",
        "long|a|long|3 revisions begin with long: longer, longest and longname. Write more of the id.",
        "long|a|left@long|2 revisions in the branch left begin with long: longest and longname. Write more of the id.",
        "long|a|long@b|3 revisions begin with long: longer, longest and longname. Write more of the id.",
        "long|a|right@b|b is not in the branch right. Leave out 'right@' to mean it all the same.",
      })
  void upgrade_isRefused(String graph, String rows, String target, String reason) {
    assertThatThrownBy(() -> planner(graph).upgrade(rows(rows), List.of(target)))
        .isInstanceOfSatisfying(
            TargetException.class, refusal -> assertThat(refusal.target()).isEqualTo(target))
        .hasMessage("Cannot upgrade to \"%s\": %s", target, quoted(reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "line|b|-5|it counts from b, and only 2 steps are below that, the last one base. Take 'downgrade base'.",
        "depends|b|-5|it counts from b, and only 2 steps are below that, the last one base. Take 'downgrade b@base'.",
        "depends|b|current-5|it counts from b, and only 2 steps are below that, the last one base. Take 'downgrade b@base'.",
        "line||-1|it counts from base, and nothing is below that.",
        "line|c|base-1|it counts from base, and nothing is below that.",
        "line|b|+2|it counts up from where the database is. Run 'upgrade +2'.",
        "line|b|c|c is not applied; the database is at b. To go up, run 'upgrade c'.",
        "line||c|c is not applied; the database is at base. To go up, run 'upgrade c'.",
        "fork|c1 d2|c1branch@head|d1 is not applied; the database is at c1 and d2. To go up, run 'upgrade c1branch@head'.",
        "fork|d1 d2|-1|it would count from 2 revisions, d1 (c1branch) and d2 (c2branch). Say from which: 'downgrade c1branch@-1' or 'downgrade c2branch@-1'.",
        "fork|d1 d2|b@-1|it would count from 2 revisions, d1 (c1branch) and d2 (c2branch). Say from which: 'downgrade c1branch@-1' or 'downgrade c2branch@-1'.",
        "fork|d1 d2|current-1|it would count from 2 revisions, d1 (c1branch) and d2 (c2branch). Say from which: 'downgrade c1branch@current-1' or 'downgrade c2branch@current-1'.",
        "fork|d1 d2|heads|it means 2 revisions, d1 and d2. Name the one to go down to.",
        "fork|d1 d2|head|there are 2 heads, d1 (c1branch) and d2 (c2branch). Name one ('downgrade c1branch@head').",
        "merge|e|-1|from e there are 2 ways on, to d1 and d2 (c2branch). Say which: 'downgrade d1@-1' or 'downgrade c2branch@-1'.",
        "merge|f|c2branch@f-9|it counts from f, and only 6 steps are below that in the branch c2branch, the last one base. Take 'downgrade c2branch@base'.",
      })
  void downgrade_isRefused(String graph, String rows, String target, String reason) {
    assertThatThrownBy(() -> planner(graph).downgrade(rows(rows), target))
        .isInstanceOf(TargetException.class)
        .hasMessage("Cannot downgrade to \"%s\": %s", target, quoted(reason));
  }

  @Test
  void stamp_isRefused_whenHeadIsNotClear() {
    assertThatThrownBy(() -> planner("fork").stamp(Set.of(), List.of("head")))
        .isInstanceOf(TargetException.class)
        .hasMessage(
            "Cannot stamp \"head\": there are 2 heads, d1 (c1branch) and d2 (c2branch). Name one (\"stamp c1branch@head\"), take all (\"stamp heads\"), or run \"merge d1 d2\".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fork|head|head|there are 2 heads, d1 (c1branch) and d2 (c2branch). Name one ('c1branch@head') or take all ('heads').",
        "line|zzz:|zzz|no revision has the id or the label zzz, and no id begins with it. See 'history' for those that are there.",
        "line|b-5|b-5|it counts from b, and only 2 steps are below that, the last one base.",
        "line|d+5|d+5|it counts from d, and only 1 step is above that, the last one e.",
        "line|c:a|c:a|a does not descend from c. Write the older end first, and both ends in one branch.",
        "line|b:base|b:base|base does not descend from b. Write the older end first, and both ends in one branch.",
        "fork|c1:d2|c1:d2|d2 does not descend from c1. Write the older end first, and both ends in one branch.",
        "fork|c1branch@base:d2|c1branch@base:d2|d2 does not descend from the base of the branch of c1. Write the older end first, and both ends in one branch.",
        "fork|-2:|-2|it would count from 2 revisions, d1 (c1branch) and d2 (c2branch). Say from which: 'c1branch@-2' or 'c2branch@-2'.",
        "fork|b:+2|+2|from b there are 2 ways on, to c1 (c1branch) and c2 (c2branch). Say which: 'c1branch@+2' or 'c2branch@+2'.",
      })
  void lookingUp_isRefused(String graph, String text, String target, String reason) {
    assertThatThrownBy(
            () -> {
              if (text.contains(":")) {
                planner(graph).range(text, Set.of());
              } else {
                planner(graph).resolve(text, Set.of());
              }
            })
        .isInstanceOf(TargetException.class)
        .hasMessage("Cannot look up \"%s\": %s", target, quoted(reason));
  }

  @ParameterizedTest
  @CsvSource({"upgrade, heads", "stamp, heads"})
  void run_isRefused_whenThereIsNoTarget(String command, String all) {
    assertThatThrownBy(
            () -> {
              if (command.equals("upgrade")) {
                planner("line").upgrade(Set.of(), List.of());
              } else {
                planner("line").stamp(Set.of(), List.of());
              }
            })
        .isInstanceOf(TargetException.class)
        .hasMessage(
            "No target is given. Name at least one revision, or all of them: \"%s %s\".",
            command, all);
  }

  @Test
  void anyCommand_isRefused_whenItNeedsRowsThatNoScriptKnows() {
    Planner planner = planner("line");
    Set<String> rows = Set.of("b", "spook", "gh-ost");
    String rest =
        ": the version table holds gh-ost and spook, which no script here has; the database is ahead of these scripts. Add the scripts that brought it there, or, if they are gone for good, say where it stands with \"stamp --purge REVISION\". If they are of other scripts that have their versions in this table too, keep yours in a table of your own (--version-table, versionTable(...)).";
    assertThatThrownBy(() -> planner.upgrade(rows, List.of("head")))
        .isInstanceOfSatisfying(
            UnknownRowsException.class,
            refusal -> assertThat(refusal.rows()).containsExactly("gh-ost", "spook"))
        .hasMessage("Cannot upgrade" + rest);
    assertThatThrownBy(() -> planner.downgrade(rows, "base")).hasMessage("Cannot downgrade" + rest);
    assertThatThrownBy(() -> planner.stamp(rows, List.of("a"))).hasMessage("Cannot stamp" + rest);
    assertThatThrownBy(() -> planner.resolve("-1", rows)).hasMessage("Cannot look up" + rest);
  }

  @Test
  void stamp_isOfferedTheBaseOfTheRowsBranch_whenItCountsTooFar() {
    assertThatThrownBy(() -> planner("depends").stamp(Set.of("b"), List.of("-5")))
        .isInstanceOf(TargetException.class)
        .hasMessage(
            "Cannot stamp \"-5\": it counts from b, and only 2 steps are below that, the last one base. Take \"stamp b@base\".");
  }

  @Test
  void head_namesTenAndCountsTheRest_whenThereAreMany() {
    RevisionGraph many =
        GraphNotation.graph(
            IntStream.range(10, 22).mapToObj(n -> "h" + n).collect(Collectors.joining(";")));
    TargetException refusal =
        catchThrowableOfType(
            TargetException.class, () -> Planner.of(many).upgrade(Set.of(), List.of("head")));
    assertThat(refusal)
        .hasMessage(
            "Cannot upgrade to \"head\": there are 12 heads, h10, h11, h12, h13, h14, h15, h16, h17, h18, h19 and 2 more. Name one (\"upgrade h10@head\"), take all (\"upgrade heads\"), or run \"merge heads\".");
    assertThat(refusal.candidates()).hasSize(12).startsWith(RevisionId.of("h10"));
  }

  /** The forms that a refusal offers are themselves clear. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fork|d1 d2|c1branch@-1|-d1",
        "fork|d1 d2|c2branch@current-1|-d2",
        "merge|e|d1@-1|-e",
        "merge|e|c2branch@-1|-e",
        "merge|f|d1@f-2|-f -e",
        "depends|b|b@base|-b -a",
      })
  void downgrade_isClear_whenTheOfferedFormIsTaken(
      String graph, String rows, String target, String steps) {
    assertThat(planner(graph).downgrade(rows(rows), target).steps())
        .extracting(step -> "-" + step.revision().id())
        .containsExactly(steps.split(" "));
  }

  private static Planner planner(String graph) {
    return Planner.of(GraphNotation.graph(GRAPHS.getOrDefault(graph, "")));
  }

  private static Set<String> rows(@Nullable String rows) {
    return rows == null ? Set.of() : Arrays.stream(rows.split(" ")).collect(Collectors.toSet());
  }

  private static String quoted(String reason) {
    return reason.replace('\'', '"');
  }
}
