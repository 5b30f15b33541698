package dev.aludel.migrations.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;
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

  private SqliteDriver() {}

  /**
   * Opens a connection, which takes statements of SQLite's own largest length.
   *
   * @param jdbcUrl of the driver's form
   */
  public static Connection connect(SQLiteConfig config, String jdbcUrl) throws SQLException {
    prepare();
    SqliteStatementLength.allow(config);
    return config.createConnection(jdbcUrl);
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
    prepare();
    new SQLiteConfig();
  }

  private static final class Prepared {
    private static final Runnable ONCE = once();

    private static Runnable once() {
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
