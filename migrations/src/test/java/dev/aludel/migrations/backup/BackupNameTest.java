package dev.aludel.migrations.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BackupNameTest {
  private static final Instant TIME = Instant.parse("2026-11-21T04:26:00.789Z");

  private static String name(String... rows) {
    return new BackupName("app.db", List.of(rows), TIME).text(1);
  }

  @Test
  void text_namesTheRevisionsAndTheTime() {
    assertThat(name("f6e7d8c9b0a1")).isEqualTo("app.db.f6e7d8c9b0a1.20261121T042600Z.bak");
    assertThat(name("f6e7d8c9b0a1", "001"))
        .isEqualTo("app.db.001-f6e7d8c9b0a1.20261121T042600Z.bak");
  }

  @Test
  void text_saysBase_whenNoRevisionIsApplied() {
    assertThat(name()).isEqualTo("app.db.base.20261121T042600Z.bak");
  }

  @Test
  void text_counts_whenTheNameIsTaken() {
    BackupName name = new BackupName("app.db", List.of("001"), TIME);

    assertThat(name.text(2)).isEqualTo("app.db.001.20261121T042600Z-2.bak");
    assertThat(name.text(11)).isEqualTo("app.db.001.20261121T042600Z-11.bak");
  }

  @Test
  void text_countsTheRevisionsThatAreTooMany() {
    String[] rows =
        IntStream.rangeClosed(1, 300).mapToObj("%012x"::formatted).toArray(String[]::new);

    assertThat(name(rows))
        .isEqualTo(
            "app.db.000000000001-000000000002-000000000003-000000000004-000000000005-and-295-more.20261121T042600Z.bak");
  }

  @Test
  void text_isShort_whenTheLongestIdsMeet() {
    assertThat(name("a".repeat(32), "b".repeat(32)))
        .isEqualTo("app.db.%s-%s.20261121T042600Z.bak", "a".repeat(32), "b".repeat(32));
    assertThat(name("a".repeat(32), "b".repeat(32), "c".repeat(32)))
        .isEqualTo("app.db.%s-%s-and-1-more.20261121T042600Z.bak", "a".repeat(32), "b".repeat(32));
  }

  @Test
  void text_isAFileName_whateverStandsInTheVersionTable() {
    assertThat(name("../../etc/passwd", ""))
        .isEqualTo("app.db.-______etc_passwd.20261121T042600Z.bak");
    assertThat(name("é\n".repeat(500), "x")).hasSizeLessThan(110).matches("[A-Za-z0-9_.-]+");
  }
}
