package dev.aludel.app.launcher;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.app.launcher.ProcessResult.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of classes as a real JVM makes it and uses it. */
final class ClassArchiveTest {
  private static final int FIRST_WITH_A_CACHE = 25;
  private static final String[] CURRENT = {"current", "--url", "sqlite:///aludel.db"};
  private static final ProcessResult EXPECTED =
      new ProcessResult(0, "", "sqlite:///aludel.db does not exist yet. \"upgrade\" creates it.\n");

  @TempDir private Path folder;
  private Installation installation;

  @BeforeEach
  void install() throws IOException {
    installation = Installation.in(folder);
  }

  private static String option() {
    return Runtime.version().feature() < FIRST_WITH_A_CACHE
        ? "-XX:SharedArchiveFile"
        : "-XX:AOTCache";
  }

  @Test
  void archive_isTakenByTheJvm_andSpokenOfByNobody() throws IOException, InterruptedException {
    assertThat(installation.run(CURRENT)).isEqualTo(EXPECTED);
    assertThat(installation.archives()).hasSize(1);
    Path archive = installation.archives().get(0);
    assertThat(ProcessResult.of(installation.bound(archive, option(), CURRENT)))
        .isEqualTo(EXPECTED);
    assertThat(installation.run(CURRENT)).isEqualTo(EXPECTED);

    assertStillRunsWith(archive, ofAnotherJvm(Files.readAllBytes(archive)));
    assertStillRunsWith(archive, "not an archive".getBytes(UTF_8));
  }

  // The JVM that made an archive is named at its beginning.
  private static byte[] ofAnotherJvm(byte[] archive) {
    int name = new String(archive, 0, 4096, ISO_8859_1).indexOf("Server VM");
    assertThat(name).isPositive();
    archive[name] = 'X';
    return archive;
  }

  private void assertStillRunsWith(Path archive, byte[] content)
      throws IOException, InterruptedException {
    Files.delete(archive);
    Files.write(archive, content);
    assertThat(installation.run(CURRENT)).isEqualTo(EXPECTED);
    assertThat(Files.readAllBytes(archive)).isEqualTo(content);
  }

  @Test
  void archives_madeAtTheSameTime_leaveOneThatIsWhole() throws IOException, InterruptedException {
    List<Running> running = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      running.add(ProcessResult.start(installation.command(CURRENT)));
    }
    for (Running one : running) {
      assertThat(one.await()).isEqualTo(EXPECTED);
    }
    assertThat(installation.archives()).hasSize(1);
    assertThat(
            ProcessResult.of(installation.bound(installation.archives().get(0), option(), CURRENT)))
        .isEqualTo(EXPECTED);
  }
}
