package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.MigratorBuilder;
import dev.aludel.migrations.run.TestDatabase.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Thirty revisions of several kinds, and what a database has to be like on the way and after. */
final class MixedRevisions {
  static final int COUNT = 30;

  private final Path folder;
  private final Kind kind;
  private final Scripts scripts;
  private final List<List<String>> snapshots = new ArrayList<>();

  private MixedRevisions(Path folder, Kind kind, Scripts scripts) {
    this.folder = folder;
    this.kind = kind;
    this.scripts = scripts;
  }

  /** Writes the scripts, and sees what each makes of a database when nothing disturbs it. */
  static MixedRevisions in(Path folder, Kind kind) throws IOException {
    Scripts scripts = new Scripts(Files.createDirectory(folder.resolve("revisions")));
    for (int i = 1; i <= COUNT; i++) {
      scripts.add("r" + i, i == 1 ? "base" : "r" + (i - 1), upgrade(i), "");
    }
    MixedRevisions revisions = new MixedRevisions(folder, kind, scripts);
    revisions.runUndisturbed();
    return revisions;
  }

  private void runUndisturbed() throws IOException {
    try (TestDatabase database = open()) {
      Migrator migrator = migrator(database).build();
      snapshots.add(Snapshot.of(database, kind));
      for (int i = 1; i <= COUNT; i++) {
        migrator.upgrade("r" + i);
        snapshots.add(Snapshot.of(database, kind));
      }
    }
  }

  /** By turns a new table with rows, a change of it that SQLite needs a rebuild for, and data. */
  private static String upgrade(int i) {
    int table = (i - 1) / 3;
    return switch (i % 3) {
      case 1 ->
          "create table t%1$d (id integer primary key, v text);\ncreate index i%1$d on t%1$d (v);\ninsert into t%1$d (id, v) values %2$s;"
              .formatted(table, rows());
      case 2 ->
          "alter table t%1$d alter column v set data type varchar(40);\nalter table t%1$d alter column v set default 'none';\nalter table t%1$d add constraint u%1$d unique (v);"
              .formatted(table);
      default ->
          "update t%1$d set v = 'changed ' || v;\ninsert into t%1$d (id) values (1000);"
              .formatted(table);
    };
  }

  private static String rows() {
    StringBuilder rows = new StringBuilder("(1, 'row 1')");
    for (int i = 2; i <= 300; i++) {
      rows.append(", (%d, 'row %d')".formatted(i, i));
    }
    return rows.toString();
  }

  Path scripts() {
    return scripts.folder();
  }

  MigratorBuilder migrator(TestDatabase database) {
    return Migrator.builder().url(database.url()).scripts(scripts.folder());
  }

  /** An empty database. */
  TestDatabase open() throws IOException {
    return kind.open(Files.createTempDirectory(folder, "database"));
  }

  /** The database is as one of the revisions leaves it; which one is in its version table. */
  void assertAtARevision(TestDatabase database) {
    if (kind == Kind.SQLITE) {
      assertThat(database.query("pragma integrity_check")).containsExactly("ok");
    }
    List<String> rows =
        database.tables().contains("alembic_version")
            ? database.query("select version_num from alembic_version")
            : List.of();
    assertThat(rows).hasSizeLessThanOrEqualTo(1);
    int revision = rows.isEmpty() ? 0 : Integer.parseInt(rows.get(0).substring(1));
    assertThat(Snapshot.of(database, kind)).as("at %s", rows).isEqualTo(snapshots.get(revision));
  }

  /** The database is as the last revision leaves it. */
  void assertAtTheEnd(TestDatabase database) {
    assertThat(Snapshot.of(database, kind)).isEqualTo(snapshots.get(COUNT));
  }
}
