package dev.aludel.persistence.testkit.inmemory;

import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.conversation.ConversationKeysets;
import dev.aludel.domain.conversation.Session;
import dev.aludel.domain.conversation.Sessions;

/** The sessions in memory. */
final class InMemorySessions extends MutableTableRepository<Session, Session.Id>
    implements Sessions {

  static final Table<Session, Session.Id> TABLE =
      Table.of("sessions", Session::id)
          .text("user_id", Session::userId)
          .text("name", Session::nameOrNull)
          .text("agent_id", Session::agentIdOrNull)
          .text("id", session -> session.id().value());

  InMemorySessions(Calls calls) {
    super(TABLE, "session", ConversationKeysets.SESSIONS, calls);
  }

  @Override
  public Page<Session> pageOfUser(String userId, PageRequest request) {
    return page(
        ConversationKeysets.sessionsOf(userId),
        Direction.DESCENDING,
        request,
        sessions -> sessions.filter(session -> session.userId().equals(userId)));
  }
}
