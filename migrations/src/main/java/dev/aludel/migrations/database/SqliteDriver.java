package dev.aludel.migrations.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite's driver, asked itself: the JDK's list of drivers would load all of them. Before its first
 * connection it gets its native library from where an earlier process left it, instead of unpacking
 * it each time; {@code ALUDEL_CACHE} says where, {@code off} that it is unpacked. A process that
 * sets one of the driver's own properties for this, or has loaded the driver already, is left
 * alone.
 */
public final class SqliteDriver {
  private static final String LIBRARY_FOLDER = "org.sqlite.lib.path";
  private static final String LIBRARY_NAME = "org.sqlite.lib.name";
  private static final String TEMPORARY_FOLDER = "org.sqlite.tmpdir";

  private static final AtomicBoolean BEGUN = new AtomicBoolean();
  private static final AtomicReference<SqliteVersion> LOADED = new AtomicReference<>();

  private SqliteDriver() {}

  /**
   * Opens a connection, which takes statements of SQLite's own largest length.
   *
   * @param jdbcUrl of the driver's form
   * @throws DatabaseUnavailableException if the driver can lose commits; nothing was opened
   */
  public static Connection connect(SQLiteConfig config, String jdbcUrl) throws SQLException {
    requireSafeVersion();
    SqliteStatementLength.allow(config);
    return config.createConnection(jdbcUrl);
  }

  /**
   * Refuses a driver whose SQLite can lose what was committed. Touches no file.
   *
   * @throws DatabaseUnavailableException if it is one
   */
  public static void requireSafeVersion() {
    SqliteVersion version = loadedVersion();
    if (!version.keepsCommits()) {
      throw new DatabaseUnavailableException(
          "Cannot use SQLite %s, which the driver sqlite-jdbc %s brings: there two connections that copy the write-ahead log of a file at one time can lose commits. Use sqlite-jdbc 3.51.3 or newer, but not 3.52.0; with Spring Boot, set its property sqlite-jdbc.version to 3.51.3.0 or newer. No file was made or touched."
              .formatted(version, SQLiteJDBCLoader.getVersion()));
    }
  }

  // Asked once, on a database in memory: opening a file makes it.
  private static SqliteVersion loadedVersion() {
    SqliteVersion known = LOADED.get();
    if (known != null) {
      return known;
    }
    prepare();
    try (SQLiteConnection memory =
        (SQLiteConnection) new SQLiteConfig().createConnection("jdbc:sqlite::memory:")) {
      SqliteVersion version = SqliteVersion.parse(memory.libversion());
      LOADED.set(version);
      return version;
    } catch (SQLException e) {
      throw new DatabaseUnavailableException(
          "Cannot load SQLite: its driver says \"%s\".".formatted(e.getMessage()), e);
    }
  }

  /** Opens a database in memory, which goes with its connection. */
  public static Connection connectInMemory() throws SQLException {
    return connect(new SQLiteConfig(), "jdbc:sqlite::memory:");
  }

  /** Has the native library loaded, once in a process; what is wrong with it, connecting tells. */
  public static void prepare() {
    Prepared.ONCE.run();
  }

  /** Begins, once, with what the first connection of a process takes; connecting waits for that. */
  static void prepareInBackground() {
    if (BEGUN.compareAndSet(false, true)) {
      Thread thread = new Thread(SqliteDriver::warmUp, "sqlite-driver");
      thread.setDaemon(true);
      thread.start();
    }
  }

  // Half of it is what the driver looks up for dates, once, when it is configured.
  private static void warmUp() {
    try {
      loadedVersion();
    } catch (DatabaseUnavailableException | LinkageError e) {
      return; // who connects is told
    }
  }

  private static final class Prepared {
    private static final Runnable ONCE = once();

    private static Runnable once() {
      QuietLogging.whereNobodyLogs();
      boolean own =
          Stream.of(LIBRARY_FOLDER, LIBRARY_NAME, TEMPORARY_FOLDER)
              .allMatch(property -> System.getProperty(property) == null);
      if (own) {
        CacheFolder.of(System.getenv(), System.getProperty("os.name", ""))
            .map(folder -> folder.resolve("sqlite"))
            .flatMap(KeptLibrary::in)
            .ifPresent(SqliteDriver::load);
      }
      return () -> {};
    }
  }

  // The driver sweeps its temporary folder before it loads anything, however much is in there.
  private static void load(Path library) {
    String folder = library.resolveSibling("").toString();
    System.setProperty(LIBRARY_FOLDER, folder);
    System.setProperty(LIBRARY_NAME, library.getFileName().toString());
    System.setProperty(TEMPORARY_FOLDER, folder);
    try {
      SQLiteJDBCLoader.initialize();
    } catch (Exception e) {
      return; // the driver tries its own way at the first connection, and tells what is wrong then
    } finally {
      System.clearProperty(LIBRARY_FOLDER);
      System.clearProperty(LIBRARY_NAME);
      System.clearProperty(TEMPORARY_FOLDER);
    }
  }
}
