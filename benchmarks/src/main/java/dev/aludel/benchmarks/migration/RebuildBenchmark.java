package dev.aludel.benchmarks.migration;

import dev.aludel.benchmarks.Database;
import dev.aludel.benchmarks.WorkFolder;
import dev.aludel.migrations.Migrator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A column of a large SQLite table gets another type, which SQLite's {@code alter table} cannot do.
 * The floor are the twelve steps of section 7 of SQLite's "ALTER TABLE" page in plain JDBC, with a
 * look at the values before; ours is the same as a revision.
 */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls what sets the fields
@Fork(1)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class RebuildBenchmark {
  private static final String REVISION =
      """
      --@ revision b2
      --@ revises base
      --@ upgrade
      alter table documents alter column size set data type integer;
      """;

  @Param("1000000")
  private int rows;

  private Path folder;
  private DocumentsDatabase original;
  private DocumentsDatabase database;

  @Setup(Level.Trial)
  public void prepare() throws IOException, SQLException {
    folder = WorkFolder.of("rebuild");
    original = DocumentsDatabase.of(rows, folder);
    Files.writeString(WorkFolder.of("rebuild/revisions").resolve("b2.sql"), REVISION);
  }

  @Setup(Level.Iteration)
  public void copy() throws IOException {
    database = original.copy(folder.resolve("changed.db"));
  }

  @Benchmark
  public void ours() {
    Migrator.builder().url(database.url()).scripts(folder.resolve("revisions")).build().upgrade();
  }

  @Benchmark
  public void floor() throws SQLException {
    try (Connection connection = database.open()) {
      Database.execute(connection, "pragma foreign_keys = off", "begin immediate");
      Database.expect(
          connection,
          "nothing",
          "select id from documents where cast(cast(size as integer) as text) is not size");
      Database.execute(
          connection,
          DocumentsDatabase.create("new_documents", "integer"),
          "insert into new_documents select * from documents",
          "drop table documents",
          "alter table new_documents rename to documents");
      Database.execute(connection, DocumentsDatabase.COMPANIONS);
      Database.expect(connection, "nothing", "pragma foreign_key_check");
      Database.execute(connection, "commit", "pragma foreign_keys = on");
    }
  }

  @TearDown(Level.Iteration)
  public void check() throws SQLException {
    try (Connection connection = database.open()) {
      Database.expect(
          connection,
          String.valueOf(rows),
          "select count(*) from documents where typeof(size) = 'integer'");
      Database.expect(
          connection,
          "3",
          "select count(*) from sqlite_schema where sql is not null and tbl_name = 'documents' and"
              + " type in ('index', 'trigger')");
    }
  }
}
