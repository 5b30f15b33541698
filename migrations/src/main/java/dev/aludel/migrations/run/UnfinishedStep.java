package dev.aludel.migrations.run;

/**
 * A step that runs outside a transaction, as the journal knows it.
 *
 * @param done how many of its statements have run, as far as is known
 * @param running the statement, from 1, that was running when the process ended; 0 if none was
 * @param origin whether the row was there before
 */
record UnfinishedStep(long sequence, int done, int running, Origin origin) {

  /** Where the row comes from. */
  enum Origin {
    /** This run wrote it. */
    NEW,
    /** A run before, which ended too early. */
    EARLIER_RUN
  }

  boolean isNew() {
    return origin == Origin.NEW;
  }

  /** Whether it is not known of the statement {@code number}, from 1, if it ran. */
  boolean interrupted(int number) {
    return running == number;
  }
}
