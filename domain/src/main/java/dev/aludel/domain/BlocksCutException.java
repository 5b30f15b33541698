package dev.aludel.domain;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Closing a storage waited for its running blocks as long as it was configured to, and then cut
 * those that had not ended. The storage is closed all the same, and every connection is given back.
 * The threads of the cut blocks get a {@link StorageClosedException}.
 */
public final class BlocksCutException extends StorageException {

  private static final int MOST_NAMED = 10;

  /** How far a block had come when it was cut. */
  public enum Stage {
    /** It had not asked for its commit: nothing of it is stored. */
    RUNNING,
    /**
     * Its commit had begun: its thread hears what came of it, as with every commit, and only that
     * thread does.
     */
    COMMITTING
  }

  /**
   * A block that was cut.
   *
   * @param thread the name of the thread that ran it
   * @param since when its last run began
   * @param stage how far it had come
   */
  public record CutBlock(String thread, Instant since, Stage stage) {

    /** Checks that everything is there. */
    public CutBlock {
      requireNonNull(thread, "thread");
      requireNonNull(since, "since");
      requireNonNull(stage, "stage");
    }

    private String described() {
      return "thread \"%s\", since %s%s"
          .formatted(thread, since, stage == Stage.COMMITTING ? " and in its commit" : "");
    }
  }

  private final List<CutBlock> blocks;

  /**
   * @param storage the database without password
   * @param waited how long closing waited before it cut
   * @param blocks those that were cut, the longest running first; at least one
   */
  public BlocksCutException(String storage, Duration waited, List<CutBlock> blocks) {
    super(message(storage, waited, blocks), null);
    this.blocks = List.copyOf(blocks);
  }

  /** The blocks that were cut, the longest running first. */
  public List<CutBlock> blocks() {
    return blocks;
  }

  private static String message(String storage, Duration waited, List<CutBlock> blocks) {
    return "Closing the storage of %s waited %s and then cut %s: %s. %s Let blocks end before closing, or raise the close timeout."
        .formatted(
            storage,
            waited,
            blocks.size() == 1
                ? "1 block that still ran"
                : blocks.size() + " blocks that still ran",
            named(blocks),
            blocks.stream().allMatch(block -> block.stage() == Stage.RUNNING)
                ? "Nothing of what was cut is stored."
                : "What was cut in its commit may be stored, and its thread hears whether; nothing"
                    + " else is.");
  }

  private static String named(List<CutBlock> blocks) {
    String named =
        blocks.stream()
            .limit(MOST_NAMED)
            .map(CutBlock::described)
            .collect(Collectors.joining("; "));
    return blocks.size() > MOST_NAMED
        ? "%s; and %d more".formatted(named, blocks.size() - MOST_NAMED)
        : named;
  }
}
