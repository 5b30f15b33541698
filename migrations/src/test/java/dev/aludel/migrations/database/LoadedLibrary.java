package dev.aludel.migrations.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Connects, and prints where SQLite's library was loaded from and how the driver is set. */
public final class LoadedLibrary {
  private LoadedLibrary() {}

  public static void main(String[] arguments) throws SQLException, IOException {
    if (Boolean.getBoolean("already.loaded")) {
      DriverManager.getConnection("jdbc:sqlite::memory:").close();
    }
    try (Connection connection = SqliteDriver.connectInMemory()) {
      Files.readAllLines(Path.of("/proc/self/maps")).stream()
          .filter(line -> line.contains("sqlitejdbc"))
          .map(line -> line.substring(line.indexOf('/')))
          .distinct()
          .forEach(System.out::println);
      System.out.printf(
          "%s %s %s%n",
          System.getProperty("org.sqlite.lib.path"),
          System.getProperty("org.sqlite.lib.name"),
          System.getProperty("org.sqlite.tmpdir"));
      connection.isClosed();
    }
  }
}
