package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aludel.migrations.Migrator;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A table is rebuilt in the memory that a small one needs, in Java and in SQLite. {@code
 * -Daludel.rows=N} says how many rows of half a kibibyte the large one has.
 */
final class LargeTableMemoryTest {
  private static final int ROWS = Integer.getInteger("aludel.rows", 100_000);
  private static final int FEW_ROWS = 1_000;
  private static final Path PEAKS = Path.of("/proc/self/status");
  private static final long MORE_MEBIBYTES = 16;

  @TempDir private Path folder;
  private Path revisions;

  @BeforeEach
  void writeScripts() throws IOException {
    revisions = Files.createDirectory(folder.resolve("revisions"));
    new Scripts(revisions)
        .add(
            "a1",
            "base",
            """
            alter table t alter column v set data type varchar(1000);
            alter table t alter column n set data type bigint;
            alter table t alter column n set not null;
            alter table t add constraint t_v unique (v, n);
            alter table t add constraint t_p foreign key (p) references parent (id) on delete cascade;
            alter table t add check (length(v) > 1);\
            """,
            "alter table t alter column n set data type text;");
  }

  @Test
  void rebuild_takesTheMemoryOfASmallTable_howeverLargeItIs() throws Exception {
    assumeTrue(Files.exists(PEAKS), "this system does not say how much memory a process took");
    long few = peakMebibytes("few.db", FEW_ROWS);
    long many = peakMebibytes("many.db", ROWS);

    System.out.println("%d rows: %d MiB, %d rows: %d MiB".formatted(FEW_ROWS, few, ROWS, many));
    assertThat(many).isLessThan(few + MORE_MEBIBYTES);
  }

  private long peakMebibytes(String name, int rows) throws Exception {
    Path file = folder.resolve(name);
    fill(Files.createDirectory(folder.resolve(rows + " rows")), file, rows);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xms64m",
                "-Xmx64m",
                "-XX:+AlwaysPreTouch",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path").replace(";", File.pathSeparator),
                LargeTableMemoryTest.class.getName(),
                "sqlite:///" + file,
                revisions.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(process.waitFor()).isZero();
    assertThat(said).hasSize(1);
    return Long.parseLong(said.get(0)) / 1024;
  }

  // Each row of orphans breaks a foreign key, and did before.
  private static void fill(Path scratch, Path file, int rows) throws IOException {
    String numbers =
        "with recursive n (i) as (values (1) union all select i + 1 from n where i < %d)"
            .formatted(rows);
    TestDatabase database = TestDatabase.Kind.SQLITE.open(scratch);
    database.execute(
        "create table parent (id integer primary key)",
        "insert into parent values (0), (1), (2)",
        "create table t (id integer primary key, v text, n text, p int)",
        "create table orphans (id integer primary key, r int references t (id))",
        "insert into t %s select i, printf('%%0500d', i * 7919 %% 1000003), i, i %% 3 from n"
            .formatted(numbers),
        "insert into orphans %s select i, -i from n".formatted(numbers));
    Files.move(scratch.resolve("test.db"), file);
  }

  /** Another process: up and down, and the most memory that this took, in KiB. */
  public static void main(String[] arguments) throws IOException {
    Migrator migrator = Migrator.builder().url(arguments[0]).scripts(Path.of(arguments[1])).build();
    migrator.upgrade();
    migrator.downgrade("base");
    System.out.println(
        Files.readAllLines(PEAKS).stream()
            .filter(line -> line.startsWith("VmHWM"))
            .map(line -> line.replaceAll("\\D", ""))
            .findFirst()
            .orElseThrow());
  }
}
