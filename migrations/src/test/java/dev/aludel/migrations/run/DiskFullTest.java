package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.run.Fault.Moment;
import dev.aludel.migrations.run.TestDatabase.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite runs out of pages in a revision, at each page that it needs. */
final class DiskFullTest {
  private static final String GROWTH =
      """
      --@ verbatim
      insert into t (id, v)
        with recursive n (i) as (select 10 union all select i + 1 from n where i < 500)
        select i, 'value number ' || i from n;
      create table u (id integer primary key, w text);
      create index i on t (v);
      alter table t alter column v set data type varchar(30);
      insert into u (id, w) values (1, 'one');""";

  @TempDir private Path folder;

  @Test
  void upgrade_leavesNothing_whicheverPageIsTheLastThatFits() throws IOException {
    Set<String> places = new TreeSet<>();
    try (Stage stage = Stage.in(folder, Kind.SQLITE)) {
      stage.scripts().add("b2", "a1", GROWTH, "");
      String said = "";
      for (int pages = 0; !said.equals("(ends well)"); pages++) {
        stage.set();
        List<String> before = stage.snapshot();
        said = stage.upgrade(stage.disturbed(limit(pages)));
        if (!said.equals("(ends well)")) {
          places.add(said.substring(0, said.indexOf(": the database says")));
          assertThat(said)
              .contains("the database says \"database or disk is full\".")
              .endsWith(
                  "The database is as it was: at a1. Make room for the database, and run again.");
          assertThat(stage.snapshot()).isEqualTo(before);
          assertThat(stage.database().query("pragma integrity_check")).containsExactly("ok");
          assertThat(stage.upgrade(stage.undisturbed())).isEqualTo("(ends well)");
        }
      }
    }
    assertThat(places)
        .containsExactlyInAnyOrder(
            "Upgrade to b2 failed at b2.sql:5:1",
            "Upgrade to b2 failed at b2.sql:8:1",
            "Upgrade to b2 failed at b2.sql:9:1",
            "Upgrade to b2 failed at b2.sql:10:1");
  }

  private static Fault limit(int pages) {
    return Fault.at(
        "begin immediate",
        Moment.BEFORE,
        connection -> {
          int count = Integer.parseInt(TestDatabase.query(connection, "pragma page_count").get(0));
          TestDatabase.execute(connection, "pragma max_page_count = " + (count + pages));
        });
  }
}
