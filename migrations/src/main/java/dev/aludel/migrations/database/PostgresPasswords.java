package dev.aludel.migrations.database;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the password that is in no URL and no variable, in a password file.
 *
 * @param user empty for the one of the operating system
 * @param database empty for the one with the user's name
 * @param file the one that is named
 */
record PostgresPasswords(
    String user, String database, Optional<String> file, Surroundings surroundings) {

  /**
   * The one for these hosts.
   *
   * @throws DatabaseUnavailableException if it is not the same for all of them
   */
  Optional<String> password(List<PostgresHost> hosts) {
    Optional<PasswordFile> passwords = passwordFile();
    if (passwords.isEmpty()) {
      return Optional.empty();
    }
    String login = user.isEmpty() ? System.getProperty("user.name", "") : user;
    Set<Optional<String>> found =
        hosts.stream()
            .map(
                host ->
                    passwords
                        .get()
                        .password(
                            host.nameInPasswordFile(),
                            host.portOrUsual(),
                            database.isEmpty() ? login : database,
                            login))
            .collect(Collectors.toSet());
    if (found.size() > 1) {
      throw new DatabaseUnavailableException(
          "The password file has no password that is the same for all hosts, and PostgreSQL's driver for Java takes one. Write the same line for each host, or name one host.");
    }
    return found.iterator().next();
  }

  private Optional<PasswordFile> passwordFile() {
    return file.map(Path::of)
        .or(() -> surroundings.userFile(".pgpass", "pgpass.conf"))
        .map(PasswordFile::new);
  }
}
