package dev.aludel.migrations.database;

import dev.aludel.migrations.file.RegularFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A password file of libpq: lines {@code host:port:database:user:password}, of which the first that
 * fits counts; {@code *} fits everything, and a backslash takes the next character as it is.
 *
 * @see <a href="https://www.postgresql.org/docs/17/libpq-pgpass.html">The password file</a>
 */
final class PasswordFile {
  private static final Set<PosixFilePermission> OF_OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  private static final int PARTS = 5;

  private final Path file;

  PasswordFile(Path file) {
    this.file = file;
  }

  /** The password for these; empty if the file has none, is not there, or may not be used. */
  Optional<String> password(String host, String port, String database, String user) {
    List<String> asked = List.of(host, port, database, user);
    try {
      if (!Files.isRegularFile(file) || !isOfItsOwnerAlone()) {
        return Optional.empty();
      }
      return RegularFile.text(file)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(PasswordFile::parts)
          .filter(parts -> parts.size() >= PARTS && fits(parts, asked))
          .map(parts -> parts.get(PARTS - 1))
          .findFirst()
          .filter(password -> !password.isEmpty());
    } catch (IOException e) {
      return Optional.empty(); // as libpq: the server says then that a password is missing
    }
  }

  // As libpq: one that others may read or write is left out.
  private boolean isOfItsOwnerAlone() throws IOException {
    try {
      return Collections.disjoint(Files.getPosixFilePermissions(file), OF_OTHERS);
    } catch (UnsupportedOperationException e) {
      return true; // its system has no such permissions
    }
  }

  private static boolean fits(List<String> parts, List<String> asked) {
    for (int i = 0; i < asked.size(); i++) {
      if (!parts.get(i).equals("*") && !parts.get(i).equals(asked.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> parts(String line) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char character = line.charAt(i);
      if (character == ':') {
        parts.add(part.toString());
        part.setLength(0);
      } else if (character == '\\' && i + 1 < line.length()) {
        part.append(line.charAt(++i));
      } else {
        part.append(character);
      }
    }
    parts.add(part.toString());
    return parts;
  }
}
