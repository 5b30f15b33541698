package dev.aludel.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/** Where databases are made, by name. A name belongs to the run, for all of its processes. */
public enum Database {
  /** Files in the run's folder; WAL, a commit does not wait for the disk, foreign keys checked. */
  SQLITE {
    @Override
    public String url(String name) {
      return "jdbc:sqlite:" + file(name);
    }

    @Override
    public Properties settings() {
      SQLiteConfig config = new SQLiteConfig();
      config.setJournalMode(JournalMode.WAL);
      config.setSynchronous(SynchronousMode.NORMAL);
      config.enforceForeignKeys(true);
      config.setBusyTimeout(5000);
      return config.toProperties();
    }

    @Override
    public boolean exists(String name) {
      return Files.exists(file(name));
    }

    @Override
    public void create(String name) {
      // The first connection does it.
    }

    @Override
    public void copy(String name, String copy) throws IOException {
      Files.copy(file(name), file(copy));
    }

    @Override
    public void drop(String name) throws IOException {
      Files.deleteIfExists(file(name));
    }

    @Override
    public DataSource source(String name) {
      SQLiteConfig config = new SQLiteConfig();
      config.setSynchronous(SynchronousMode.valueOf(System.getProperty(SYNCHRONOUS, "OFF")));
      SQLiteDataSource source = new SQLiteDataSource(config);
      source.setUrl(url(name));
      return source;
    }

    @Override
    public String tableQuery(String pattern) {
      return "select count(*) from sqlite_schema where type = 'table' and name like '%s' escape '@'"
          .formatted(pattern);
    }

    private Path file(String name) {
      return WorkFolder.of("sqlite").resolve(name + ".db");
    }
  },

  /** Databases of the run's server, which does not wait for the disk either. */
  POSTGRESQL {
    @Override
    public String url(String name) {
      return PostgresServer.url(name);
    }

    @Override
    public Properties settings() {
      return new Properties();
    }

    @Override
    public boolean exists(String name) throws SQLException {
      return PostgresServer.exists(name);
    }

    @Override
    public void create(String name) throws SQLException {
      PostgresServer.execute("create database " + PostgresServer.database(name));
    }

    @Override
    public void copy(String name, String copy) throws SQLException {
      PostgresServer.execute(
          "create database %s template %s"
              .formatted(PostgresServer.database(copy), PostgresServer.database(name)));
    }

    @Override
    public void drop(String name) throws SQLException {
      PostgresServer.execute("drop database " + PostgresServer.database(name) + " with (force)");
    }

    @Override
    public DataSource source(String name) {
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setUrl(url(name));
      return source;
    }

    @Override
    public String tableQuery(String pattern) {
      return "select count(*) from pg_tables where schemaname = 'public' and tablename like '%s' escape '@'"
          .formatted(pattern);
    }
  };

  /** The property that says when {@link #source} of SQLite has its commits wait for the disk. */
  public static final String SYNCHRONOUS = "aludel.benchmarks.synchronous";

  /** Its URL for JDBC, which Aludel reads too. */
  public abstract String url(String name);

  /** What every connection of an application is opened with. */
  public abstract Properties settings();

  /** Whether a process of the run has made it. */
  public abstract boolean exists(String name) throws SQLException;

  /** Makes an empty one. */
  public abstract void create(String name) throws SQLException;

  /** Makes another one with the same content; nobody may be connected to the first. */
  public abstract void copy(String name, String copy) throws IOException, SQLException;

  /** Removes it. */
  public abstract void drop(String name) throws IOException, SQLException;

  /** What asks how many tables have names like this; {@code @} takes a wildcard's meaning. */
  public abstract String tableQuery(String pattern);

  /** The driver's own connections, whose commits do not wait for the disk unless told to. */
  public abstract DataSource source(String name);

  /** A connection with the settings of an application. */
  public Connection connect(String name) throws SQLException {
    return DriverManager.getConnection(url(name), settings());
  }

  /** Runs statements, each in its own transaction. */
  public static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The first value of an answer, as text; {@code nothing} if there is no row. */
  public static String query(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? String.valueOf(row.getString(1)) : "nothing";
    }
  }

  /**
   * Asks whether the work was done.
   *
   * @throws IllegalStateException when the first value of the answer is another one
   */
  public static void expect(Connection connection, String expected, String query)
      throws SQLException {
    String found = query(connection, query);
    if (!found.equals(expected)) {
      throw new IllegalStateException(
          "\"%s\" answers %s instead of %s".formatted(query, found, expected));
    }
  }
}
