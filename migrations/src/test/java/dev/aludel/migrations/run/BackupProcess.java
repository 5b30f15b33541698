package dev.aludel.migrations.run;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.revision.MigrationException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Another process that changes a database which has to be backed up first, perhaps where there is
 * no room for that. Afterwards it says what was wrong, which files are there, and what is in the
 * database.
 */
public final class BackupProcess {
  private BackupProcess() {}

  /**
   * Starts one.
   *
   * @param shell what a shell does before the process, which is {@code "$@"} to it
   */
  static Process start(String shell, Path database, Path scripts) throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", shell, "sh"));
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            BackupProcess.class.getName(),
            database.toString(),
            scripts.toString()));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  public static void main(String[] arguments) throws SQLException {
    Path database = Path.of(arguments[0]);
    Migrator migrator =
        Migrator.builder().url("sqlite:///" + database).scripts(Path.of(arguments[1])).build();
    try {
      migrator.downgrade("base");
      report("done");
    } catch (MigrationException e) {
      report(String.valueOf(e.getMessage()));
    }
    String[] files = database.resolveSibling(".").normalize().toFile().list();
    report(
        Stream.of(files == null ? new String[0] : files)
            .filter(name -> !name.endsWith("-aludel-lock"))
            .sorted()
            .toList()
            .toString());
    report(
        Arrays.asList(
                ask(database, "pragma integrity_check"),
                ask(database, "select version_num from alembic_version"),
                ask(database, "select count(*) from t"))
            .toString());
  }

  private static String ask(Path database, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.getString(1);
    }
  }

  private static void report(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
