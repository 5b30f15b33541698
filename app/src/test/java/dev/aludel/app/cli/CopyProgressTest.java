package dev.aludel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CopyProgressTest {
  private static final String ROWS =
      "insert into notes with recursive n (i) as (values (1) union all select i + 1 from n where i"
          + " < 150000) select i, 'note ' || i from n";

  @TempDir private Path folder;
  private final Seconds clock = new Seconds();
  private final CopyProgress progress = new CopyProgress(clock);
  private final List<String> said = new ArrayList<>();

  @Test
  void line_isSaidAfterASecond_andThenEveryFive() {
    for (int i = 0; i <= 120; i++) {
      hear("documents", 20_000L * i, 2_400_000);
      clock.advance(Duration.ofMillis(100));
    }
    assertThat(said)
        .containsExactly(
            "Copying documents: 200,000 of 2,400,000 rows ...",
            "Copying documents: 1,200,000 of 2,400,000 rows ...",
            "Copying documents: 2,200,000 of 2,400,000 rows ...",
            "Copied documents: 2,400,000 rows.");
  }

  @Test
  void line_isNeverSaid_whenItIsOverWithinASecond() {
    for (int i = 1; i <= 9; i++) {
      hear("documents", 20_000L * i, 180_000);
      clock.advance(Duration.ofMillis(100));
    }
    assertThat(said).isEmpty();
  }

  @Test
  void line_isSaidOfTheNextTableToo_whenThatLasts() {
    hear("documents", 20_000, 40_000);
    hear("documents", 40_000, 40_000);
    clock.advance(Duration.ofHours(1));
    hear("messages", 20_000, 60_000);
    clock.advance(Duration.ofSeconds(1));
    hear("messages", 40_000, 60_000);
    assertThat(said).containsExactly("Copying messages: 40,000 of 60,000 rows ...");
  }

  @Test
  void backupLine_isSaidInBytes_andNotOfTheEnd() {
    for (int i = 0; i <= 70; i++) {
      progress.backupLine(60_000_000L * i, 4_200_000_000L).ifPresent(said::add);
      clock.advance(Duration.ofMillis(100));
    }
    assertThat(said)
        .containsExactly("Backing up: 600.0 MB of 4.2 GB ...", "Backing up: 3.6 GB of 4.2 GB ...");
  }

  @Test
  void upgrade_tellsOnStandardError_unlessItIsToBeQuiet() throws IOException {
    Scenario scenario =
        Scenario.in(folder)
            .by(clock)
            .with("ALUDEL_SCRIPT_LOCATION", "scripts")
            .with("ALUDEL_BACKUP", "never");
    clock.ticking = Duration.ofMillis(300);
    scenario.write(
        "scripts/a1.sql",
        script("a1", "base", "create table notes (id integer primary key, text varchar(20))"));
    scenario.write("scripts/b2.sql", script("b2", "a1", ROWS));
    scenario.write(
        "scripts/c3.sql",
        script("c3", "b2", "alter table notes alter column text set data type varchar(40)"));
    scenario.write(
        "scripts/d4.sql",
        script("d4", "c3", "alter table notes alter column text set data type text"));

    scenario.run("-q", "upgrade", "b2").run("upgrade", "c3").run("-q", "upgrade", "d4");

    scenario.matches("upgrade-progress.txt");
  }

  private static String script(String revision, String revises, String upgrade) {
    return "--@ revision %s\n--@ revises %s\n--@ upgrade\n--@ verbatim\n%s;\n"
        .formatted(revision, revises, upgrade)
        .replace("--@ verbatim\nalter", "alter");
  }

  private void hear(String table, long copied, long total) {
    progress.line(table, copied, total).ifPresent(said::add);
  }

  private static final class Seconds extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private Duration ticking = Duration.ZERO;

    void advance(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      advance(ticking);
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("the clock has one zone");
    }
  }
}
