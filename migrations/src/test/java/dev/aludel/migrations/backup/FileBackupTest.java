package dev.aludel.migrations.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.Collation;

final class FileBackupTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T04:26:00Z"), ZoneOffset.UTC);

  private static final FileBackup.Progress SILENT = (copied, total) -> {};

  @TempDir private Path folder;
  private Path file;
  private Connection connection;

  @BeforeEach
  void createDatabase() throws SQLException {
    file = folder.resolve("app.db");
    connection = connect(file);
    execute(
        "create table t (id integer primary key autoincrement, v text)",
        "insert into t values (1, 'one'), (7, 'seven')",
        "delete from t where id = 7");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private static Connection connect(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file.toUri());
  }

  private void execute(String... statements) throws SQLException {
    execute(connection, statements);
  }

  private static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static List<String> query(Path file, String sql) throws SQLException {
    try (Connection connection = connect(file)) {
      return query(connection, sql);
    }
  }

  private static List<String> query(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  private FileBackup backup(Path database, FileBackup.VersionRows versionRows) {
    return new FileBackup(
        database, null, "sqlite:///app.db", versionRows, CLOCK, ", or run without it");
  }

  private FileBackup into(Path target) {
    return new FileBackup(file, target, "sqlite:///app.db", any -> Set.of("001"), CLOCK, "");
  }

  private Path write() {
    return backup(file, any -> Set.of("001")).write(connection, SILENT).orElseThrow();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(one -> String.valueOf(one.getFileName())).sorted().toList();
    }
  }

  private static String permissions(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void write_copiesSchemaRowsAndCounts() throws Exception {
    Path backup = write();

    assertThat(backup).isEqualTo(folder.resolve("app.db.001.20261121T042600Z.bak"));
    assertThat(files()).containsExactly("app.db", "app.db.001.20261121T042600Z.bak");
    assertThat(query(backup, "select id || v from t")).containsExactly("1one");
    assertThat(query(backup, "select seq from sqlite_sequence")).containsExactly("7");
    assertThat(query(backup, "pragma integrity_check")).containsExactly("ok");
  }

  @Test
  void write_copiesIntoAnotherFolder() throws Exception {
    Path target = Files.createDirectory(folder.resolve("backups"));

    Path backup = into(target).write(connection, SILENT).orElseThrow();

    assertThat(backup).isEqualTo(target.resolve("app.db.001.20261121T042600Z.bak"));
    assertThat(query(backup, "select id || v from t")).containsExactly("1one");
    assertThat(permissions(backup)).isEqualTo("rw-------");
    assertThat(files()).containsExactly("app.db", "backups");
    try (Stream<Path> written = Files.list(target)) {
      assertThat(written).containsExactly(backup);
    }
  }

  /** As if both were being written at one moment. */
  @Test
  void write_leavesTheOtherAlone_whenTwoDatabasesOfOneNameComeIntoOneFolder() throws Exception {
    Path target = Files.createDirectory(folder.resolve("backups"));
    Path namesake = Files.createDirectory(folder.resolve("other")).resolve("app.db");
    try (PartialFile other = PartialFile.in(target, namesake)) {
      Path backup = into(target).write(connection, SILENT).orElseThrow();

      assertThat(other.path()).exists();
      assertThat(query(backup, "select id || v from t")).containsExactly("1one");
    }
  }

  @Test
  void write_isRefused_whenTheFolderIsMissing() {
    assertThatThrownBy(() -> into(folder.resolve("gone")).write(connection, SILENT))
        .isInstanceOf(BackupException.class)
        .hasMessage(
            "Cannot back up sqlite:///app.db: there is no folder %s. Nothing was changed, and no part of the backup is left. Create it, or name one that is there."
                .formatted(folder.resolve("gone")));
    assertThatThrownBy(() -> into(file).write(connection, SILENT))
        .isInstanceOf(BackupException.class)
        .hasMessage(
            "Cannot back up sqlite:///app.db: %s is no folder. Nothing was changed, and no part of the backup is left. Create it, or name one that is there."
                .formatted(file));
  }

  private void fill() throws SQLException {
    execute(
        "insert into t (v) with recursive n (i) as (select 1 union all select i + 1 from n where i"
            + " < 50000) select 'a text that fills a page of the file sooner or later ' || i from n");
  }

  @Test
  void write_tellsHowFarItIs_whenThereIsMuchToCopy() throws SQLException {
    fill();
    List<Long> copied = new ArrayList<>();
    Set<Long> totals = new HashSet<>();

    Path backup =
        backup(file, any -> Set.of("001"))
            .write(
                connection,
                (bytes, total) -> {
                  copied.add(bytes);
                  totals.add(total);
                })
            .orElseThrow();

    assertThat(totals).containsExactly(backup.toFile().length());
    assertThat(copied).isSorted();
    assertThat(Set.copyOf(copied)).hasSizeGreaterThan(3);
  }

  @Test
  void write_leavesNothing_whenWhoeverHearsOfItEndsIt() throws Exception {
    fill();
    FileBackup.Progress refusing =
        (copied, total) -> {
          throw new IllegalStateException("enough");
        };

    assertThatThrownBy(() -> backup(file, any -> Set.of("001")).write(connection, refusing))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("enough");
    assertThat(files()).containsExactly("app.db");
    assertThat(query(write(), "select count(*) from t")).containsExactly("50001");
  }

  @Test
  void write_givesEachBackupAName_whenTheTimeIsTheSame() throws IOException {
    assertThat(List.of(write(), write(), write())).doesNotHaveDuplicates();
    assertThat(files())
        .containsExactly(
            "app.db",
            "app.db.001.20261121T042600Z-2.bak",
            "app.db.001.20261121T042600Z-3.bak",
            "app.db.001.20261121T042600Z.bak");
  }

  @Test
  void write_keepsRowidsAndPragmas() throws Exception {
    execute(
        "pragma user_version = 7",
        "pragma application_id = 99",
        "create table n (v text)",
        "create table ni (v text)",
        "create index i on ni (v)",
        "insert into n (rowid, v) values (5, 'a'), (100, 'b')",
        "insert into ni (rowid, v) values (6, 'a'), (200, 'b')",
        "create virtual table f using fts5 (body)",
        "insert into f (rowid, body) values (42, 'hello world')");

    Path backup = write();

    assertThat(query(backup, "select rowid from n")).containsExactly("5", "100");
    assertThat(query(backup, "select rowid from ni")).containsExactly("6", "200");
    assertThat(query(backup, "select rowid from f where f match 'hello'")).containsExactly("42");
    assertThat(query(backup, "pragma user_version")).containsExactly("7");
    assertThat(query(backup, "pragma application_id")).containsExactly("99");
    assertThat(query(backup, "pragma journal_mode")).containsExactly("delete");
  }

  @Test
  void write_readsTheWriteAheadLog_andKeepsIt() throws Exception {
    execute(
        "pragma journal_mode = wal",
        "pragma wal_autocheckpoint = 0",
        "insert into t values (2, 'in the log')");

    Path backup = write();

    assertThat(Files.size(folder.resolve("app.db-wal"))).isPositive();
    assertThat(files())
        .filteredOn(name -> name.contains("backup") || name.contains(".bak-"))
        .isEmpty();
    assertThat(query(backup, "select v from t")).containsExactly("one", "in the log");
    assertThat(query(backup, "pragma journal_mode")).containsExactly("wal");
  }

  @ParameterizedTest
  @ValueSource(strings = {"delete", "wal"})
  void write_doesNotWait_whenOthersReadAndWrite(String journal) throws Exception {
    execute("pragma journal_mode = " + journal);
    try (Connection reader = connect(file);
        Connection writer = connect(file)) {
      execute(reader, "begin");
      assertThat(query(reader, "select v from t")).containsExactly("one");
      execute(writer, "begin immediate", "insert into t values (2, 'not committed')");

      assertThat(query(write(), "select v from t")).containsExactly("one");
      execute(reader, "commit");
      execute(writer, "commit");
    }
    assertThat(query(file, "select v from t")).containsExactly("one", "not committed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "rw-r-----", "rw-rw-r--"})
  void write_keepsThePermissions_andHasNoneForOthersUntilItIsWhole(String wanted) throws Exception {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(wanted));
    List<String> meanwhile = new ArrayList<>();
    FileBackup.VersionRows versionRows =
        any -> {
          Path partial = folder.resolve("app.db-aludel-backup");
          meanwhile.add(Files.exists(partial) ? permissions(partial) : "none");
          return Set.of("001");
        };

    Path backup = backup(file, versionRows).write(connection, SILENT).orElseThrow();

    assertThat(meanwhile).containsExactly("none", "rw-------");
    assertThat(permissions(backup)).isEqualTo(wanted);
  }

  @Test
  void write_isForTheOwnerAlone_inAnotherFolder() throws Exception {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));

    Path backup = into(elsewhere).write(connection, SILENT).orElseThrow();

    assertThat(permissions(backup)).isEqualTo("rw-------");
  }

  @Test
  void write_keepsTheGroup() throws Exception {
    UserPrincipalLookupService lookup = file.getFileSystem().getUserPrincipalLookupService();
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    GroupPrincipal other;
    try {
      other = lookup.lookupPrincipalByGroupName("daemon");
      view.setGroup(other);
    } catch (IOException e) {
      assumeTrue(false, "only root can give a file to the group daemon: " + e);
      return;
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));

    Path backup = write();

    assertThat(Files.readAttributes(backup, PosixFileAttributes.class).group()).isEqualTo(other);
    assertThat(permissions(backup)).isEqualTo("rw-rw----");
  }

  @Test
  void write_putsTheBackupBesideTheFile_whenItIsReachedByALink() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path link = Files.createSymbolicLink(elsewhere.resolve("link.db"), file);

    assertThat(backup(link, any -> Set.of()).write(connection, SILENT))
        .contains(file.toRealPath().resolveSibling("app.db.base.20261121T042600Z.bak"));
    assertThat(elsewhere).isDirectoryContaining(link::equals);
  }

  @Test
  void write_takesAnyPath() throws Exception {
    Path odd = Files.createDirectory(folder.resolve("it's a ?mode=memory&100%25 #é"));
    Path database = odd.resolve("file:'x'.db");
    try (Connection there = connect(database)) {
      execute(there, "create table t (id)");

      Path backup = backup(database, any -> Set.of()).write(there, SILENT).orElseThrow();

      assertThat(backup).isEqualTo(odd.resolve("file:'x'.db.base.20261121T042600Z.bak"));
      assertThat(query(backup, "select name from sqlite_schema")).containsExactly("t");
    }
  }

  @Test
  void write_writesNothing_whenThereIsNothingInTheDatabase() throws Exception {
    Path empty = folder.resolve("empty.db");
    try (Connection there = connect(empty)) {
      assertThat(backup(empty, any -> Set.of()).write(there, SILENT)).isEmpty();
    }
    assertThat(files()).containsExactly("app.db", "empty.db");
  }

  @Test
  void write_isRefused_whenTheCopyHasOtherRows() throws Exception {
    List<String> rows = new ArrayList<>(List.of("001", "002"));

    assertThatThrownBy(() -> backup(file, any -> Set.of(rows.remove(0))).write(connection, SILENT))
        .isInstanceOf(BackupException.class)
        .hasMessage(
            "Cannot back up sqlite:///app.db: it had the version rows [001], and its copy has"
                + " [002]. Nothing was changed, and no part of the backup is left. Run again while"
                + " nobody else changes its schema, or run without it.");
    assertThat(files()).containsExactly("app.db");
  }

  @Test
  void difference_isFound_whenTheCopyIsCut() throws Exception {
    execute("create table u (v)", "insert into u values (zeroblob(100000))");
    DatabaseContent content = DatabaseContent.of(connection, any -> Set.of());
    DatabaseCopy copy = new DatabaseCopy(Files.createFile(folder.resolve("copy")));
    copy.writeFrom(connection, SILENT);
    assertThat(copy.difference(content, any -> Set.of())).isEmpty();
    try (SeekableByteChannel channel =
        Files.newByteChannel(copy.file(), StandardOpenOption.WRITE)) {
      channel.truncate(Files.size(copy.file()) - 1000);
    }

    assertThat(copy.difference(content, any -> Set.of()))
        .hasValueSatisfying(
            difference -> assertThat(difference).matches("its copy has \\d+ bytes and needs \\d+"));
  }

  @Test
  void difference_namesWhatOnlyOneHas() throws SQLException {
    DatabaseContent before = DatabaseContent.of(connection, any -> Set.of());
    execute("create view w as select 1", "drop table t", "create table u (id)");
    DatabaseContent after = DatabaseContent.of(connection, any -> Set.of());

    assertThat(before.difference(before)).isEmpty();
    assertThat(before.difference(after))
        .contains("it and its copy do not both have [table t, table u, view w]");
  }

  @Test
  void write_leavesNothing_whenSqliteCannotCopy() throws Exception {
    Collation.create(
        connection,
        "unknown",
        new Collation() {
          @Override
          protected int xCompare(String first, String second) {
            return first.compareTo(second);
          }
        });
    execute("create index i on t (v collate unknown)");
    connection.close();
    connection = connect(file);

    assertThatThrownBy(this::write)
        .isInstanceOf(BackupException.class)
        .hasMessage(
            "Cannot back up sqlite:///app.db: SQLite says \"no such collation sequence: unknown\"."
                + " Nothing was changed, and no part of the backup is left. Mend that, or run"
                + " without it.");
    assertThat(files()).containsExactly("app.db");
  }

  @Test
  void write_isRefused_whenNoFileCanBeWrittenThere() throws Exception {
    Path inTheWay = Files.createDirectory(folder.resolve("app.db-aludel-backup"));
    Files.createFile(inTheWay.resolve("file"));

    assertThatThrownBy(this::write)
        .isInstanceOf(BackupException.class)
        .hasMessage(
            "Cannot back up sqlite:///app.db: no file can be written beside it (%s is a folder)."
                + " Nothing was changed, and no part of the backup is left. See that %s has room"
                + " for a copy of it and that this user may write there, or run without it.",
            inTheWay, folder);
  }

  @Test
  void write_isRefused_whenTheFolderCannotBeWritten() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeTrue(!Files.isWritable(folder), "root may write everywhere");

      assertThatThrownBy(this::write)
          .isInstanceOf(BackupException.class)
          .hasMessage(
              "Cannot back up sqlite:///app.db: no file can be written beside it (access denied)."
                  + " Nothing was changed, and no part of the backup is left. See that %s has room"
                  + " for a copy of it and that this user may write there, or run without it.",
              folder);
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
