package dev.aludel.migrations.database;

import dev.aludel.migrations.sql.DatabaseProduct;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** A database that can be opened. */
public interface Database {

  /** What it is. */
  DatabaseProduct product();

  /** The file that a SQLite database is in; empty for one in memory and for a server. */
  Optional<Path> file();

  /** The schema in which its connections begin, where its URL says so. */
  default Optional<String> firstSchema() {
    return Optional.empty();
  }

  /**
   * The file that a SQLite database will be in, if it is not there yet. Opens nothing.
   *
   * @throws DatabaseUnavailableException if no file can be there
   */
  default Optional<Path> missingFile() {
    return file().filter(file -> !Files.exists(file));
  }

  /**
   * The file that a SQLite database is in or will be in. Opens nothing.
   *
   * @throws DatabaseUnavailableException if no database can be there
   */
  default Optional<Path> usableFile() {
    missingFile();
    return file();
  }

  /**
   * Opens it for reading; never creates it.
   *
   * @return empty if there is no database yet
   * @throws DatabaseUnavailableException if it cannot be opened or is no database
   */
  Optional<Connection> openIfPresent();

  /**
   * Opens it for changes, and creates it where that is the database's way.
   *
   * @throws DatabaseUnavailableException if it cannot be opened
   */
  Connection open();

  /**
   * Refuses a file that this user may not write, as far as that can be told beforehand. Creates
   * nothing.
   *
   * @throws DatabaseUnavailableException if it may not be written
   */
  default void refuseReadOnly() {
    file()
        .filter(file -> Files.exists(file) && !Files.isWritable(file))
        .ifPresent(
            file -> {
              throw new DatabaseUnavailableException(
                  "Cannot change %s: this user may read the file %s, and not write it. Give this user the right to write it, or name another file."
                      .formatted(this, file));
            });
  }

  /**
   * This database, opened with connections that wait so for a locked file. One that an application
   * opens waits as that has set it; a server has its own way.
   */
  default Database waiting(FileLockWait wait) {
    return this;
  }

  /**
   * Begins, beside what the caller does next, with what opening it takes first; opening waits for
   * that. For who is about to open it.
   */
  default void prepareToOpen() {}

  /** What messages call it; shows no password. */
  @Override
  String toString();

  static Database of(DatabaseUrl url) {
    return switch (url.product()) {
      case SQLITE -> new SqliteDatabase(url);
      case POSTGRESQL -> new PostgresDatabase(url);
    };
  }

  /**
   * The database behind {@code dataSource}, which is asked once for what it is, unless it is
   * SQLite's own.
   *
   * @throws DatabaseUnavailableException if it gives no connection or its database is not known
   */
  static Database of(DataSource dataSource) {
    return DataSourceDatabase.of(dataSource);
  }

  /**
   * The database behind {@code connection}, which is used and never closed. It must be in
   * auto-commit mode, and nobody else may use it meanwhile.
   *
   * @throws DatabaseUnavailableException if its database is not known
   * @throws IllegalStateException if it is not in auto-commit mode
   */
  static Database of(Connection connection) {
    try {
      return ConnectionDatabase.of(connection);
    } catch (SQLException e) {
      throw DataSourceDatabase.unavailable("the connection", e);
    }
  }
}
