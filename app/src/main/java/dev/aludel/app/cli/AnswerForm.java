package dev.aludel.app.cli;

/** Whom an answer is for. */
enum AnswerForm {
  /** A person: lines of text. */
  TEXT,
  /** A program: one JSON value. */
  JSON
}
