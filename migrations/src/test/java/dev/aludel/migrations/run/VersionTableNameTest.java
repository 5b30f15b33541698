package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VersionTableNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "ALUDEL_journal"})
  void versionTable_isRefused_whenItCannotHaveThatName(String name) {
    assertThatThrownBy(() -> RunSettings.DEFAULT.withVersionTable(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The version table has a name, which is not that of the journal, aludel_journal; found"
                + " \"%s\".",
            name);
  }
}
