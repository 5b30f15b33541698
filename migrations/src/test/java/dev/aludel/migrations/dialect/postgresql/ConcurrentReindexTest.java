package dev.aludel.migrations.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.dialect.postgresql.ConcurrentReindex.Scope;
import dev.aludel.test.FreshDatabase;
import dev.aludel.test.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which indexes are what a broken-off reindexing left, and which are somebody's. */
final class ConcurrentReindexTest {
  private static final List<String> SCHEMA =
      List.of(
          "create table t (v integer)",
          "create index i on t (v)",
          "create index \"I j\" on t (v)",
          "create index i_ccnew on t (v)",
          "create index i_ccold12 on t (v)",
          "create index \"I j_ccnew\" on t (v)",
          "create index valid_ccnew on t (v)",
          "create index own on t (v)",
          "create table u (v integer) partition by range (v)",
          "create table u1 partition of u default",
          "create index k on u (v)",
          "create index u1_v_idx_ccnew on u1 (v)",
          "create schema s",
          "create table s.t (v integer)",
          "create index i on s.t (v)",
          "create index i_ccold on s.t (v)",
          "create index lonely_ccold on s.t (v)",
          "update pg_index set indisvalid = false where indexrelid::regclass::text ~"
              + " '(_cc.*|own)\"?$' and indexrelid::regclass::text <> 'valid_ccnew'");

  private FreshDatabase database;
  private Connection connection;

  @BeforeEach
  void setUp() throws SQLException {
    database = TestPostgres.freshDatabase();
    connection = DriverManager.getConnection(database.jdbcUrl());
    try (Statement statement = connection.createStatement()) {
      for (String sql : SCHEMA) {
        statement.execute(sql);
      }
    }
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    database.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reindex index concurrently i | i_ccnew,i_ccold12",
        "REINDEX INDEX CONCURRENTLY public . \"I j\"; | \"I j_ccnew\"",
        "reindex (verbose, concurrently) index s.i | s.i_ccold",
        "reindex table concurrently t | \"I j_ccnew\",i_ccnew,i_ccold12",
        "reindex table concurrently u | u1_v_idx_ccnew",
        "reindex index concurrently k | u1_v_idx_ccnew",
        "reindex table concurrently s.t | s.i_ccold",
        "reindex table concurrently gone | ''",
        "reindex schema concurrently s | s.i_ccold",
        "reindex database concurrently | \"I j_ccnew\",i_ccnew,i_ccold12,s.i_ccold,u1_v_idx_ccnew",
        "reindex (concurrently) database x | \"I j_ccnew\",i_ccnew,i_ccold12,s.i_ccold,u1_v_idx_ccnew"
      })
  void leftovers_areInvalidAndNamedAfterWhatIsReindexed(String sql, String leftovers)
      throws SQLException {
    assertThat(String.join(",", ConcurrentReindex.of(sql).orElseThrow().leftovers(connection)))
        .isEqualTo(leftovers);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reindex table t",
        "reindex (verbose) index \"concurrently\"",
        "create index concurrently i on t (v)",
        "reindex",
        "reindex (concurrently"
      })
  void of_isEmpty_forOtherStatements(String sql) {
    assertThat(ConcurrentReindex.of(sql)).isEmpty();
  }

  @Test
  void of_readsTheNameAsItIsWritten() {
    assertThat(ConcurrentReindex.of("reindex table concurrently s.\"a \"\"t\" -- it\n;"))
        .contains(new ConcurrentReindex(Scope.TABLE, "s.\"a \"\"t\""));
  }
}
