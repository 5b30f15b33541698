package dev.aludel.migrations.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PartialFileTest {
  private static final BackupName NAME =
      new BackupName("app.db", List.of("001"), Instant.parse("2026-11-21T04:26:00Z"));

  @TempDir private Path folder;
  private Path database;

  @BeforeEach
  void createDatabase() throws IOException {
    database = Files.createFile(folder.resolve("app.db"));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void complete_givesTheFileItsName() throws IOException {
    try (PartialFile partial = PartialFile.of(database)) {
      Files.writeString(partial.path(), "copy");
      assertThat(files()).containsExactly("app.db", "app.db-aludel-backup");

      assertThat(partial.complete(NAME))
          .isEqualTo(folder.resolve("app.db.001.20261121T042600Z.bak"))
          .hasContent("copy");
    }
    assertThat(files()).containsExactly("app.db", "app.db.001.20261121T042600Z.bak");
  }

  @Test
  void complete_takesTheNextName_whenAFileHasIt() throws IOException {
    Path first = folder.resolve("app.db.001.20261121T042600Z.bak");
    Files.writeString(first, "first");
    Files.createDirectory(folder.resolve("app.db.001.20261121T042600Z-2.bak"));
    Files.createSymbolicLink(
        folder.resolve("app.db.001.20261121T042600Z-3.bak"), folder.resolve("nowhere"));
    try (PartialFile partial = PartialFile.of(database)) {
      Files.writeString(partial.path(), "second");

      assertThat(partial.complete(NAME))
          .isEqualTo(folder.resolve("app.db.001.20261121T042600Z-4.bak"))
          .hasContent("second");
    }
    assertThat(first).hasContent("first");
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  @Test
  void replaceReserved_replacesNothingElse() throws IOException {
    Path taken = Files.writeString(folder.resolve("taken.bak"), "taken");
    Path free = folder.resolve("free.bak");
    try (PartialFile partial = PartialFile.of(database)) {
      Files.writeString(partial.path(), "copy");

      assertThatThrownBy(() -> partial.replaceReserved(taken))
          .isInstanceOf(FileAlreadyExistsException.class);
      partial.replaceReserved(free);
    }
    assertThat(taken).hasContent("taken");
    assertThat(free).hasContent("copy");
    assertThat(files()).containsExactly("app.db", "free.bak", "taken.bak");
  }

  @Test
  void close_deletesWhatIsNotComplete_andWhatSqliteLeftBesideIt() throws IOException {
    try (PartialFile partial = PartialFile.of(database)) {
      Files.writeString(partial.path(), "half");
      Files.createFile(folder.resolve("app.db-aludel-backup-journal"));
      Files.createFile(folder.resolve("app.db-aludel-backup-wal"));
      Files.createFile(folder.resolve("app.db-aludel-backup-shm"));
    }
    assertThat(files()).containsExactly("app.db");
  }

  @Test
  void of_deletesWhatAKilledProcessLeft() throws IOException {
    Files.writeString(folder.resolve("app.db-aludel-backup"), "half");
    Files.writeString(folder.resolve("app.db-aludel-backup-journal"), "hot");
    try (PartialFile partial = PartialFile.of(database)) {
      assertThat(partial.path()).isEmptyFile();
      assertThat(files()).containsExactly("app.db", "app.db-aludel-backup");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(partial.path())))
          .isEqualTo("rw-------");
    }
  }
}
