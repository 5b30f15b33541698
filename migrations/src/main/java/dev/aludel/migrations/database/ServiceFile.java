package dev.aludel.migrations.database;

import dev.aludel.migrations.file.RegularFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A connection service of libpq: a group {@code [name]} of lines {@code parameter=value}, in the
 * file that {@code servicefile} or {@code PGSERVICEFILE} names, else in the user's, else in the
 * system's.
 *
 * @see <a href="https://www.postgresql.org/docs/17/libpq-pgservice.html">The service file</a>
 */
final class ServiceFile {
  private final String service;
  private final Optional<Path> named;
  private final Surroundings surroundings;

  private ServiceFile(String service, Optional<Path> named, Surroundings surroundings) {
    this.service = service;
    this.named = named;
    this.surroundings = surroundings;
  }

  /**
   * What the service says.
   *
   * @param file the file that the URL names
   * @throws DatabaseUnavailableException if it is in no file, or a file cannot be read
   */
  static Map<String, String> read(
      String service, Optional<String> file, Surroundings surroundings) {
    Optional<Path> named = file.or(() -> surroundings.variable("PGSERVICEFILE")).map(Path::of);
    return new ServiceFile(service, named, surroundings).read();
  }

  private Map<String, String> read() {
    if (named.isPresent() && !Files.isRegularFile(named.get())) {
      throw refusal("%s is no regular file".formatted(named.get()));
    }
    List<Path> files =
        Stream.of(
                named.or(() -> surroundings.userFile(".pg_service.conf", ".pg_service.conf")),
                surroundings
                    .variable("PGSYSCONFDIR")
                    .map(folder -> Path.of(folder, "pg_service.conf")))
            .flatMap(Optional::stream)
            .filter(Files::isRegularFile)
            .toList();
    for (Path file : files) {
      Optional<List<UrlParameter>> group = group(file);
      if (group.isPresent()) {
        return PostgresParameters.of(group.get());
      }
    }
    throw refusal(
        files.isEmpty()
            ? "there is no service file; it is ~/.pg_service.conf, or PGSERVICEFILE names it"
            : "no group [%s] is in %s"
                .formatted(
                    service, String.join(", ", files.stream().map(Path::toString).toList())));
  }

  private DatabaseUnavailableException refusal(String reason) {
    return new DatabaseUnavailableException(
        "Cannot use the connection service \"%s\": %s.".formatted(service, reason));
  }

  private Optional<List<UrlParameter>> group(Path file) {
    List<UrlParameter> found = null;
    int number = 0;
    for (String written : lines(file)) {
      number++;
      String line = written.strip();
      if (line.startsWith("[")) {
        if (found != null) {
          break;
        }
        found = line.equals("[" + service + "]") ? new ArrayList<>() : null;
      } else if (found != null && !line.isEmpty() && !line.startsWith("#")) {
        found.add(parameter(file, number, line));
      }
    }
    return Optional.ofNullable(found);
  }

  private List<String> lines(Path file) {
    try {
      return RegularFile.text(file).lines().toList();
    } catch (IOException e) {
      throw refusal("%s cannot be read (%s)".formatted(file, e.getMessage()));
    }
  }

  private UrlParameter parameter(Path file, int number, String line) {
    int equals = line.indexOf('=');
    if (equals <= 0 || line.startsWith("service=") || line.startsWith("ldap://")) {
      throw refusal("%s:%d is no line parameter=value that Aludel reads".formatted(file, number));
    }
    return UrlParameter.inFile(
        line.substring(0, equals), line.substring(equals + 1), file + ":" + number);
  }
}
