package dev.aludel.migrations.bundled;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The databases that Alembic made. */
final class AlembicFixture {

  private AlembicFixture() {}

  /** Copies the SQLite database {@code name} into {@code folder}. */
  static Path copy(String name, Path folder) {
    Path copy = folder.resolve(name);
    try (InputStream bytes = open(name)) {
      Files.copy(bytes, copy);
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String name) {
    try (InputStream bytes = open(name)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    return requireNonNull(AlembicFixture.class.getResourceAsStream("alembic/" + name), name);
  }
}
