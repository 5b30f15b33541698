package dev.aludel.persistence.jooq.conversation;

import dev.aludel.persistence.jooq.statement.StatementCompiler;

/** The SQL of all statements of this package, which is kept rendered in the files beside it. */
public final class ConversationSql {

  private ConversationSql() {}

  /** Compiles it. */
  public static void compile(StatementCompiler compiler) {
    SessionSql.compile(compiler.of("sessions"));
    MessageSql.compile(compiler.of("messages"));
  }
}
