package dev.aludel.persistence.jooq.conversation;

import dev.aludel.domain.NotFoundException;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.conversation.ConversationKeysets;
import dev.aludel.domain.conversation.Session;
import dev.aludel.domain.conversation.Sessions;
import dev.aludel.persistence.jooq.statement.Calls;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sessions in the table {@code sessions}. */
final class JooqSessions implements Sessions {

  private final SessionStatements statements;
  private final Calls calls;

  JooqSessions(SessionStatements statements, Calls calls) {
    this.statements = statements;
    this.calls = calls;
  }

  static NotFoundException notFound(Session.Id id) {
    return new NotFoundException("session", id.value());
  }

  @Override
  public void insert(Session session) {
    @Nullable Object[] values = SessionStatements.values(session);
    calls.write(run -> run.update(statements.insert, values));
  }

  @Override
  public void insertAll(Collection<? extends Session> sessions) {
    List<@Nullable Object[]> rows = sessions.stream().map(SessionStatements::values).toList();
    if (!rows.isEmpty()) {
      calls.write(run -> run.updateEach(statements.insert, rows));
    }
  }

  @Override
  public void update(Session session) {
    @Nullable Object[] values = SessionStatements.values(session);
    if (calls.write(run -> run.update(statements.update, values)) == 0) {
      throw notFound(session.id());
    }
  }

  @Override
  public void upsert(Session session) {
    @Nullable Object[] values = SessionStatements.values(session);
    calls.write(run -> run.update(statements.upsert, values));
  }

  @Override
  public Optional<Session> find(Session.Id id) {
    return calls.read(run -> run.first(statements.find, id.value()));
  }

  @Override
  public Session get(Session.Id id) {
    return find(id).orElseThrow(() -> notFound(id));
  }

  @Override
  public boolean delete(Session.Id id) {
    // The messages go by the foreign key's cascade, in the same statement.
    return calls.write(run -> run.update(statements.delete, id.value())) > 0;
  }

  @Override
  public Page<Session> page(PageRequest request) {
    return statements.all.page(calls, ConversationKeysets.SESSIONS, request);
  }

  @Override
  public Page<Session> pageOfUser(String userId, PageRequest request) {
    return statements.ofUser.page(calls, ConversationKeysets.sessionsOf(userId), request, userId);
  }

  @Override
  public long count() {
    return calls.read(run -> run.only(statements.count));
  }
}
