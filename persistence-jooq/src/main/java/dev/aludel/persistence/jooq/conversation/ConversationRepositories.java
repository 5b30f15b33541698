package dev.aludel.persistence.jooq.conversation;

import dev.aludel.domain.conversation.Messages;
import dev.aludel.domain.conversation.Sessions;
import dev.aludel.persistence.jooq.statement.Calls;
import dev.aludel.persistence.jooq.statement.StatementCompiler;

/** Makes the repositories of this package; their statements are compiled once. Immutable. */
public final class ConversationRepositories {

  private final SessionStatements sessions;
  private final MessageStatements messages;

  /** Compiles all statements. */
  public ConversationRepositories(StatementCompiler compiler) {
    this.sessions = new SessionStatements(compiler);
    this.messages = new MessageStatements(compiler);
  }

  /** The sessions, with their calls run where {@code calls} runs them. */
  public Sessions sessions(Calls calls) {
    return new JooqSessions(sessions, calls);
  }

  /** The messages, with their calls run where {@code calls} runs them. */
  public Messages messages(Calls calls) {
    return new JooqMessages(sessions, messages, calls);
  }
}
