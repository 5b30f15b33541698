package dev.aludel.app.cli;

import dev.aludel.migrations.sql.VisibleText;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * The last door to people: whatever is said through it, no character steers their terminal. Line
 * breaks pass; that no value brings one is the concern of those who put messages together.
 */
final class VisibleWriter extends FilterWriter {

  private VisibleWriter(Writer writer) {
    super(writer);
  }

  /** A writer that says what it is given to {@code writer}. */
  static PrintWriter around(PrintWriter writer) {
    return new PrintWriter(new VisibleWriter(writer));
  }

  @Override
  public void write(int character) throws IOException {
    write(String.valueOf((char) character));
  }

  @Override
  public void write(char[] characters, int offset, int length) throws IOException {
    write(String.valueOf(characters, offset, length));
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    out.write(VisibleText.lines(text.substring(offset, offset + length)));
  }

  @Override
  public void write(String text) throws IOException {
    write(text, 0, text.length());
  }
}
