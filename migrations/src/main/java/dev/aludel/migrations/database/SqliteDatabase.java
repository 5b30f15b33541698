package dev.aludel.migrations.database;

import dev.aludel.migrations.sql.DatabaseProduct;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;

/** A SQLite database: a file, or one in memory that lives as long as its connection. */
final class SqliteDatabase implements Database {
  private static final Pattern MAKES_NO_FILE = Pattern.compile("[?&]mode=r[ow](&|$)");

  private static final FileLockWait USUAL_WAIT = FileLockWait.silent(Duration.ofSeconds(60));

  private final DatabaseUrl url;
  private final FileLockWait wait;

  SqliteDatabase(DatabaseUrl url) {
    this(url, USUAL_WAIT);
  }

  private SqliteDatabase(DatabaseUrl url, FileLockWait wait) {
    this.url = url;
    this.wait = wait;
  }

  @Override
  public Database waiting(FileLockWait value) {
    return new SqliteDatabase(url, value);
  }

  @Override
  public DatabaseProduct product() {
    return DatabaseProduct.SQLITE;
  }

  @Override
  public Optional<Path> file() {
    return url.file();
  }

  @Override
  public Optional<Path> missingFile() {
    url.file().ifPresent(this::refuseImpossiblePath);
    return Database.super.missingFile();
  }

  @Override
  public Optional<Connection> openIfPresent() {
    if (url.file().isEmpty()) {
      return Optional.of(open());
    }
    if (missingFile().isPresent()) {
      return Optional.empty();
    }
    SQLiteConfig config = config();
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    return Optional.of(connect(config));
  }

  @Override
  public Connection open() {
    url.file().ifPresent(this::refuseImpossiblePath);
    return connect(config());
  }

  @Override
  public void prepareToOpen() {
    SqliteDriver.prepareInBackground();
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.enforceForeignKeys(true);
    return config;
  }

  private Connection connect(SQLiteConfig config) {
    try {
      Connection connection = SqliteDriver.connect(config, url.jdbcUrl());
      try {
        SqliteBusyHandler.install(connection, wait);
        look(connection);
        return connection;
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new DatabaseUnavailableException("Cannot open %s: %s".formatted(url, reason(e)), e);
    }
  }

  // SQLite opens a file when it is first read.
  private static void look(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("pragma schema_version")) {
      row.next();
    }
  }

  private String reason(SQLException e) {
    if (e.getErrorCode() == SQLiteErrorCode.SQLITE_NOTADB.code) {
      return "the file is not a SQLite database. Name another file.";
    }
    if (e.getErrorCode() == SQLiteErrorCode.SQLITE_BUSY.code) {
      return "another connection has the file locked, and did not let go of it in %s s. See which program uses it, and run again when that is done with it."
          .formatted(wait.longest().toMillis() / 1000.0);
    }
    String words = "SQLite says \"%s\".".formatted(SqliteWords.of(e));
    return e.getErrorCode() == SQLiteErrorCode.SQLITE_CANTOPEN.code
        ? words + " See that this user may read and write the file and its folder."
        : words;
  }

  private void refuseImpossiblePath(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null && !Files.isDirectory(parent)) {
      throw new DatabaseUnavailableException(
          "Cannot open %s: %s %s. Create the folder, or name another file."
              .formatted(url, parent, Files.exists(parent) ? "is no folder" : "does not exist"));
    }
    if (Files.isDirectory(file)) {
      throw new DatabaseUnavailableException(
          "Cannot open %s: %s is a folder. Name a file in it.".formatted(url, file));
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new DatabaseUnavailableException(
          "Cannot open %s: %s is a device or a pipe, no file. Name a file.".formatted(url, file));
    }
    if (!Files.exists(file) && MAKES_NO_FILE.matcher(url.jdbcUrl()).find()) {
      throw new DatabaseUnavailableException(
          "Cannot open %s: there is no such file, and the mode in its URL makes none. Name one that is there, or take the mode out."
              .formatted(url));
    }
  }

  @Override
  public String toString() {
    return url.toString();
  }
}
