package dev.aludel.app.wiring;

import dev.aludel.migrations.database.DatabaseUrl;
import dev.aludel.migrations.file.RegularFile;
import dev.aludel.migrations.sql.DatabaseProduct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The password of a database, in a file of its own: one line. */
final class PasswordSetting {
  private static final int MOST_BYTES = 10_000;

  private PasswordSetting() {}

  /** The password in the file that is set. */
  static String read(GivenSetting given) {
    Path file = given.path();
    if (!Files.isRegularFile(file)) {
      throw refusal(file, Files.exists(file) ? "it is no regular file" : "there is no such file");
    }
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw refusal(file, "it is too long for a password");
      }
      String password = RegularFile.text(file).replaceFirst("\\R\\z", "");
      if (password.isEmpty() || password.lines().count() > 1) {
        throw refusal(
            file, "it holds %s".formatted(password.isEmpty() ? "nothing" : "several lines"));
      }
      return password;
    } catch (IOException e) {
      throw new SettingsException(
          "Cannot read the password from %s: %s.".formatted(file, reason(e)), e);
    }
  }

  private static String reason(IOException e) {
    return e instanceof java.nio.charset.CharacterCodingException
        ? "it is not in UTF-8"
        : "this user may not read it";
  }

  private static SettingsException refusal(Path file, String reason) {
    return new SettingsException(
        "Cannot read the password from %s: %s. The file holds the password in one line."
            .formatted(file, reason));
  }

  /** Refuses a password that nobody asks for. */
  static void refuseWithout(DatabaseUrl url, GivenSetting given) {
    if (url.product() == DatabaseProduct.SQLITE) {
      throw given.refusal("a SQLite database has no password, and %s is one".formatted(url));
    }
  }
}
