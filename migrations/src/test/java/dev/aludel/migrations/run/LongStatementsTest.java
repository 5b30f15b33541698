package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.MigratorBuilder;
import dev.aludel.migrations.database.SqliteStatementLength;
import dev.aludel.migrations.run.TestDatabase.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A statement that is longer than what SQLite's driver takes by itself. */
final class LongStatementsTest {
  private static final int LENGTH = 3_000_000;
  private static final int USUAL = 1_000_000;

  @TempDir private Path folder;
  private Scripts scripts;

  @BeforeEach
  void writeScripts() throws IOException {
    String insert = "insert into t (id, v) values (%d, '" + "x".repeat(LENGTH) + "');";
    scripts =
        new Scripts(Files.createDirectory(folder.resolve("revisions")))
            .add(
                "a1",
                "base",
                "create table t (id bigint not null primary key, v text);\n"
                    + insert.formatted(1)
                    + "\n--@ verbatim\n"
                    + insert.formatted(2),
                "drop table t;");
  }

  private void assertThatItRan(MigratorBuilder migrator, TestDatabase database) {
    migrator.scripts(scripts.folder()).build().upgrade();
    assertThat(database.query("select id || ' ' || length(v) from t order by id"))
        .containsExactly("1 " + LENGTH, "2 " + LENGTH);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_takesIt_onItsOwnConnection(Kind kind) {
    try (TestDatabase database = kind.open(folder)) {
      assertThatItRan(Migrator.builder().url(database.url()), database);
    }
  }

  @Test
  void upgrade_takesIt_onConnectionsOfADataSource() {
    try (TestDatabase database = Kind.SQLITE.open(folder)) {
      SQLiteDataSource source = new SQLiteDataSource();
      source.setUrl(database.jdbcUrl());
      assertThatItRan(Migrator.builder().dataSource(source), database);
    }
  }

  @Test
  void upgrade_leavesAConnectionAsItWas() throws SQLException {
    try (TestDatabase database = Kind.SQLITE.open(folder);
        Connection connection = new SQLiteConfig().createConnection(database.jdbcUrl())) {
      assertThatItRan(Migrator.builder().connection(connection), database);
      assertThat(SqliteStatementLength.allow(connection)).isEqualTo(USUAL);
    }
  }

  @Test
  void upgradeSql_holdsIt() throws IOException {
    try (TestDatabase database = Kind.SQLITE.open(folder)) {
      StringBuilder sql = new StringBuilder();
      Migrator.builder()
          .url(database.url())
          .scripts(scripts.folder())
          .build()
          .upgradeSql(OfflineOptions.ANY_VERSION, sql, "head");
      assertThat(sql.length()).isGreaterThan(2 * LENGTH);
    }
  }
}
