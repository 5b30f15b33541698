package dev.aludel.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aludel.app.launcher.ProcessResult.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartScriptTest {
  private static final String BUILDING = "Building Aludel; this takes a minute ...\n";

  private static final String WAITING = "Waiting for another build of Aludel to end ...\n";

  @TempDir private Path folder;
  private StandInProject project;

  @BeforeEach
  void createProject() throws IOException {
    project = StandInProject.in(folder);
  }

  private ProcessResult run(String... arguments) throws IOException, InterruptedException {
    return ProcessResult.of(project.command(arguments));
  }

  private String build() {
    return "in %s: mvn -B -q -Dmaven.test.skip=true -Dspotless.check.skip=true package -pl app -am"
        .formatted(project.root());
  }

  @Test
  void script_buildsFirstAndThenRunsJava() throws IOException, InterruptedException {
    ProcessResult result = run("upgrade", "heads");
    assertThat(result.err()).isEqualTo(BUILDING);
    assertThat(result.out())
        .isEqualTo(
            """
            [-XX:+UseSerialGC]
            [-XX:TieredStopAtLevel=1]
            [-XX:CompileThresholdScaling=2]
            [-XX:-UsePerfData]
            [-Dorg.jooq.no-logo=true]
            [-Dorg.jooq.no-tips=true]
            [-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider]
            [-Dslf4j.internal.verbosity=WARN]
            [--enable-native-access=ALL-UNNAMED]
            [-Daludel.colour=false]
            [-Daludel.terminal=false]
            [-cp]
            [%1$s/app/target/lib/a.jar:%1$s/app/target/lib/b.jar]
            [dev.aludel.app.Launcher]
            [upgrade]
            [heads]
            locale C.UTF-8
            """
                .formatted(project.root()));
    assertThat(result.exitCode()).isEqualTo(7);
    assertThat(project.builds()).containsExactly(build());
  }

  @Test
  void script_runsAtOnce_whenAllIsBuilt() throws IOException, InterruptedException {
    run();
    ProcessResult again = run();
    assertThat(again.err()).isEmpty();
    assertThat(project.builds()).hasSize(1);
  }

  @Test
  void script_buildsAgain_whenASourceIsYounger() throws IOException, InterruptedException {
    for (String source : List.of("pom.xml", "app/pom.xml", "app/src/main/java/A.java", ".mvn")) {
      run();
      project.grows(Duration.ofMinutes(1));
      int builds = project.builds().size();
      assertThat(run().err()).isEmpty();
      project.touches(source);
      assertThat(run().err()).isEqualTo(BUILDING);
      assertThat(project.builds()).hasSize(builds + 1);
    }
  }

  @Test
  void script_buildsAgain_whenASourceIsGone() throws IOException, InterruptedException {
    run();
    project.grows(Duration.ofMinutes(1));
    Files.delete(project.root().resolve("app/src/main/java/A.java"));
    assertThat(run().err()).isEqualTo(BUILDING);
  }

  @Test
  void script_showsTheEndOfTheLog_whenTheBuildFails() throws IOException, InterruptedException {
    project.failsToBuild();
    ProcessResult result = run();
    String end =
        IntStream.rangeClosed(11, 30)
            .mapToObj(line -> "[ERROR] " + line + "\n")
            .collect(Collectors.joining());
    assertThat(result)
        .isEqualTo(
            new ProcessResult(
                1,
                "",
                BUILDING
                    + end
                    + "Cannot build Aludel: Maven failed as above. All it said is in %s/target/aludel-build.log.\n"
                        .formatted(project.root())));
    project.buildsAgain();
    assertThat(run().err()).isEqualTo(BUILDING);
  }

  private String localeOf(String variable, String value) throws IOException, InterruptedException {
    ProcessBuilder command = project.command();
    command.environment().put(variable, value);
    String out = ProcessResult.of(command).out();
    return out.substring(out.lastIndexOf("locale ")).strip();
  }

  @Test
  void script_takesALocaleThatIsThere_whereTheNamedOneIsNotInstalled()
      throws IOException, InterruptedException {
    assertThat(localeOf("LANG", "de_XX.UTF-8")).isEqualTo("locale C.UTF-8");
    assertThat(localeOf("LC_CTYPE", "UTF-8")).isEqualTo("locale C.UTF-8");
    assertThat(localeOf("LC_ALL", "tlh_XX")).isEqualTo("locale C.UTF-8");
    assertThat(localeOf("LANG", "POSIX")).isEqualTo("locale C.UTF-8");
    assertThat(localeOf("LANG", "")).isEqualTo("locale C.UTF-8");
  }

  @Test
  void script_leavesALocaleThatIsThere() throws IOException, InterruptedException {
    assertThat(localeOf("LANG", "C.UTF-8")).isEqualTo("locale none");
    assertThat(localeOf("LANG", "C.utf8")).isEqualTo("locale none");
  }

  @Test
  void script_leavesTheLocale_whereNobodyCanTellWhichThereAre()
      throws IOException, InterruptedException {
    project.lacks("locale");
    assertThat(localeOf("LANG", "de_XX.UTF-8")).isEqualTo("locale none");
  }

  @Test
  void script_passesArgumentsOnAsTheyAre() throws IOException, InterruptedException {
    ProcessResult result = run("a b", "", "*", "$HOME", "\"'\\");
    assertThat(result.out()).contains("Launcher]\n[a b]\n[]\n[*]\n[$HOME]\n[\"'\\]\n");
  }

  @Test
  void script_worksThroughLinksFromAnyFolder() throws IOException, InterruptedException {
    Path elsewhere = Files.createDirectory(folder.resolve("else where"));
    Files.createSymbolicLink(elsewhere.resolve("first"), Path.of("../pots & pans/aludel"));
    Path link = Files.createSymbolicLink(elsewhere.resolve("second"), elsewhere.resolve("first"));
    ProcessResult result = ProcessResult.of(project.command(folder, link));
    assertThat(result.out()).contains("[%s/app/target/lib/a.jar:".formatted(project.root()));
    assertThat(project.builds()).containsExactly(build());
  }

  @Test
  void script_allowsNativeLibraries_whereJavaWouldWarn() throws IOException, InterruptedException {
    String allowed = "[--enable-native-access=ALL-UNNAMED]";
    for (String version : List.of("17.0.15+6", "18+36-2087", "23.0.2+7")) {
      project.hasJava(version);
      assertThat(run().out()).doesNotContain(allowed);
    }
    for (String version : List.of("24+36", "25.0.3+9-LTS", "117.0.1+1")) {
      project.hasJava(version);
      assertThat(run().out()).contains(allowed);
    }
  }

  @Test
  void script_putsTheDriverFirst() throws IOException, InterruptedException {
    run();
    for (String jar : List.of("jooq-3.jar", "sqlite-jdbc-3.jar", "z.jar")) {
      Files.createFile(project.root().resolve("app/target/lib").resolve(jar));
    }
    assertThat(run().out())
        .contains(
            "[%1$s/sqlite-jdbc-3.jar:%1$s/a.jar:%1$s/b.jar:%1$s/jooq-3.jar:%1$s/z.jar]"
                .formatted(project.root().resolve("app/target/lib")));
  }

  @Test
  void script_prefersJavaHome() throws IOException, InterruptedException {
    Path home = folder.resolve("java home");
    Files.createDirectories(home.resolve("bin"));
    Files.move(project.bin().resolve("java"), home.resolve("bin/java"));
    ProcessBuilder command = project.command();
    command.environment().put("JAVA_HOME", home.toString());
    assertThat(ProcessResult.of(command).out()).contains("[dev.aludel.app.Launcher]");
  }

  @Test
  void script_saysWhatIsMissing() throws IOException, InterruptedException {
    ProcessBuilder wrongHome = project.command();
    wrongHome.environment().put("JAVA_HOME", "/no/such/java");
    assertThat(ProcessResult.of(wrongHome))
        .isEqualTo(
            new ProcessResult(
                1,
                "",
                "Cannot run Aludel: JAVA_HOME is /no/such/java, which has no bin/java. Set it to a JDK 17 or newer, or unset it.\n"));
    project.lacks("mvn");
    assertThat(run())
        .isEqualTo(
            new ProcessResult(
                1,
                "",
                BUILDING
                    + "Cannot build Aludel: there is no mvn on the PATH. Install Maven 3.8.7 or newer.\n"));
    project.lacks("java");
    assertThat(run())
        .isEqualTo(
            new ProcessResult(
                1,
                "",
                "Cannot run Aludel: there is no java on the PATH. Install a JDK 17 or newer, or set JAVA_HOME.\n"));
  }

  @Test
  void scripts_buildOnce_whenTwoRunAtTheSameTime() throws IOException, InterruptedException {
    assumeTrue(project.offersFlock(), "this machine has no flock");
    assertOneBuildOfFour();
  }

  @Test
  void scripts_buildOnce_whenThereIsNoFlock() throws IOException, InterruptedException {
    assertOneBuildOfFour();
  }

  private void assertOneBuildOfFour() throws IOException, InterruptedException {
    Running[] running = new Running[4];
    for (int i = 0; i < running.length; i++) {
      running[i] = ProcessResult.start(project.command());
    }
    List<String> said = new ArrayList<>();
    for (Running one : running) {
      ProcessResult result = one.await();
      assertThat(result.exitCode()).isEqualTo(7);
      said.add(result.err());
    }
    assertThat(said).contains(BUILDING, WAITING).isSubsetOf(BUILDING, WAITING, "");
    assertThat(project.builds()).containsExactly(build());
  }

  private List<String> archiveOptions(ProcessResult result) {
    return result
        .out()
        .lines()
        .filter(line -> line.matches(".*(archives|Xlog|VMOptions|Relocation).*"))
        .toList();
  }

  @Test
  void script_makesAnArchiveOnce_andUsesIt() throws IOException, InterruptedException {
    project.hasJava("21.0.2+13-LTS");
    ProcessResult first = run("upgrade");
    assertThat(first.err()).isEqualTo(BUILDING);
    assertThat(archiveOptions(first))
        .containsExactly(
            "[-Xlog:disable]",
            "[-XX:+UnlockDiagnosticVMOptions]",
            "[-XX:+IgnoreUnrecognizedVMOptions]",
            "[-XX:ArchiveRelocationMode=0]",
            "[-XX:SharedArchiveFile=%s/app/target/archives/21.0.2+13-LTS]"
                .formatted(project.root()));
    ProcessResult second = run("upgrade");
    assertThat(second).isEqualTo(new ProcessResult(7, first.out(), ""));
    assertThat(project.archivesBegun()).isEqualTo(1);
    assertThat(project.archives()).containsExactly("21.0.2+13-LTS");
  }

  @Test
  void script_makesAnotherArchive_forAnotherJava() throws IOException, InterruptedException {
    project.hasJava("17.0.15+6");
    run();
    project.hasJava("25.0.3+9");
    assertThat(archiveOptions(run()))
        .contains("[-XX:AOTCache=%s/app/target/archives/25.0.3+9]".formatted(project.root()));
    assertThat(project.archives()).containsExactly("17.0.15+6", "25.0.3+9");
  }

  @Test
  void script_makesTheArchiveAgain_afterABuild() throws IOException, InterruptedException {
    project.hasJava("17.0.15+6");
    run();
    project.grows(Duration.ofMinutes(1));
    project.touches("pom.xml");
    run();
    assertThat(project.archivesBegun()).isEqualTo(2);
  }

  @Test
  void script_triesOnce_whereNoArchiveIsToBeHad() throws IOException, InterruptedException {
    run();
    project.hasJava("17.0.15+6");
    project.failsToBuild();
    for (int i = 0; i < 2; i++) {
      ProcessResult result = run();
      assertThat(result.err()).isEmpty();
      assertThat(archiveOptions(result)).isEmpty();
    }
    assertThat(project.archivesBegun()).isEqualTo(1);
  }

  @Test
  void script_runsWithoutArchive_whereNoneCanBeWritten() throws IOException, InterruptedException {
    run();
    project.hasJava("17.0.15+6");
    Files.writeString(project.root().resolve("app/target/archives"), "a file in the way");
    ProcessResult result = run();
    assertThat(result.err()).isEmpty();
    assertThat(archiveOptions(result)).isEmpty();
  }

  @Test
  void script_runsWithoutArchive_whereJavaDoesNotSayItsVersion()
      throws IOException, InterruptedException {
    project.hasJava("../../escape");
    assertThat(archiveOptions(run())).isEmpty();
    project.hasJava("");
    assertThat(archiveOptions(run())).isEmpty();
    assertThat(project.archivesBegun()).isZero();
  }

  @Test
  void script_runsWithoutArchive_whenItIsSwitchedOff() throws IOException, InterruptedException {
    project.hasJava("17.0.15+6");
    ProcessBuilder off = project.command();
    off.environment().put("ALUDEL_CLASS_ARCHIVE", "off");
    assertThat(archiveOptions(ProcessResult.of(off))).isEmpty();
    ProcessBuilder wrong = project.command();
    wrong.environment().put("ALUDEL_CLASS_ARCHIVE", "maybe");
    assertThat(ProcessResult.of(wrong))
        .isEqualTo(
            new ProcessResult(
                1, "", "Cannot run Aludel: ALUDEL_CLASS_ARCHIVE is maybe; it is on or off.\n"));
  }

  @Test
  void scripts_leaveOneArchive_whenSeveralRunAtTheSameTime()
      throws IOException, InterruptedException {
    run();
    project.hasJava("17.0.15+6");
    Running[] running = new Running[4];
    for (int i = 0; i < running.length; i++) {
      running[i] = ProcessResult.start(project.command());
    }
    for (Running one : running) {
      ProcessResult result = one.await();
      assertThat(result.err()).isEmpty();
      assertThat(archiveOptions(result)).hasSize(5);
    }
    assertThat(project.archives()).containsExactly("17.0.15+6");
  }
}
