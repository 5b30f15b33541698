package dev.aludel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.app.cli.Streams.Colour;
import dev.aludel.app.cli.Streams.Reader;
import dev.aludel.app.wiring.Environment;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said where it was done and the answer is lost, or is long in coming. */
final class LostAnswersTest {
  @TempDir private Path folder;

  private String said(Writer out, Reader reader, int exitCode, String... arguments) {
    StringWriter err = new StringWriter();
    Environment environment =
        new Environment(
            Map.of("ALUDEL_DATABASE_URL", "sqlite:///" + folder.resolve("aludel.db")),
            folder,
            Clock.systemUTC());
    Streams streams =
        new Streams(new PrintWriter(out, false), new PrintWriter(err, false), Colour.OFF, reader);
    assertThat(new AludelCommandLine(environment, streams).run(arguments)).isEqualTo(exitCode);
    return err.toString().replace(folder.toString(), "DIR");
  }

  private static Writer closed() {
    return new Writer() {
      @Override
      public void write(char[] text, int from, int length) throws IOException {
        throw new IOException("Broken pipe");
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private String saidToNobody(String... arguments) {
    return said(closed(), Reader.READS_LATER, 1, arguments);
  }

  @Test
  void commands_sayWhatWasDone_whenNobodyReadsTheAnswer() throws IOException {
    SampleScripts.in(folder);
    String[][] commands = {
      {"upgrade", "aa11", "--script-location", "scripts"},
      {"upgrade", "bb22", "--script-location", "scripts", "--json"},
      {"downgrade", "aa11", "--script-location", "scripts", "--backup", "never"},
      {"stamp", "base", "--script-location", "scripts"},
      {"ensure-version"}
    };
    String[] done = {
      "sqlite:///DIR/aludel.db is at aa11.",
      "sqlite:///DIR/aludel.db is at bb22.",
      "sqlite:///DIR/aludel.db is at aa11.",
      "Stamped: sqlite:///DIR/aludel.db is at base.",
      "Nothing to do: sqlite:///DIR/aludel.db has the version table alembic_version."
    };
    for (int i = 0; i < commands.length; i++) {
      assertThat(saidToNobody(commands[i]))
          .isEqualTo(
              "Cannot write the answer to standard output, and all is done: %s\n"
                  .formatted(done[i]));
    }
    assertThat(saidToNobody("heads", "--script-location", "scripts"))
        .isEqualTo("Cannot write the answer to standard output.\n");
  }

  @Test
  void upgrade_tellsCompletedStepsInJson_whenALaterOneFails() throws IOException {
    SampleScripts.in(folder);
    Scenario.in(folder)
        .write(
            "scripts/cc33.sql",
            "--@ revision cc33\n--@ revises bb22\n--@ upgrade\ninsert into pots values (1), (1);\n")
        .run("upgrade", "--json", "--script-location", "scripts")
        .matches("failed-json.txt");
  }

  private static final String SLOW =
      "--@ revision zz99\n--@ revises base\n--@ message Take long\n--@ upgrade sqlite\n"
          + "with recursive n (i) as (select 1 union all select i + 1 from n where i < 40000000) select count(*) from n;\n"
          + "--@ upgrade postgresql\nselect 1;\n";

  @Test
  void upgrade_namesARevisionThatTakesLong_toWhoeverWatches() throws IOException {
    Scenario.in(folder).write("slow/zz99.sql", SLOW);
    assertThat(said(new StringWriter(), Reader.WATCHES, 0, "upgrade", "--script-location", "slow"))
        .isEqualTo("Running upgrade <base> -> zz99, Take long ...\n");
  }

  @Test
  void upgrade_namesNoRevisionBeforehand_whenItIsShort() throws IOException {
    Scenario.in(folder).write("slow/zz99.sql", SLOW.replace("40000000", "4"));
    assertThat(said(new StringWriter(), Reader.WATCHES, 0, "upgrade", "--script-location", "slow"))
        .isEmpty();
  }
}
