package dev.aludel.migrations.run;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.revision.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an applied revision was applied, as the journal has it: the last time, if it was several
 * times.
 *
 * @param revision the revision as the scripts have it now
 * @param checksum of the script that ran then
 * @param aludelVersion which Aludel ran it, or wrote the SQL that others ran
 * @param hostOrNull where that was; null where others ran SQL
 * @param userOrNull who ran it, by the name in the operating system; null where others ran SQL
 */
public record AppliedRevision(
    Revision revision,
    String checksum,
    Instant started,
    Instant finished,
    String aludelVersion,
    @Nullable String hostOrNull,
    @Nullable String userOrNull) {
  public AppliedRevision {
    requireNonNull(revision, "revision");
    requireNonNull(checksum, "checksum");
    requireNonNull(started, "started");
    requireNonNull(finished, "finished");
    requireNonNull(aludelVersion, "aludelVersion");
  }

  /** How long it took, its wait for a lock of a table among it. */
  public Duration took() {
    return Duration.between(started, finished);
  }

  /** The machine it was run on, if the journal says. */
  public Optional<String> host() {
    return Optional.ofNullable(hostOrNull);
  }

  /** Who ran it, if the journal says. */
  public Optional<String> user() {
    return Optional.ofNullable(userOrNull);
  }
}
