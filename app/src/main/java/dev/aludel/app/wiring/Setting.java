package dev.aludel.app.wiring;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What can be set, by its name in the settings file and in the environment. */
public enum Setting {
  URL("url", "ALUDEL_DATABASE_URL"),
  PASSWORD_FILE("password-file", "ALUDEL_PASSWORD_FILE"),
  SCRIPT_LOCATION("script-location", "ALUDEL_SCRIPT_LOCATION"),
  BUNDLED("bundled", "ALUDEL_BUNDLED"),
  VERSION_TABLE("version-table", "ALUDEL_VERSION_TABLE"),
  LOCK_WAIT("lock-wait", "ALUDEL_LOCK_WAIT"),
  LOCK_TIMEOUT("lock-timeout", "ALUDEL_LOCK_TIMEOUT"),
  TRANSACTION("transaction", "ALUDEL_TRANSACTION"),
  BACKUP("backup", "ALUDEL_BACKUP"),
  REVISION_TEMPLATE("revision-template", "ALUDEL_REVISION_TEMPLATE"),
  FILE_NAME_TEMPLATE("file-name-template", "ALUDEL_FILE_NAME_TEMPLATE");

  private final String key;
  private final String variable;

  Setting(String key, String variable) {
    this.key = key;
    this.variable = variable;
  }

  /** Its name in {@code aludel.properties}; with {@code --} before it, the option's. */
  public String key() {
    return key;
  }

  /** Its environment variable. */
  public String variable() {
    return variable;
  }

  static String keys() {
    return Arrays.stream(values()).map(Setting::key).collect(Collectors.joining(", "));
  }
}
