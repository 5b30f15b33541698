package dev.aludel.migrations.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.run.Scripts;
import dev.aludel.migrations.script.ScriptDirectory;
import dev.aludel.migrations.script.ScriptLocation;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MergeReviewTest {
  @TempDir private Path folder;
  private Scripts scripts;

  @BeforeEach
  void writeTheCommonAncestor() {
    scripts = new Scripts(folder).add("a1", "base", "create table users (id integer);", "");
  }

  private List<String> shared(String... merged) {
    Set<RevisionId> ids = Stream.of(merged).map(RevisionId::of).collect(Collectors.toSet());
    ScriptDirectory all = ScriptDirectory.read(List.of(new ScriptLocation.OnDisk(folder)));
    return new MergeReview(all, ids).sharedTables().stream().map(SharedTable::explanation).toList();
  }

  @Test
  void sharedTables_namesTheTableAndWhoTouchesIt() {
    scripts
        .add("b1", "a1", "alter table users add column name text;", "")
        .add("b2", "b1", "update Users set name = '';", "")
        .add("c1", "a1", "--@ verbatim sqlite\ndelete from \"USERS\";", "");

    assertThat(shared("b2", "c1"))
        .containsExactly(
            "The table users is touched in the branch of b2 by b1 and b2 and in the branch of c1"
                + " by c1. See whether the changes agree in either order.");
  }

  @Test
  void sharedTables_isEmpty_whenOnlyTheCommonAncestorIsShared() {
    scripts
        .add("b1", "a1", "create table pets (id integer);", "")
        .add("c1", "a1", "alter table users add column name text;", "");

    assertThat(shared("b1", "c1")).isEmpty();
  }

  @Test
  void sharedTables_isEmpty_whenOneSideDependsOnTheOther() {
    scripts
        .add("b1", "a1", "alter table users add column name text;", "")
        .add("c1", "a1\n--@ depends-on b1", "update users set name = '';", "")
        .add("b2", "b1", "", "");

    assertThat(shared("b2", "c1")).isEmpty();
  }

  @Test
  void sharedTables_findsWhatTwoOfThreeShare() {
    scripts
        .add("b1", "a1", "update users set id = 1;", "")
        .add("b2", "b1", "", "")
        .add("b3", "b1", "", "")
        .add("c1", "a1", "update users set id = 2;", "");

    assertThat(shared("b2", "b3", "c1"))
        .containsExactly(
            "The table users is touched in the branch of b2 by b1, in the branch of b3 by b1 and"
                + " in the branch of c1 by c1. See whether the changes agree in either order.");
  }
}
