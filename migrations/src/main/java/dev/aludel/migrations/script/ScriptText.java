package dev.aludel.migrations.script;

import dev.aludel.migrations.sql.SourceText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The bytes of a script as text. */
final class ScriptText {
  private static final String SUFFIX = ".sql";

  private static final char REPLACEMENT = '\uFFFD';

  private ScriptText() {}

  /**
   * Whether a file of this name is a script, {@code SQL} in letters of either case. What begins
   * with a dot belongs to an editor or to the system.
   */
  static boolean isName(String name) {
    return !isHidden(name) && name.toLowerCase(Locale.ROOT).endsWith(SUFFIX);
  }

  static boolean isHidden(String name) {
    return name.startsWith(".");
  }

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
