package dev.aludel.migrations.run;

import java.util.List;

/** A script while it is being written: comments, and statements that each end with a {@code ;}. */
final class SqlScript {
  private final StringBuilder text = new StringBuilder();

  /** A line of comment, whatever is in {@code comment}. */
  SqlScript comment(String comment) {
    text.append("-- ").append(comment.replaceAll("\\p{Cntrl}", " ").strip()).append('\n');
    return this;
  }

  SqlScript statement(String sql) {
    text.append(sql).append(";\n");
    return this;
  }

  SqlScript statements(List<String> statements) {
    statements.forEach(this::statement);
    return this;
  }

  SqlScript blankLine() {
    text.append('\n');
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
