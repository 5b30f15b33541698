package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.dialect.Trouble;
import dev.aludel.migrations.run.StepFailure.JournalState;
import dev.aludel.migrations.run.StepFailure.Phase;
import dev.aludel.migrations.run.StepFailure.Progress;
import dev.aludel.migrations.script.ScriptStatement.Execution;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells what the statements of a failed step leave behind that ran outside a transaction. */
final class LastingStatements {
  private static final String NEXT_RUN = " the next run looks, or says what to look at.";

  private LastingStatements() {}

  /** Sentences, each after a blank; empty where the step leaves nothing. */
  static String of(PreparedStep step, Progress progress, Trouble trouble) {
    if (step.execution() == Execution.TRANSACTIONAL || progress.phase() == Phase.LOCK) {
      return "";
    }
    return progress.phase() == Phase.BEGIN
        ? " No statement of this revision was run."
        : counted(progress, step.statements().size(), trouble) + doubt(progress, trouble);
  }

  private static boolean isOutcomeUnknown(Progress progress, Trouble trouble) {
    return progress.phase() == Phase.STATEMENT && trouble.leavesDoubt();
  }

  private static String counted(Progress progress, int all, Trouble trouble) {
    int done = progress.done();
    if (done == 0) {
      return isOutcomeUnknown(progress, trouble) ? "" : none(all);
    }
    return " %s of this revision ran outside a transaction, and %s."
        .formatted(those(done, all), done == 1 ? "stays" : "stay");
  }

  private static String those(int done, int all) {
    if (done < all) {
      return "%d of %d statements".formatted(done, all);
    }
    return switch (all) {
      case 1 -> "The statement";
      case 2 -> "Both statements";
      default -> "All %d statements".formatted(all);
    };
  }

  private static String none(int all) {
    return all == 1
        ? " The statement of this revision, which runs outside a transaction, took no effect."
        : " None of the %d statements of this revision, which run outside a transaction, took effect."
            .formatted(all);
  }

  private static String doubt(Progress progress, Trouble trouble) {
    return switch (progress.phase()) {
      case NOTING_BEGIN ->
          trouble.leavesDoubt() ? " The journal may say that this one began:" + NEXT_RUN : "";
      case STATEMENT -> doubtOfStatement(progress, trouble);
      case NOTING_END -> " The journal may not say that the last one ended:" + NEXT_RUN;
      default -> "";
    };
  }

  private static String doubtOfStatement(Progress progress, Trouble trouble) {
    if (isOutcomeUnknown(progress, trouble)) {
      String later = trouble == Trouble.CONNECTION_LOST ? ", or still will," : "";
      return " Whether this one took effect%s is not known, since it runs outside a transaction:"
              .formatted(later)
          + NEXT_RUN;
    }
    if (progress.journal() == JournalState.NOT_TOLD) {
      return " The journal could not be told that this one failed:" + NEXT_RUN;
    }
    return leavesIndex(progress.current())
        ? " An index that this one left invalid is cleared away by the next run."
        : "";
  }

  private static boolean leavesIndex(@Nullable TranslatedStatement statement) {
    return statement != null
        && statement.sql().toLowerCase(Locale.ROOT).contains("index concurrently");
  }
}
