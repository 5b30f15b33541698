package dev.aludel.migrations.run;

import dev.aludel.migrations.sql.CopyInput;
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
    // The line that ends data has nothing behind it.
    boolean data = CopyInput.of(sql).isPresent();
    text.append(sql).append(data ? "\n" : ";\n");
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
