package dev.aludel.persistence.testkit.inmemory;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Keyset;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.Timestamps;
import dev.aludel.domain.conversation.ConversationKeysets;
import dev.aludel.domain.conversation.Session;
import dev.aludel.domain.conversation.Sessions;
import dev.aludel.persistence.StorableText;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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
    requireNonNull(userId, "userId");
    requireNonNull(request, "request");
    return page(ConversationKeysets.sessionsOf(userId), request, isOf(userId));
  }

  @Override
  public Page<Session> pageOfUserAndAgent(String userId, String agentId, PageRequest request) {
    requireNonNull(userId, "userId");
    requireNonNull(agentId, "agentId");
    requireNonNull(request, "request");
    StorableText.require("sessions.agent_id", agentId);
    return page(
        ConversationKeysets.sessionsOf(userId, agentId),
        request,
        isOf(userId).and(session -> agentId.equals(session.agentIdOrNull())));
  }

  private Page<Session> page(
      Keyset<Session> keyset, PageRequest request, Predicate<Session> wanted) {
    return page(keyset, Direction.DESCENDING, request, sessions -> sessions.filter(wanted));
  }

  @Override
  public void rename(Session.Id id, String name) {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    change(id, session -> named(session, name));
  }

  @Override
  public void clearName(Session.Id id) {
    requireNonNull(id, "id");
    change(id, session -> named(session, null));
  }

  @Override
  public boolean assignAgent(Session.Id id, String agentId) {
    requireNonNull(id, "id");
    requireNonNull(agentId, "agentId");
    return calls()
        .write(
            tables -> {
              StorableText.require("sessions.agent_id", agentId);
              Session found = find(tables, id).orElseThrow(() -> notFound(id));
              return found.agentId().isEmpty()
                  && tables.replace(
                      TABLE,
                      new Session(
                          id,
                          found.userId(),
                          found.nameOrNull(),
                          agentId,
                          found.createdAt(),
                          found.updatedAt()));
            });
  }

  @Override
  public void touch(Session.Id id, Instant at) {
    requireNonNull(id, "id");
    requireNonNull(at, "at");
    Instant cut = Timestamps.cutToMilliseconds("at", at);
    change(id, session -> cut.isAfter(session.updatedAt()) ? updated(session, cut) : session);
  }

  @Override
  public int deleteOfUser(String userId, int limit) {
    requireNonNull(userId, "userId");
    long checked = PageRequest.first(limit).limit();
    return calls()
        .write(
            tables -> {
              Predicate<Session> wanted = isOf(userId);
              List<Session> found =
                  tables.all(TABLE).stream().filter(wanted).limit(checked).toList();
              found.forEach(session -> tables.delete(TABLE, session.id()));
              return found.size();
            });
  }

  private void change(Session.Id id, UnaryOperator<Session> change) {
    calls()
        .write(
            tables ->
                tables.replace(
                    TABLE, change.apply(find(tables, id).orElseThrow(() -> notFound(id)))));
  }

  private static Predicate<Session> isOf(String userId) {
    StorableText.require("sessions.user_id", userId);
    return session -> session.userId().equals(userId);
  }

  private static Session named(Session session, @Nullable String name) {
    return new Session(
        session.id(),
        session.userId(),
        name,
        session.agentIdOrNull(),
        session.createdAt(),
        session.updatedAt());
  }

  private static Session updated(Session session, Instant at) {
    return new Session(
        session.id(),
        session.userId(),
        session.nameOrNull(),
        session.agentIdOrNull(),
        session.createdAt(),
        at);
  }
}
