package dev.aludel.benchmarks;

import static java.util.stream.Collectors.joining;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
import liquibase.Liquibase;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.jdbi.v3.core.Jdbi;
import org.jooq.DSLContext;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.sqlite.JDBC;

/** On what, and of which versions, a table of ratios was made. */
final class Machine {
  private static final long MEBIBYTE = 1 << 20;

  private Machine() {}

  /** One sentence. */
  static String described(PostgresServer server) throws SQLException {
    try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      return "Measured on %s, %d processors, heap of %d MiB, %s, Java %s, SQLite %s, PostgreSQL %s; %s."
          .formatted(
              LocalDate.now(Clock.systemUTC()),
              Runtime.getRuntime().availableProcessors(),
              Runtime.getRuntime().maxMemory() / MEBIBYTE,
              ManagementFactory.getOperatingSystemMXBean().getName(),
              Runtime.version(),
              Database.query(sqlite, "select sqlite_version()"),
              server.version(),
              libraries());
    }
  }

  private static String libraries() {
    return Stream.of(
            JDBC.class,
            PGSimpleDataSource.class,
            HikariDataSource.class,
            DSLContext.class,
            Jdbi.class,
            SessionFactory.class,
            JdbcTemplate.class,
            Flyway.class,
            Liquibase.class)
        .map(Machine::jar)
        .collect(joining(", "));
  }

  // Not every jar's manifest tells its version; its name does.
  private static String jar(Class<?> type) {
    String file = type.getProtectionDomain().getCodeSource().getLocation().getPath();
    return file.substring(file.lastIndexOf('/') + 1).replaceFirst("[.]jar$", "");
  }
}
