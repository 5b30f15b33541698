package dev.aludel.migrations.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

final class KeptLibraryTest {
  private static final int STRANGER = 61_234;

  @TempDir private Path parent;
  private Path folder;

  @BeforeEach
  void nameFolder() throws IOException {
    folder = parent.toRealPath().resolve("cache/sqlite");
  }

  private static byte[] library() throws IOException {
    String resource =
        LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
    try (InputStream bytes = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      return bytes.readAllBytes();
    }
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static void setRights(Path path, String rights) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
  }

  private static void give(Path path) throws IOException {
    assumeTrue(System.getProperty("user.name").equals("root"), "root alone gives files away");
    Files.setAttribute(path, "unix:uid", STRANGER);
  }

  @Test
  void library_isPutThereForItsUserAlone() throws IOException {
    Path file = KeptLibrary.in(folder).orElseThrow();
    assertThat(file).hasParent(folder).hasBinaryContent(library());
    assertThat(file.getFileName().toString())
        .startsWith(SQLiteJDBCLoader.getVersion() + "-")
        .endsWith("=" + LibraryLoaderUtil.getNativeLibName());
    assertThat(rights(folder)).isEqualTo("rwx------");
    assertThat(rights(file)).isEqualTo("rw-------");
    assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
  }

  @Test
  void library_stays() throws IOException {
    Path file = KeptLibrary.in(folder).orElseThrow();
    Object key = Files.getAttribute(file, "unix:ino");
    assertThat(KeptLibrary.in(folder)).contains(file);
    assertThat(Files.getAttribute(file, "unix:ino")).isEqualTo(key);
  }

  @Test
  void library_isReplaced_whenItIsAnother() throws IOException {
    Path file = KeptLibrary.in(folder).orElseThrow();
    byte[] changed = library();
    changed[changed.length / 2] ^= 1;
    for (byte[] content :
        List.of(changed, new byte[0], "no library".getBytes(StandardCharsets.UTF_8))) {
      Files.write(file, content);
      assertThat(KeptLibrary.in(folder)).contains(file);
      assertThat(file).hasBinaryContent(library());
    }
  }

  @Test
  void library_isReplaced_whenOthersCouldWriteIntoIt() throws IOException {
    Path file = KeptLibrary.in(folder).orElseThrow();
    setRights(file, "rw-rw-rw-");
    assertThat(KeptLibrary.in(folder)).contains(file);
    assertThat(rights(file)).isEqualTo("rw-------");
  }

  @Test
  void library_isReplaced_whenItIsALink() throws IOException {
    Path file = KeptLibrary.in(folder).orElseThrow();
    Path elsewhere = Files.move(file, parent.resolve("elsewhere"));
    Files.createSymbolicLink(file, elsewhere);
    assertThat(KeptLibrary.in(folder)).contains(file);
    assertThat(file).isRegularFile();
    assertThat(Files.isSymbolicLink(file)).isFalse();
  }

  @Test
  void library_isReplaced_whenItBelongsToAnother() throws IOException {
    Path file = KeptLibrary.in(folder).orElseThrow();
    give(file);
    assertThat(KeptLibrary.in(folder)).contains(file);
    assertThat(Files.getAttribute(file, "unix:uid")).isNotEqualTo(STRANGER);
  }

  @Test
  void library_isNotKept_whereOthersCanWrite() throws IOException {
    Files.createDirectories(folder);
    for (String rights : List.of("rwxrwx---", "rwx---rwx")) {
      setRights(folder, rights);
      assertThat(KeptLibrary.in(folder)).isEmpty();
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void library_isNotKept_inTheFolderOfAnother() throws IOException {
    Files.createDirectories(folder);
    setRights(folder, "rwx------");
    give(folder);
    assertThat(KeptLibrary.in(folder)).isEmpty();
  }

  @Test
  void library_isNotKept_behindALink() throws IOException {
    Path real = Files.createDirectories(parent.resolve("real"));
    setRights(real, "rwx------");
    Files.createDirectories(folder.resolveSibling(""));
    Files.createSymbolicLink(folder, real);
    assertThat(KeptLibrary.in(folder)).isEmpty();
    assertThat(real).isEmptyDirectory();
  }

  @Test
  void library_isNotKept_whereNoFolderCanBe() throws IOException {
    Files.writeString(parent.resolve("cache"), "a file in the way");
    assertThat(KeptLibrary.in(folder)).isEmpty();
    assertThat(KeptLibrary.in(parent.resolve("cache"))).isEmpty();
    assertThat(KeptLibrary.in(Path.of("/proc/no/such"))).isEmpty();
  }

  @Test
  void library_isWhole_whenManyPutItThereAtOnce()
      throws IOException, InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Optional<Path>>> found = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        found.add(threads.submit(() -> KeptLibrary.in(folder)));
      }
      for (Future<Optional<Path>> one : found) {
        assertThat(one.get().orElseThrow()).hasBinaryContent(library());
      }
    } finally {
      threads.shutdown();
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).hasSize(1);
    }
  }
}
