package dev.aludel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.app.cli.Streams.Colour;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ColourTest {
  private static final String ESCAPE = "\u001b[";

  private static String help(Colour colour) {
    StringWriter out = new StringWriter();
    Streams streams = new Streams(new PrintWriter(out, false), new PrintWriter(out, false), colour);
    new AludelCommandLine(Scenario.environment(Path.of("")), streams).run("upgrade", "--help");
    return out.toString();
  }

  @Test
  void help_isColoured_whenColoursAreOn() {
    assertThat(help(Colour.ON)).contains(ESCAPE);
  }

  @Test
  void help_isPlain_whenColoursAreOff() {
    assertThat(help(Colour.OFF)).contains("Usage: aludel upgrade").doesNotContain(ESCAPE);
  }
}
