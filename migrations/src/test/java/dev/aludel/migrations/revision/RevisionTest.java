package dev.aludel.migrations.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RevisionTest {

  @Test
  void lists_areCopied_whenTheCallerChangesItsOwn() {
    List<RevisionId> parents = new ArrayList<>(List.of(RevisionId.of("a")));
    Revision revision = revision(parents, Set.of(), null);
    parents.clear();
    assertThat(revision.parents()).containsExactly(RevisionId.of("a"));
  }

  @Test
  void labels_areSorted() {
    assertThat(revision(List.of(), Set.of("z", "m", "a"), null).labels())
        .containsExactly("a", "m", "z");
  }

  @Test
  void created_isEmpty_whenTheScriptDoesNotSay() {
    assertThat(revision(List.of(), Set.of(), null).created()).isEmpty();
  }

  @Test
  void created_isTheInstant_whenTheScriptSays() {
    Instant instant = Instant.parse("2025-09-16T16:30:00Z");
    assertThat(revision(List.of(), Set.of(), instant).created()).contains(instant);
  }

  @Test
  void label_isRefused_whenItCannotBeTyped() {
    assertThatThrownBy(() -> revision(List.of(), Set.of("my-branch"), null))
        .isInstanceOf(InvalidRevisionIdException.class)
        .hasMessage(
            "\"my-branch\" is no label: it takes 1 to 32 characters out of a to z, A to Z, 0 to 9 and \"_\".");
  }

  @Test
  void label_isRefused_whenItPointsIntoTheGraph() {
    assertThatThrownBy(() -> revision(List.of(), Set.of("heads"), null))
        .isInstanceOf(InvalidRevisionIdException.class)
        .hasMessage(
            "\"heads\" is no label: head, heads, base and current point into the graph. Choose another name.");
  }

  private static Revision revision(
      List<RevisionId> parents, Set<String> labels, @Nullable Instant created) {
    return new Revision(RevisionId.of("b"), parents, labels, List.of(), created, "", "b.sql");
  }
}
