package dev.aludel.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aludel.test.OwnPostgres.Stop;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnPostgresTest {

  @Test
  void start_bringsBackWhatWasCommitted_afterEitherStop(@TempDir Path folder) throws SQLException {
    assumeTrue(TestPostgres.isEmbedded(), "servers cannot be started here");
    try (OwnPostgres server = OwnPostgres.started(folder)) {
      FreshDatabase database = server.freshDatabase();
      run(database, "create table t (x integer)");
      for (Stop stop : Stop.values()) {
        run(database, "insert into t values (1)");
        server.stop(stop);
        assertThatThrownBy(() -> run(database, "select 1"))
            .as("after %s", stop)
            .hasMessageContaining("refused");
        server.start();
      }
      try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
          var statement = connection.createStatement();
          var rows = statement.executeQuery("select count(*) from t")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getInt(1)).isEqualTo(2);
      }
    }
  }

  private static void run(FreshDatabase database, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
