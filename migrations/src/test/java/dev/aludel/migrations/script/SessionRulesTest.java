package dev.aludel.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.revision.Direction;
import dev.aludel.migrations.sql.DatabaseProduct;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a database's own SQL cannot do where a revision runs is refused when it is read. */
final class SessionRulesTest {

  private static RevisionScript script(String database, String before, String statement) {
    return RevisionScript.read(
        "a.sql",
        "--@ revision a1\n--@ revises base\n--@ upgrade %s\n%s%s;"
            .formatted(database, before, statement));
  }

  private static List<ScriptStatement> statements(
      String database, String before, String statement) {
    return script(database, before, statement)
        .body()
        .statements(Direction.UPGRADE, DatabaseProduct.valueOf(database.toUpperCase(Locale.ROOT)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sqlite     | pragma journal_mode = wal     | does not work inside a transaction of SQLite, in which a revision runs.",
        "sqlite     | PRAGMA main.auto_vacuum(1)    | does not work inside a transaction of SQLite, in which a revision runs.",
        "sqlite     | pragma page_size = 8192       | does not work inside a transaction of SQLite, in which a revision runs.",
        "sqlite     | pragma synchronous = off      | does not work inside a transaction of SQLite, in which a revision runs.",
        "sqlite     | pragma temp_store = memory    | does not work inside a transaction of SQLite, in which a revision runs.",
        "sqlite     | pragma wal_checkpoint         | does not work inside a transaction of SQLite, in which a revision runs.",
        "sqlite     | vacuum                        | cannot run inside a transaction, in which a revision runs.",
        "postgresql | vacuum t                      | cannot run inside a transaction, in which a revision runs.",
        "postgresql | create index concurrently i on t (a) | cannot run inside a transaction, in which a revision runs.",
        "postgresql | drop index concurrently i     | cannot run inside a transaction, in which a revision runs.",
        "postgresql | create database d             | cannot run inside a transaction, in which a revision runs.",
        "postgresql | alter system set work_mem = 1 | cannot run inside a transaction, in which a revision runs.",
      })
  void statement_isRefused_insideATransactionAlone(
      String database, String statement, String reason) {
    assertThatThrownBy(() -> script(database, "", statement).body())
        .isInstanceOf(ScriptException.class)
        .hasMessage(
            "a.sql:4:1: \"%s\" %s Put \"--@ autocommit\" before it, in a revision of its own.",
            statement, reason);
    assertThat(statements(database, "--@ autocommit\n", statement)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sqlite     | pragma hard_heap_limit = 1         | changes the whole process, and is not put back afterwards. Leave it out.",
        "sqlite     | pragma temp_store_directory = 'x'  | changes the whole process, and is not put back afterwards. Leave it out.",
        "sqlite     | pragma encoding = 'UTF-16'         | does nothing once a database has a table, and each here has. Leave it out.",
        "postgresql | discard all                        | would take from the connection what others keep there. Leave it out: what a revision leaves in its session goes at its end.",
        "postgresql | discard temp                       | would take from the connection what others keep there. Leave it out: what a revision leaves in its session goes at its end.",
        "postgresql | set transaction isolation level serializable | sets up the transaction of the revision, which Aludel begins and which is under way. Leave it out.",
        "postgresql | set client_encoding = latin1       | asks for another encoding than that of scripts, which is UTF-8. Leave it out.",
        "postgresql | set standard_conforming_strings = off | has texts read otherwise than scripts are. Leave it out, and write E'...' where a backslash is an escape.",
        "postgresql | set datestyle = german             | has dates written in a way that the driver does not read. Write \"set datestyle = 'ISO, DMY'\", or the order that the script's dates have.",
      })
  void statement_isRefused_whereverItRuns(String database, String statement, String reason) {
    for (String before : new String[] {"", "--@ autocommit\n"}) {
      assertThatThrownBy(() -> script(database, before, statement).body())
          .isInstanceOf(ScriptException.class)
          .hasMessage("a.sql:%d:1: \"%s\" %s", before.isEmpty() ? 4 : 5, statement, reason);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sqlite     | pragma journal_mode",
        "sqlite     | pragma cache_size = 9",
        "sqlite     | pragma user_version = 3",
        "postgresql | set search_path to a, b",
        "postgresql | set client_encoding = 'UTF8'",
        "postgresql | set standard_conforming_strings = on",
        "postgresql | refresh materialized view concurrently v",
        "postgresql | discard plans",
      })
  void statement_isTaken_whenItCanBePutBack(String database, String statement) {
    assertThat(statements(database, "", statement)).hasSize(1);
  }
}
