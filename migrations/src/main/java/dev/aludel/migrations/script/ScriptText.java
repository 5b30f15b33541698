package dev.aludel.migrations.script;

import dev.aludel.migrations.sql.SourceText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The bytes of a script as text. */
final class ScriptText {
  static final String SUFFIX = ".sql";

  private static final char REPLACEMENT = '\uFFFD';

  private ScriptText() {}

  /**
   * The text in {@code bytes}.
   *
   * @throws ScriptException at the first byte that is not UTF-8
   */
  static String decode(String name, byte[] bytes) {
    // What is not UTF-8 becomes this character; and it may stand in the text itself.
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0 ? text : decodeStrictly(name, bytes);
  }

  private static String decodeStrictly(String name, byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
    text.flip();
    if (result.isError()) {
      throw new ScriptException(
          new SourceText(name, text.toString()).position(text.length()),
          "found a byte that is not UTF-8. Save the script as UTF-8.");
    }
    return text.toString();
  }
}
