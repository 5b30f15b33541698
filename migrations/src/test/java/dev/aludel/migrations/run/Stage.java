package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.MigratorBuilder;
import dev.aludel.migrations.backup.BackupPolicy;
import dev.aludel.migrations.revision.MigrationException;
import dev.aludel.migrations.run.TestDatabase.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/** A database that is set to revision {@code a1} over and over, and the scripts of what follows. */
final class Stage implements AutoCloseable {
  private static final String TABLE =
      "create table t (id integer primary key, v varchar(20));\n"
          + "insert into t (id, v) values (1, 'one');";

  private static final Pattern WAYS_ON =
      Pattern.compile("If it did, run \"(.+)\"; if not, \"(.+)\"\\. Then run again\\.");

  private final Path folder;
  private final Kind kind;
  private final Scripts scripts;
  private TestDatabase database;

  /** To a server, where opening takes long. */
  private final @Nullable Connection steady;

  private Stage(Path folder, Kind kind, Scripts scripts, TestDatabase database)
      throws SQLException {
    this.folder = folder;
    this.kind = kind;
    this.scripts = scripts;
    this.database = database;
    this.steady = kind == Kind.POSTGRESQL ? database.connect() : null;
  }

  static Stage in(Path folder, Kind kind) throws IOException, SQLException {
    Files.createDirectories(folder);
    Scripts scripts = new Scripts(Files.createTempDirectory(folder, "revisions"));
    scripts.add("a1", "base", TABLE, "");
    return new Stage(folder, kind, scripts, kind.open(Files.createTempDirectory(folder, "d")));
  }

  Kind kind() {
    return kind;
  }

  Scripts scripts() {
    return scripts;
  }

  TestDatabase database() {
    return database;
  }

  /** Has the database at {@code a1} as if nothing had ever happened to it. */
  void set() throws IOException {
    clear();
    undisturbed().build().upgrade("a1");
  }

  /** Has the database empty. */
  void clear() throws IOException {
    if (kind == Kind.POSTGRESQL) {
      database.execute("drop schema public cascade", "create schema public");
    } else {
      database = kind.open(Files.createTempDirectory(folder, "d"));
    }
  }

  /** What runs with nothing in its way. */
  MigratorBuilder undisturbed() {
    MigratorBuilder migrator =
        Migrator.builder().scripts(scripts.folder()).backup(BackupPolicy.NEVER);
    return steady == null ? migrator.url(database.url()) : migrator.connection(steady);
  }

  /** What runs with {@code fault} in its way, and does not wait long for locks. */
  MigratorBuilder disturbed(Fault fault) {
    return Migrator.builder()
        .dataSource(WatchedDataSource.of(this::connect, fault))
        .scripts(scripts.folder())
        .lockTimeout(Duration.ofMillis(20))
        .backup(BackupPolicy.NEVER)
        .listener(fault);
  }

  private Connection connect() throws SQLException {
    if (kind == Kind.POSTGRESQL) {
      return database.connect();
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(20);
    config.enforceForeignKeys(true);
    return config.createConnection(database.jdbcUrl());
  }

  /** What an upgrade says: its failure as people read it, wherever the scripts are. */
  String upgrade(MigratorBuilder migrator) {
    try {
      migrator.build().upgrade();
      return "(ends well)";
    } catch (MigrationException e) {
      return String.valueOf(e.getMessage())
          .replace(scripts.folder() + "/", "")
          .replaceAll("(jdbc|postgresql):[^ ]+?(?=[:.] )", "URL")
          .replaceAll("the connection was lost, \"[^\"]*\"", "the connection was lost, \"...\"");
    }
  }

  /**
   * Runs on to the end, and does on the way what is asked for.
   *
   * @param effect whether the statement took effect that may be asked for
   * @return what the first run says
   */
  String goOn(MigratorBuilder migrator, BooleanSupplier effect) {
    String said = upgrade(migrator);
    Matcher ways = WAYS_ON.matcher(said);
    if (ways.find()) {
      database.execute(ways.group(effect.getAsBoolean() ? 1 : 2));
      assertThat(upgrade(migrator)).isEqualTo("(ends well)");
    } else {
      assertThat(said).isEqualTo("(ends well)");
    }
    return said;
  }

  List<String> snapshot() {
    return Snapshot.of(database, kind);
  }

  /** The rows of the version table as messages name them. */
  String rows() {
    return String.join(", ", database.query("select version_num from alembic_version order by 1"));
  }

  @Override
  public void close() throws SQLException {
    if (steady != null) {
      steady.close();
    }
    database.close();
  }
}
