package dev.aludel.migrations.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.util.LibraryLoaderUtil;

/** Which library a process of its own loads, and what it leaves. */
final class SqliteDriverTest {
  @TempDir private Path folder;

  /** What {@link LoadedLibrary} says; its temporary files go into a folder of their own. */
  private String loaded(String cache, String... options) throws IOException {
    assumeTrue(Files.exists(Path.of("/proc/self/maps")), "this system shows nobody's memory");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("temporary")));
    command.addAll(List.of(options));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), LoadedLibrary.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put(CacheFolder.VARIABLE, cache);
    Process process = builder.start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private Path kept() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("cache/sqlite"))) {
      return files.reduce((one, another) -> one).orElseThrow().toRealPath();
    }
  }

  @Test
  void driver_loadsTheKeptLibrary_andLeavesNoSettingBehind() throws IOException {
    for (int i = 0; i < 2; i++) {
      String loaded = loaded(folder.resolve("cache").toString());
      assertThat(loaded).isEqualTo("%s\nnull null null\n".formatted(kept()));
    }
    assertThat(folder.resolve("temporary")).isEmptyDirectory();
  }

  @Test
  void driver_unpacksItsLibrary_whenNothingIsKept() throws IOException {
    for (String cache : List.of("off", "relative")) {
      assertThat(loaded(cache))
          .startsWith(folder.toRealPath().resolve("temporary") + "/sqlite-")
          .endsWith(LibraryLoaderUtil.getNativeLibName() + "\nnull null null\n");
    }
  }

  @Test
  void driver_isLeftAlone_whenTheProcessSaysWhatToLoad() throws IOException {
    Path own = Files.createDirectory(folder.resolve("own")).toRealPath();
    assertThat(loaded(folder.resolve("cache").toString(), "-Dorg.sqlite.tmpdir=" + own))
        .startsWith(own + "/sqlite-")
        .endsWith("null null %s\n".formatted(own));
    assertThat(folder.resolve("cache")).doesNotExist();
  }

  @Test
  void driver_isLeftAlone_whenTheProcessHasLoadedIt() throws IOException {
    assertThat(loaded(folder.resolve("cache").toString(), "-Dalready.loaded=true"))
        .startsWith(folder.toRealPath().resolve("temporary") + "/sqlite-")
        .endsWith("\nnull null null\n");
  }
}
