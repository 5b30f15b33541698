package dev.aludel.domain;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.InvalidCursorException.Problem;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * The place after which a page begins: short text, safe in a URL, the same on every adapter, valid
 * for as long as the data lives. It is opaque but no secret: it holds the sort keys of one entity,
 * a digest of the query that made it, and a checksum.
 *
 * @param text the cursor as {@link #text()} gave it out before
 */
public record Cursor(String text) {

  private static final byte VERSION = 1;
  private static final int VERSION_BYTES = 1;
  private static final int CHECKSUM_BYTES = 4;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  /**
   * Checks that the text is undamaged.
   *
   * @throws InvalidCursorException when it was cut, altered, or made by an unknown version
   */
  public Cursor {
    requireNonNull(text, "text");
    byte[] bytes = decode(text);
    if (bytes[0] != VERSION) {
      throw new InvalidCursorException(Problem.UNKNOWN_VERSION);
    }
  }

  static Cursor of(byte[] payload) {
    ByteBuffer bytes = ByteBuffer.allocate(VERSION_BYTES + payload.length + CHECKSUM_BYTES);
    bytes.put(VERSION).put(payload);
    bytes.putInt(checksum(bytes.array()));
    return new Cursor(ENCODER.encodeToString(bytes.array()));
  }

  byte[] payload() {
    byte[] bytes = decode(text);
    return Arrays.copyOfRange(bytes, VERSION_BYTES, bytes.length - CHECKSUM_BYTES);
  }

  private static byte[] decode(String text) {
    byte[] bytes = bytesOf(text);
    // The decoder ignores the unused bits of the last character; writing it again does not.
    if (bytes.length < VERSION_BYTES + CHECKSUM_BYTES
        || !ENCODER.encodeToString(bytes).equals(text)
        || ByteBuffer.wrap(bytes).getInt(bytes.length - CHECKSUM_BYTES) != checksum(bytes)) {
      throw new InvalidCursorException(Problem.DAMAGED);
    }
    return bytes;
  }

  private static byte[] bytesOf(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException noBase64) {
      throw new InvalidCursorException(Problem.DAMAGED, noBase64);
    }
  }

  private static int checksum(byte[] bytes) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, 0, bytes.length - CHECKSUM_BYTES);
    return (int) checksum.getValue();
  }

  @Override
  public String toString() {
    return text;
  }
}
