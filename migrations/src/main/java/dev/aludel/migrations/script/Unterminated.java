package dev.aludel.migrations.script;

import dev.aludel.migrations.sql.Token;

/** What people call a quote or comment that is opened and never closed. */
final class Unterminated {
  private Unterminated() {}

  static String nameOf(Token token) {
    return switch (token.text().charAt(0)) {
      case '/' -> "a comment \"/*\"";
      case '\'' -> "a string '";
      case 'e', 'E' -> "a string E'";
      case '$' -> "a dollar quote " + token.text().substring(0, token.text().indexOf('$', 1) + 1);
      default -> "a quoted name " + token.text().charAt(0);
    };
  }
}
