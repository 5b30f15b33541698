package dev.aludel.migrations.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CacheFolderTest {
  private static final Map<String, String> HOME = Map.of("HOME", "/home/you");

  @Test
  void folder_isThatOfTheSystem() {
    assertThat(CacheFolder.of(HOME, "Linux")).contains(Path.of("/home/you/.cache/aludel"));
    assertThat(CacheFolder.of(HOME, "Mac OS X"))
        .contains(Path.of("/home/you/Library/Caches/aludel"));
    assertThat(CacheFolder.of(Map.of("HOME", "/home/you", "XDG_CACHE_HOME", "/var/keep"), "Linux"))
        .contains(Path.of("/var/keep/aludel"));
    assertThat(CacheFolder.of(Map.of("LOCALAPPDATA", "/users/you/local"), "Windows 11"))
        .contains(Path.of("/users/you/local/aludel"));
  }

  @Test
  void folder_isTheOneThatIsNamed() {
    assertThat(CacheFolder.of(Map.of("HOME", "/home/you", "ALUDEL_CACHE", "/srv/keep"), "Linux"))
        .contains(Path.of("/srv/keep"));
  }

  @Test
  void folder_isNone_whenItIsSwitchedOff() {
    assertThat(CacheFolder.of(Map.of("HOME", "/home/you", "ALUDEL_CACHE", "off"), "Linux"))
        .isEmpty();
  }

  @Test
  void folder_isNone_whenNobodySaysWhere() {
    assertThat(CacheFolder.of(Map.of(), "Linux")).isEmpty();
    assertThat(CacheFolder.of(Map.of("HOME", ""), "Linux")).isEmpty();
    assertThat(CacheFolder.of(HOME, "Windows 11")).isEmpty();
  }

  // Relative to where? XDG has such a value ignored.
  @Test
  void folder_isNone_whenItIsRelative() {
    assertThat(CacheFolder.of(Map.of("ALUDEL_CACHE", "keep"), "Linux")).isEmpty();
    assertThat(CacheFolder.of(Map.of("HOME", "/home/you", "XDG_CACHE_HOME", "keep"), "Linux"))
        .contains(Path.of("/home/you/.cache/aludel"));
  }
}
