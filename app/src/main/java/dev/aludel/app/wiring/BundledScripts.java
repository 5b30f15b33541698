package dev.aludel.app.wiring;

/** Whether the revisions that come with Aludel are among those it works with. */
public enum BundledScripts {
  /** They are, unless script locations are given. */
  UNLESS_REPLACED,
  /** They are, beside whatever is given. */
  ADDED
}
