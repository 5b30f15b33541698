package dev.aludel.domain;

import java.util.BitSet;

/** Walks once over a text and knows after it whether it is JSON. It does not call itself. */
final class JsonChecker {

  private static final int HEXADECIMALS = 4;

  private final String text;
  // For each array or object that is open, whether it is an object.
  private final BitSet objects = new BitSet();
  private int depth;
  private int place;

  JsonChecker(String text) {
    this.text = text;
  }

  void check() {
    boolean valueFollows = true;
    while (valueFollows || depth > 0) {
      valueFollows = valueFollows ? valueOrBeginning() : separatorOrEnd();
    }
    skipBlanks();
    if (place < text.length()) {
      throw expected("the end");
    }
  }

  /** Reads a value, or the beginning of one; whether another value follows at once. */
  private boolean valueOrBeginning() {
    skipBlanks();
    switch (next()) {
      case '{' -> {
        return open(true);
      }
      case '[' -> {
        return open(false);
      }
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    }
    return false;
  }

  private boolean open(boolean object) {
    if (depth == Json.MAX_DEPTH) {
      throw new IllegalArgumentException(
          "The JSON is deeper than %d at character %d. Store it flatter."
              .formatted(Json.MAX_DEPTH, place + 1));
    }
    place++;
    objects.set(depth, object);
    depth++;
    skipBlanks();
    if (accept(object ? '}' : ']')) {
      depth--;
      return false;
    }
    if (object) {
      key();
    }
    return true;
  }

  /** Reads what stands behind a value in an array or object; whether another value follows. */
  private boolean separatorOrEnd() {
    boolean object = objects.get(depth - 1);
    skipBlanks();
    if (accept(',')) {
      if (object) {
        skipBlanks();
        key();
      }
      return true;
    }
    if (!accept(object ? '}' : ']')) {
      throw expected(object ? "\",\" or \"}\"" : "\",\" or \"]\"");
    }
    depth--;
    return false;
  }

  private void key() {
    if (next() != '"') {
      throw expected("a name in double quotes");
    }
    string();
    skipBlanks();
    if (!accept(':')) {
      throw expected("\":\"");
    }
  }

  private void string() {
    place++;
    while (!accept('"')) {
      if (place == text.length() || next() < ' ') {
        throw expected("the rest of a string, control characters escaped,");
      }
      if (accept('\\')) {
        escape();
      } else {
        place++;
      }
    }
  }

  private void escape() {
    if (accept('u')) {
      for (int i = 0; i < HEXADECIMALS; i++) {
        one("0123456789abcdefABCDEF", "a hexadecimal digit");
      }
    } else {
      one("\"\\/bfnrt", "what can be escaped");
    }
  }

  private void number() {
    boolean negative = accept('-');
    if (!accept('0')) {
      if (!isDigit()) {
        throw expected(negative ? "a digit" : "a value");
      }
      digits();
    }
    if (accept('.')) {
      digits();
    }
    if (accept('e') || accept('E')) {
      if (!accept('-')) {
        accept('+');
      }
      digits();
    }
  }

  private void digits() {
    one("0123456789", "a digit");
    while (isDigit()) {
      place++;
    }
  }

  private boolean isDigit() {
    return next() >= '0' && next() <= '9';
  }

  private void word(String word) {
    if (!text.startsWith(word, place)) {
      throw expected("a value");
    }
    place += word.length();
  }

  private void one(String allowed, String description) {
    if (place == text.length() || allowed.indexOf(next()) < 0) {
      throw expected(description);
    }
    place++;
  }

  private boolean accept(char wanted) {
    boolean found = place < text.length() && text.charAt(place) == wanted;
    place += found ? 1 : 0;
    return found;
  }

  private void skipBlanks() {
    while (place < text.length() && " \t\n\r".indexOf(next()) >= 0) {
      place++;
    }
  }

  // A zero stands for the end: where one is in the text, nothing takes it for anything.
  private char next() {
    return place < text.length() ? text.charAt(place) : 0;
  }

  private IllegalArgumentException expected(String what) {
    return new IllegalArgumentException(
        "The text is no JSON: at character %d of %d, %s is expected."
            .formatted(place + 1, text.length(), what));
  }
}
