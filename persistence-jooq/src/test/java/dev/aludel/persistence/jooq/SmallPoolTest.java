package dev.aludel.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.database.DatabaseUnavailableException;
import dev.aludel.test.FreshDatabase;
import dev.aludel.test.TestPostgres;
import org.junit.jupiter.api.Test;

/** A run on an application's pool. */
final class SmallPoolTest {

  private static HikariDataSource pool(FreshDatabase database, int size) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(database.jdbcUrl());
    pool.setMaximumPoolSize(size);
    pool.setConnectionTimeout(500);
    return pool;
  }

  @Test
  void upgrade_saysThatItNeedsTwoConnections_whenThePoolHasOne() {
    try (FreshDatabase database = TestPostgres.freshDatabase();
        HikariDataSource pool = pool(database, 1)) {
      Migrator migrator = Migrator.builder().dataSource(pool).bundled().build();

      assertThatThrownBy(migrator::upgrade)
          .isInstanceOf(DatabaseUnavailableException.class)
          .hasMessageEndingWith(
              " On PostgreSQL a run needs two connections at one time, one of them for its lock: give the pool two, and two that others do not use.");
      assertThat(migrator.current().rows()).isEmpty();
    }
  }

  @Test
  void upgrade_works_whenThePoolHasTwo() {
    try (FreshDatabase database = TestPostgres.freshDatabase();
        HikariDataSource pool = pool(database, 2)) {
      Migrator migrator = Migrator.builder().dataSource(pool).bundled().build();
      migrator.upgrade();

      assertThat(migrator.current().isAtHeads()).isTrue();
    }
  }
}
