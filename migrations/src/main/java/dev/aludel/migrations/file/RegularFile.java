package dev.aludel.migrations.file;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which files are read. A pipe, a device or a socket may have no end, or have the
 * reader wait for ever: what is no regular file, or no link to one, is refused before it is opened.
 */
public final class RegularFile {
  // Where the system has no such modes, what is neither a file nor a folder has no other name.
  private static final String MODE = "unix:mode";
  private static final int TYPE = 0xf000;
  private static final Map<Integer, String> TYPES =
      Map.of(0x1000, "a pipe", 0x2000, "a device", 0x6000, "a device", 0xc000, "a socket");

  // What an array of Java holds.
  private static final long LARGEST = Integer.MAX_VALUE - 8L;

  private RegularFile() {}

  /** It is no regular file; the {@linkplain #getReason() reason} says what it is. */
  public static final class IrregularFileException extends FileSystemException {
    private static final long serialVersionUID = 1L;

    IrregularFileException(Path file, String what) {
      super(file.toString(), null, "it is " + what);
    }
  }

  /**
   * All that is in {@code file}.
   *
   * @throws IrregularFileException if it is no regular file
   * @throws IOException if it cannot be read, or is larger than the memory
   */
  public static byte[] bytes(Path file) throws IOException {
    refuseOther(file);
    if (Files.size(file) > LARGEST) {
      throw tooLarge(file, null);
    }
    try {
      return Files.readAllBytes(file);
    } catch (OutOfMemoryError e) {
      throw tooLarge(file, e);
    }
  }

  /**
   * The text in {@code file}, which is UTF-8.
   *
   * @throws IrregularFileException if it is no regular file
   * @throws java.nio.charset.CharacterCodingException if it is not UTF-8
   * @throws IOException if it cannot be read, or is larger than the memory
   */
  public static String text(Path file) throws IOException {
    byte[] bytes = bytes(file);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (OutOfMemoryError e) {
      throw tooLarge(file, e);
    }
  }

  /**
   * Refuses what is there and is no regular file.
   *
   * @throws IrregularFileException if it is none
   * @throws IOException if nothing is there, or cannot be looked at
   */
  public static void refuseOther(Path file) throws IOException {
    Optional<String> other = otherThan(file, Files.readAttributes(file, BasicFileAttributes.class));
    if (other.isPresent()) {
      throw new IrregularFileException(file, other.get());
    }
  }

  /** What {@code file} is, if it is there and no regular file: {@code a pipe}, {@code a folder}. */
  public static Optional<String> otherThan(Path file) {
    try {
      return otherThan(
          requireNonNull(file, "file"), Files.readAttributes(file, BasicFileAttributes.class));
    } catch (IOException e) {
      return Optional.empty(); // whoever opens it hears what is wrong
    }
  }

  private static Optional<String> otherThan(Path file, BasicFileAttributes attributes)
      throws IOException {
    if (attributes.isRegularFile()) {
      return Optional.empty();
    }
    return Optional.of(attributes.isDirectory() ? "a folder" : special(file));
  }

  private static String special(Path file) throws IOException {
    boolean hasModes = file.getFileSystem().supportedFileAttributeViews().contains("unix");
    int mode = hasModes ? (int) Files.getAttribute(file, MODE) : 0;
    return TYPES.getOrDefault(mode & TYPE, "something of another kind");
  }

  private static IOException tooLarge(Path file, @Nullable Throwable cause) throws IOException {
    FileSystemException failure =
        new FileSystemException(
            file.toString(),
            null,
            String.format(
                Locale.ROOT,
                "it has %,d bytes, and the memory does not hold them",
                Files.size(file)));
    failure.initCause(cause);
    return failure;
  }
}
