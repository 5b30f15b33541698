package dev.aludel.migrations.script;

import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.Token;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A digest of what a script does: its sections, their directives and the tokens of their
 * statements. Header, comments, white space between tokens and line endings do not count.
 */
public final class Checksum {
  private static final char SEPARATOR = '\u001f';

  private Checksum() {}

  /** SHA-256 in 64 lower-case hexadecimal digits. */
  public static String of(ScriptBody body) {
    StringBuilder normal = new StringBuilder();
    body.sections().forEach(section -> append(normal, section));
    byte[] digest = sha256().digest(normal.toString().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest);
  }

  private static void append(StringBuilder normal, Section section) {
    normal.append(section.directive()).append(SEPARATOR);
    section.irreversibleReason().ifPresent(reason -> normal.append(reason).append(SEPARATOR));
    for (ScriptStatement statement : section.statements()) {
      normal.append(statement.form()).append(statement.execution()).append(statement.only());
      for (Token token : Lexer.substance(statement.text(), statement.syntax())) {
        normal.append(SEPARATOR).append(token.text().replace("\r\n", "\n").replace('\r', '\n'));
      }
      normal.append(';');
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
