package dev.aludel.migrations.effect;

/** A call of a function that a statement makes and does not name. */
public enum UnseenCall {
  /** By a trigger, a rule, a default or a view, where rows are read or written. */
  BY_ROWS,
  /** By an event trigger, where an object is made or changed. */
  BY_DEFINITIONS
}
