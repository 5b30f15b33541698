package dev.aludel.domain.documentation;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Timestamps;
import java.time.Instant;

/**
 * A file as a scan of the file system finds it.
 *
 * @param path where it lies; the path of its document
 * @param modifiedAt when it changed last, cut to the millisecond
 * @param size how long it is, in bytes
 * @param digest the digest of its bytes, as the application computes it
 */
public record FileState(String path, Instant modifiedAt, long size, String digest) {

  /** Cuts the time to the millisecond. */
  public FileState {
    requireNonNull(path, "path");
    requireNonNull(digest, "digest");
    modifiedAt = Timestamps.cutToMilliseconds("modifiedAt", modifiedAt);
  }
}
