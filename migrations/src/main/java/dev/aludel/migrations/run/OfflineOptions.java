package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.DatabaseVersion;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How SQL is written that somebody else runs.
 *
 * @param version the version of the database that will run it, or null: it is not known, and only
 *     what the oldest supported version can do is used
 */
public record OfflineOptions(@Nullable DatabaseVersion version) {

  /** For any version: SQLite 3.37, PostgreSQL 14 and newer. */
  public static final OfflineOptions ANY_VERSION = new OfflineOptions(null);

  /**
   * For this version and newer ones: {@code 3.53}, {@code 17}.
   *
   * @throws dev.aludel.migrations.dialect.DatabaseVersionException if the text is no version
   */
  public static OfflineOptions targetVersion(String version) {
    return new OfflineOptions(DatabaseVersion.parse(version));
  }

  /** The version given; empty for any. */
  public Optional<DatabaseVersion> target() {
    return Optional.ofNullable(version);
  }
}
