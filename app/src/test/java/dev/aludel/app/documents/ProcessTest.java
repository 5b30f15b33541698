package dev.aludel.app.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.aludel.test.FreshDatabase;
import dev.aludel.test.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only the whole process shows: nothing but our own words, and the exit code. */
final class ProcessTest {
  @TempDir private Path folder;
  private FreshClone clone;

  @BeforeEach
  void build() throws IOException {
    clone = FreshClone.in(folder);
    clone.type("aludel --version");
  }

  @Test
  void process_saysOneSentence_whenTheServerCannotBeReached() {
    assertThat(clone.type("aludel demo --url postgresql://me:geheim@localhost:1/a; echo $?"))
        .isEqualTo(
            """
            Cannot connect to postgresql://me:***@localhost:1/a: PostgreSQL's driver says "Connection to localhost:1 refused. Check that the hostname and port are correct and that the postmaster is accepting TCP/IP connections.". Check host, port, name and rights, and that the server runs.
            1
            """);
  }

  @Test
  void process_saysNothingBesideTheAnswer_onPostgresToo() {
    try (FreshDatabase database = TestPostgres.freshDatabase()) {
      assertThat(clone.type("aludel demo --url '%s' >/dev/null; echo $?".formatted(database.url())))
          .isEqualTo("0\n");
    }
  }

  @Test
  void process_ends1_whenTheAnswerCannotBeWritten() {
    assumeTrue(Files.exists(Path.of("/dev/full")), "this machine has no /dev/full");
    assertThat(clone.type("aludel heads >/dev/full; echo $?"))
        .isEqualTo("Cannot write the answer to standard output.\n1\n");
  }

  // The reader is gone before Java is up.
  @Test
  void process_ends1_whenThePipeIsClosedEarly() {
    assertThat(
            clone.type(
                "mkfifo pipe; (: <pipe) & aludel upgrade heads --sql >pipe; echo $?; ls *.db"))
        .isEqualTo(
            "Cannot write the answer to standard output.\n"
                + "1\n"
                + "ls: cannot access '*.db': No such file or directory\n");
  }

  @Test
  void process_ends2_whenTheUsageIsWrong() {
    assertThat(clone.type("aludel heads --nonsense 2>/dev/null; echo $?")).isEqualTo("2\n");
  }

  // The shell writes what this process could not name in every locale.
  @Test
  void process_takesAndShowsNamesInAnyScript() {
    String script =
        "--@ revision aa11\\n--@ revises base\\n--@ message T\\303\\266pfe\\n--@ upgrade\\n";
    assertThat(
            clone.type(
                """
                folder=$(printf 't\\303\\266pfe')
                mkdir "$folder"
                printf -- '%s' >"$folder/$folder.sql"
                LC_ALL=C aludel heads --script-location "$folder"
                LC_ALL=de_XX.UTF-8 aludel heads --script-location "$folder"
                LC_CTYPE=UTF-8 aludel heads --script-location "$folder"
                """
                    .formatted(script)))
        .isEqualTo("aa11 (head), T\u00f6pfe\n".repeat(3));
  }

  @Test
  void process_refusesAnArgument_whoseBytesAreNoText() {
    assertThat(
            clone.type(
                "LC_ALL=C.UTF-8 aludel heads --script-location \"$(printf 't\\366pfe')\" 2>&1; echo $?"))
        .isEqualTo(
            "Cannot read the argument \"t\uFFFDpfe\": it holds bytes that are no text in UTF-8, the characters of this locale. Write it in these, or set LC_ALL=C.UTF-8.\n2\n");
  }

  // Where the memory ends is chance; what is said then is not.
  @Test
  void process_saysOneSentence_whereverItsMemoryEnds() {
    assertThat(
            clone.type(
                """
                mkdir long
                { printf -- '--@ revision aa11\n--@ revises base\n--@ upgrade sqlite\ncreate table t (v);\ninsert into t values (%s' "'"
                  head -c 30000000 /dev/zero | tr '\\0' x
                  printf "');\n"; } >long/a.sql
                for megabytes in 20 60 90 140; do
                  said=$(JAVA_TOOL_OPTIONS=-Xmx${megabytes}m aludel upgrade --url sqlite:///long.db --script-location long 2>&1)
                  code=$?
                  printf '%s\\n' "$said" | grep -v '^Picked up' | sed "s|$PWD/||"
                  echo $code
                done
                ls *.db
                """))
        .matches(
            "((Cannot read .*long/a\\.sql\\)?: .*memory.*|Aludel needs more memory than it has\\. .*)\n1\n){4}"
                + "ls: cannot access '\\*\\.db': No such file or directory\n");
  }
}
