package dev.aludel.migrations.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SqliteVersionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3.44.6", "3.44.9", "3.50.7", "3.50.12", "3.51.3", "3.51.10", "3.52.1", "3.53.0", "3.54.1",
        "3.100.0", "4.0.0"
      })
  void keepsCommits_isTrue_whenTheFaultIsMended(String version) {
    assertThat(SqliteVersion.parse(version).keepsCommits()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2.8.17", "3.7.0", "3.43.2", "3.44.5", "3.45.3", "3.46.1", "3.47.2", "3.48.0", "3.49.1",
        "3.49.99", "3.50.6", "3.51.0", "3.51.2", "3.52.0", "3.52"
      })
  void keepsCommits_isFalse_whenTheFaultIsThere(String version) {
    assertThat(SqliteVersion.parse(version).keepsCommits()).isFalse();
  }

  @Test
  void parse_isRefused_whenItIsNoVersion() {
    assertThatThrownBy(() -> SqliteVersion.parse("unknown"))
        .hasMessage("SQLite's driver says that it is version \"unknown\", which is none.");
  }

  @Test
  void toString_isWhatSqliteTells() {
    assertThat(SqliteVersion.parse("3.54.1")).hasToString("3.54.1");
  }
}
