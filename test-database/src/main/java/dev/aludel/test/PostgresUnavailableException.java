package dev.aludel.test;

import org.jspecify.annotations.Nullable;

/** No test can have a PostgreSQL database; the message says both ways to one. */
public final class PostgresUnavailableException extends RuntimeException {

  PostgresUnavailableException(@Nullable String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static String embeddedFailed(String reason) {
    return "Cannot start the embedded PostgreSQL server: "
        + withoutLastStop(reason)
        + ". Either let it start (as root it needs \"unshare -U\" to work, elsewhere any user but"
        + " root), or name a server of PostgreSQL 16 or newer where the user may create databases:"
        + " "
        + TestPostgres.URL_VARIABLE
        + "=postgresql://user:password@host:port/database.";
  }

  static String serverFailed(ServerAddress server, String reason) {
    return "Cannot use the PostgreSQL server at "
        + server.host()
        + ":"
        + server.port()
        + " (user "
        + server.user()
        + "), which "
        + TestPostgres.URL_VARIABLE
        + " names: "
        + withoutLastStop(reason)
        + ". Either name a server of PostgreSQL 16 or newer where the user may create databases, or"
        + " unset the variable to use the embedded server (as root it needs \"unshare -U\" to"
        + " work).";
  }

  static String unreadableUrl() {
    // The value is not repeated: it may hold a password.
    return "Cannot read "
        + TestPostgres.URL_VARIABLE
        + ": expected postgresql://user:password@host:port/database or"
        + " jdbc:postgresql://host:port/database?user=...&password=..., with special characters"
        + " percent-encoded.";
  }

  private static String withoutLastStop(String reason) {
    String text = reason.strip();
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
