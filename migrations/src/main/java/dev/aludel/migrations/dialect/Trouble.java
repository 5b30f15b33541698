package dev.aludel.migrations.dialect;

/** What an error of a database is about, as far as it decides what a person does next. */
public enum Trouble {
  /**
   * A lock on a table was not to be had in time, or two sessions waited for each other. Nothing was
   * changed.
   */
  TABLE_LOCKED(
      "Another session holds a lock that this needs: end it, or wait for it with a longer"
          + " --lock-timeout, and run again."),
  /** Another connection writes to the file, or reads it when it should be written. */
  FILE_LOCKED(
      "Another connection uses the database: run again when it is done, or wait longer"
          + " (--lock-wait)."),
  DISK_FULL("Make room for the database, and run again."),
  /** The file cannot be read or written. */
  DISK("Look after the disk, and run again."),
  CONNECTION_LOST("Run again when the database can be reached."),
  /** A statement that the driver prepared is in another session than the one that answers. */
  PREPARED_ELSEWHERE(
      "A pooler with transaction pooling stands before the server, and the driver's prepared"
          + " statements stay behind in its sessions: add prepareThreshold=0 to the URL, or name"
          + " the server itself or a pooler in session mode, and run again."),
  /** Somebody ended the statement, or a time limit did. */
  CANCELED("Run again, with more time where a time limit ended it."),
  /** It does not run inside a transaction, or would end it. */
  NO_TRANSACTION(
      "It does not run inside a transaction, in which a revision runs: put \"--@ autocommit\" before"
          + " it, in a revision of its own, and run again."),
  /** A time limit of the server ended the statement. */
  TIMED_OUT(
      "The statement took longer than statement_timeout allows: raise that for the run, as with"
          + " ?options=-c%20statement_timeout=0 in the URL, and run again."),
  /** A person or a program ended the statement, and no time limit. */
  ENDED_BY_SOMEBODY(
      "Somebody cancelled the statement, as pg_cancel_backend does; no time limit ended it. Run again"
          + " when nobody objects."),
  /** Whoever runs the revisions stopped the statement, as when its process is told to end. */
  STOPPED("The run was told to end, and stopped the statement. Run again to go on."),
  /** The user may not do it. */
  RIGHTS("Give the user the right that is missing, and run again."),
  /**
   * The file of the database may be read and not written, or no file in its folder, or the
   * connection is one for reading.
   */
  FILE_READ_ONLY(
      "Give this user the right to write the file of the database and into its folder, or open it"
          + " for writing, and run again."),
  /** The server is a standby, or its transactions are for reading. */
  SERVER_READ_ONLY(
      "This server takes no writes: is it a standby? Connect to the one that does, and run again."),
  /** A foreign key, a view or something else refers to what should be dropped. */
  DEPENDED_ON(
      "Drop what depends on it before it, in the same revision: a view, the table with the foreign"
          + " key, or that key alone (\"alter table TABLE drop constraint NAME\"), and run again."),
  /** The values of a column are not converted to its new type unasked. */
  NO_CONVERSION(
      "Say how the values are converted: put \"--@ verbatim postgresql\" and the same statement"
          + " with \"using COLUMN::TYPE\" at its end before this one, and run again."),
  /** A value was added to an enum in the transaction that uses it. */
  NEW_ENUM_VALUE(
      "PostgreSQL takes a value that is added to a type only when that is committed: use it in a"
          + " revision after the one that adds it."),
  /** A table or an index of this name is there. */
  EXISTS_ALREADY(
      "If what the revision makes came there by another way, \"stamp\" writes down that the"
          + " database is at that revision; otherwise mend the script, and run again."),
  OTHER("Mend the script or the data, and run again.");

  private final String advice;

  Trouble(String advice) {
    this.advice = advice;
  }

  /** What to do about it: a whole sentence. */
  public String advice() {
    return advice;
  }

  /** Whether a commit, or a statement outside a transaction, may have taken effect all the same. */
  public boolean leavesDoubt() {
    return this == CONNECTION_LOST || this == DISK;
  }
}
