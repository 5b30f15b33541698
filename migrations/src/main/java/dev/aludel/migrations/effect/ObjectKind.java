package dev.aludel.migrations.effect;

/** What sort of object a statement makes, drops, renames or alters. */
public enum ObjectKind {
  TABLE,
  /** Also one that is materialized. */
  VIEW,
  INDEX,
  TRIGGER,
  SEQUENCE,
  SCHEMA,
  /** Also a procedure or an aggregate. */
  FUNCTION,
  /** All others: types, extensions, roles, policies, rules. */
  OTHER
}
