package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.plan.Step;
import dev.aludel.migrations.run.Fault.Moment;
import dev.aludel.migrations.run.TestDatabase.Kind;
import dev.aludel.migrations.script.ScriptStatement;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each statement of a plan of several revisions fails of each thing that can befall it. The message
 * has all its parts, and the database is where it says.
 */
final class FailureKindsTest {
  private static final String ROWS =
      """
      --@ verbatim
      insert into u (id, w)
        with recursive n (i) as (select %1$d union all select i + 1 from n where i < %1$d + 199)
        select i, 'some words that need room, number ' || i from n;
      """;
  private static final String INDEX =
      """
      --@ autocommit
      --@ verbatim postgresql
      create index concurrently i on u (id, w);
      --@ autocommit
      --@ verbatim sqlite
      create index i on u (id, w);
      --@ autocommit
      """;
  private static final String TABLES =
      """
      create table u (id integer primary key, w varchar(99));
      alter table t alter column v set data type varchar(9);
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_saysAllThereIsToSay_whicheverStatementFailsOfWhatever(Kind kind)
      throws IOException, SQLException {
    try (Stage stage = Stage.in(folder, kind)) {
      stage
          .scripts()
          .add("b2", "a1", TABLES + ROWS.formatted(1) + "create index j on u (w);", "")
          .add("c3", "b2", INDEX + ROWS.formatted(1001), "")
          .add("d4", "c3", ROWS.formatted(2001) + "create table x (id integer);", "");
      Course course = Course.of(stage);
      for (FailureKind failure : FailureKind.values()) {
        Set<String> places = new TreeSet<>();
        for (int number = 1; number <= course.statements().size(); number++) {
          places.addAll(course.fail(failure, number));
        }
        assertThat(places).as("%s", failure).containsAll(course.placesOf(failure));
      }
    }
  }

  /**
   * What a run does when nothing is in its way.
   *
   * @param statements all of them, Aludel's own too
   * @param places where the statements of the scripts are
   * @param boundaries what the database is like by its version row
   */
  private record Course(
      Stage stage,
      List<String> statements,
      Set<String> places,
      Map<String, List<String>> boundaries) {

    static Course of(Stage stage) throws IOException {
      Set<String> places = new TreeSet<>();
      set(stage);
      stage
          .undisturbed()
          .listener(
              new MigrationListener() {
                @Override
                public void executing(Step step, ScriptStatement statement) {
                  places.add(
                      String.valueOf(statement.position())
                          .replace(stage.scripts().folder() + "/", ""));
                }
              })
          .build()
          .upgrade();
      Map<String, List<String>> boundaries = new HashMap<>();
      set(stage);
      for (String revision : List.of("a1", "b2", "c3", "d4")) {
        stage.undisturbed().build().upgrade(revision);
        boundaries.put(revision, stage.snapshot());
      }
      set(stage);
      Fault none = Fault.none();
      assertThat(stage.upgrade(stage.disturbed(none))).isEqualTo("(ends well)");
      return new Course(stage, none.statements(), places, boundaries);
    }

    private static void set(Stage stage) throws IOException {
      stage.set();
      stage.database().execute("create table busy (x integer)");
    }

    /** Where a failure can befall a statement. */
    Set<String> placesOf(FailureKind failure) {
      Set<String> met = new TreeSet<>(places);
      if (stage.kind() == Kind.SQLITE && failure == FailureKind.LOCK_TIMEOUT) {
        met.removeIf(place -> !place.startsWith("c3"));
      }
      if (stage.kind() == Kind.SQLITE && failure == FailureKind.CONNECTION_LOST) {
        met.clear();
      }
      return met;
    }

    /** Has the statement fail; returns the place that is named, if one is. */
    Set<String> fail(FailureKind failure, int number) throws IOException, SQLException {
      String statement = statements.get(number - 1);
      boolean tried = stage.kind() == Kind.POSTGRESQL && failure == FailureKind.LOCK_TIMEOUT;
      boolean again = statements.indexOf(statement) < number - 1;
      boolean reads = !statement.matches("(create|alter|insert|update) .*");
      if (again || placesOf(failure).isEmpty() || (tried && reads)) {
        return Set.of(); // FailureTableTest has those too; five tries each would take long
      }
      set(stage);
      String said;
      try (Connection other = stage.database().connect()) {
        var deed = failure.deed(stage.database(), stage.kind(), other);
        Fault fault =
            tried
                ? Fault.at(statement, Moment.BEFORE, deed).eachTime()
                : Fault.at(number, Moment.BEFORE, deed);
        said = stage.upgrade(stage.disturbed(fault));
      }
      Set<String> place = assertSaid(failure, said, failure + " before " + statement);
      stage.goOn(
          stage.undisturbed(),
          () -> !stage.database().query("select id from u where id = 1001").isEmpty());
      assertThat(stage.snapshot()).as(said).isEqualTo(boundaries.get("d4"));
      return place;
    }

    private Set<String> assertSaid(FailureKind failure, String said, String occasion) {
      if (!said.startsWith("Upgrade to ")) {
        assertThat(said)
            .as(occasion)
            .matches("(?s)\\(ends well\\)|All is done.*|.*Nothing was (changed|run).*|The run .*");
        return Set.of();
      }
      FailureMessage message = FailureMessage.of(said);
      assertThat(message.words()).as(occasion).containsPattern(failure.words());
      assertThat(message.state()).as(said).containsPattern("\\bat " + stage.rows() + "\\b");
      // Outside a transaction the statements before stay; FailureTableTest counts them.
      if (!message.revision().equals("c3")) {
        assertThat(stage.snapshot()).as(said).isEqualTo(boundaries.get(stage.rows()));
      }
      return message.place().stream().collect(Collectors.toSet());
    }
  }
}
