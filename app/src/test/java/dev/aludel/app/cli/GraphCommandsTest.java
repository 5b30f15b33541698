package dev.aludel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What shows the graph: two branches that part and join, and one that needs them. */
final class GraphCommandsTest {
  @TempDir private Path folder;
  private Scenario scenario;

  @BeforeEach
  void writeScripts() throws IOException {
    scenario =
        Scenario.in(folder)
            .with("ALUDEL_SCRIPT_LOCATION", "scripts")
            .write("scripts/a.sql", SampleScripts.empty("aaaa", "base", "--@ branch shop"))
            .write("scripts/b.sql", SampleScripts.empty("bbbb", "aaaa", "--@ message Left"))
            .write("scripts/c.sql", SampleScripts.empty("cccc", "aaaa", "--@ message Right"))
            .write("scripts/d.sql", SampleScripts.empty("dddd", "bbbb, cccc"))
            .write("scripts/e.sql", SampleScripts.empty("eeee", "aaaa", "--@ branch side"))
            .write(
                "scripts/l.sql",
                SampleScripts.empty("llll", "base", "--@ branch ledger", "--@ depends-on side"));
  }

  @Test
  void graph_isShownWithoutADatabase() throws IOException {
    scenario
        .with("ALUDEL_DATABASE_URL", "postgresql://nobody@localhost:1/nowhere")
        .run("history")
        .run("history", "--graph")
        .run("history", "--graph", "-r", "shop@base:dddd", "--json")
        .run("history", "-r", "bbbb:", "-v")
        .run("history", "-r", ":bbbb")
        .run("history", "-r", "dddd-1:dddd")
        .run("heads")
        .run("heads", "--resolve-dependencies")
        .run("heads", "--resolve-dependencies", "--json")
        .run("branches")
        .run("branches", "-v")
        .run("branches", "--json", "-r")
        .run("show", "ledger")
        .run("show", "heads", "--json")
        .run("show", "base")
        .matches("graph.txt");
  }

  @Test
  void history_marksWhereTheDatabaseIs() throws IOException, SQLException {
    scenario.run("history", "-i");
    assertThat(folder.resolve("aludel.db")).doesNotExist();
    scenario.run("-q", "upgrade", "bbbb", "llll");
    new SqliteFile(folder.resolve("aludel.db"))
        .execute("insert into alembic_version values ('feedbeef0001')");
    scenario
        .run("history", "-i")
        .run("history", "--graph", "-i")
        .run("history", "-r", "current:", "--graph", "-i", "--json")
        .run("show", "current")
        .matches("history-current.txt");
  }

  @Test
  void history_isRefused_whenTheRangeIsNone() throws IOException {
    scenario
        .run("history", "-r", "nonsense")
        .run("history", "-r", "nonsense:")
        .run("history", "-r", "llll:dddd")
        .run("show", "nonsense")
        .run("show", "head")
        .run("show")
        .matches("history-refused.txt");
  }

  @Test
  void current_isAtItsHeads_whenOneIsImpliedByADependency() throws IOException {
    scenario
        .run("current", "--check-heads")
        .run("-q", "upgrade", "side")
        .run("current", "--check-heads", "-q")
        .run("upgrade")
        .run("current", "--check-heads")
        .run("current", "--json")
        .matches("current-implied.txt");
  }

  @Test
  void current_reportsTheProblemsOfTheVersionTable() throws IOException, SQLException {
    SqliteFile database = new SqliteFile(folder.resolve("aludel.db"));
    database.execute(
        "create table alembic_version (version_num text)",
        "insert into alembic_version values ('aaaa'), ('aaaa')");
    scenario
        .run("current")
        .run("current", "--check-heads", "--json")
        .run("upgrade")
        .run("ensure-version")
        .run("stamp", "dddd")
        .matches("current-problems.txt");
    assertThat(database.texts("select version_num from alembic_version"))
        .containsExactly("aaaa", "aaaa");
  }

  @Test
  void current_isNotAtItsHeads_whenARowIsUnknown() throws IOException, SQLException {
    scenario.run("-q", "upgrade");
    new SqliteFile(folder.resolve("aludel.db"))
        .execute("insert into alembic_version values ('feedbeef0001')");
    scenario.run("current", "--check-heads").run("heads").run("history").matches("ahead.txt");
  }

  @Test
  void stamp_takesSeveralTargetsAsOneSet_andPurges() throws IOException, SQLException {
    scenario.run("stamp", "bbbb", "eeee").run("stamp", "llll").run("stamp", "shop@bbbb", "cccc");
    new SqliteFile(folder.resolve("aludel.db"))
        .execute("insert into alembic_version values ('feedbeef0001')");
    scenario
        .run("stamp", "aaaa")
        .run("stamp", "--purge", "cccc")
        .run("stamp", "--purge", "base", "--json")
        .run("stamp", "nonsense", "--purge")
        .matches("stamp-several.txt");
  }

  @Test
  void ensureVersion_createsTheTableOnce() throws IOException, SQLException {
    scenario
        .run("ensure-version")
        .run("ensure-version")
        .run("ensure-version", "--json", "--version-table", "other")
        .matches("ensure-version.txt");
    assertThat(
            new SqliteFile(folder.resolve("aludel.db"))
                .texts("select name from sqlite_schema where type = 'table' order by name"))
        .containsExactly("alembic_version", "other");
  }
}
