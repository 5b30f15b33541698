package dev.aludel.persistence.jooq.conversation;

import dev.aludel.domain.conversation.Messages;
import dev.aludel.domain.conversation.Sessions;
import dev.aludel.persistence.jooq.statement.Calls;
import dev.aludel.persistence.jooq.statement.CompiledQuery;
import dev.aludel.persistence.jooq.statement.CompiledStatements;

/** Makes the repositories of this package; their statements are read once. Immutable. */
public final class ConversationRepositories {

  private final SessionStatements sessions;
  private final MessageStatements messages;

  /**
   * Repositories for a database.
   *
   * @param statements of this package
   */
  public ConversationRepositories(CompiledStatements statements) {
    this.sessions = new SessionStatements(statements.of("sessions"));
    this.messages = new MessageStatements(statements.of("messages"));
  }

  /**
   * A query that any database with the schema answers, at no cost: whether it takes writes. No
   * answer says that it does.
   */
  public CompiledQuery<Boolean> signOfLife() {
    return sessions.signOfLife;
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
