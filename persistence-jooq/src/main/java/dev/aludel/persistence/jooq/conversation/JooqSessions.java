package dev.aludel.persistence.jooq.conversation;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.NotFoundException;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.Timestamps;
import dev.aludel.domain.conversation.ConversationKeysets;
import dev.aludel.domain.conversation.Session;
import dev.aludel.domain.conversation.Sessions;
import dev.aludel.persistence.jooq.statement.Calls;
import dev.aludel.persistence.jooq.statement.CompiledUpdate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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
  public void insert(Session entity) {
    requireNonNull(entity, "entity");
    @Nullable Object[] values = SessionStatements.values(entity);
    calls.change(statements.insert, values);
  }

  @Override
  public void insertAll(Collection<? extends Session> entities) {
    requireNonNull(entities, "entities");
    List<@Nullable Object[]> rows = entities.stream().map(SessionStatements::values).toList();
    if (!rows.isEmpty()) {
      calls.changeEach(statements.insert, rows);
    }
  }

  @Override
  public void update(Session entity) {
    requireNonNull(entity, "entity");
    @Nullable Object[] values = SessionStatements.values(entity);
    if (calls.change(statements.update, values) == 0) {
      throw notFound(entity.id());
    }
  }

  @Override
  public void upsert(Session entity) {
    requireNonNull(entity, "entity");
    @Nullable Object[] values = SessionStatements.values(entity);
    calls.change(statements.upsert, values);
  }

  @Override
  public Optional<Session> find(Session.Id id) {
    requireNonNull(id, "id");
    return calls.first(statements.find, id.value());
  }

  @Override
  public Session get(Session.Id id) {
    requireNonNull(id, "id");
    return find(id).orElseThrow(() -> notFound(id));
  }

  @Override
  public boolean delete(Session.Id id) {
    requireNonNull(id, "id");
    // The messages go by the foreign key's cascade, in the same statement.
    return calls.change(statements.delete, id.value()) > 0;
  }

  @Override
  public Page<Session> page(PageRequest request) {
    requireNonNull(request, "request");
    return statements.all.page(calls, ConversationKeysets.SESSIONS, request);
  }

  @Override
  public Page<Session> pageOfUser(String userId, PageRequest request) {
    requireNonNull(userId, "userId");
    requireNonNull(request, "request");
    return statements.ofUser.page(calls, ConversationKeysets.sessionsOf(userId), request, userId);
  }

  @Override
  public Page<Session> pageOfUserAndAgent(String userId, String agentId, PageRequest request) {
    requireNonNull(userId, "userId");
    requireNonNull(agentId, "agentId");
    requireNonNull(request, "request");
    return statements.ofUserAndAgent.page(
        calls, ConversationKeysets.sessionsOf(userId, agentId), request, userId, agentId);
  }

  @Override
  public <T extends @Nullable Object> T stream(Function<Stream<Session>, T> reader) {
    requireNonNull(reader, "reader");
    return statements.all.stream(calls, ConversationKeysets.SESSIONS, reader);
  }

  @Override
  public void rename(Session.Id id, String name) {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    change(id, statements.rename, name);
  }

  @Override
  public void clearName(Session.Id id) {
    requireNonNull(id, "id");
    change(id, statements.rename, null);
  }

  @Override
  public void touch(Session.Id id, Instant at) {
    requireNonNull(id, "id");
    requireNonNull(at, "at");
    change(id, statements.touch, Timestamps.cutToMilliseconds("at", at).toEpochMilli());
  }

  private void change(Session.Id id, CompiledUpdate update, @Nullable Object value) {
    if (calls.change(update, value, id.value()) == 0) {
      throw notFound(id);
    }
  }

  @Override
  public boolean assignAgent(Session.Id id, String agentId) {
    requireNonNull(id, "id");
    requireNonNull(agentId, "agentId");
    return calls.write(
        run -> {
          boolean assigned = run.update(statements.assignAgent, agentId, id.value()) > 0;
          if (!assigned && run.first(statements.exists, id.value()).isEmpty()) {
            throw notFound(id);
          }
          return assigned;
        });
  }

  @Override
  public int deleteOfUser(String userId, int limit) {
    requireNonNull(userId, "userId");
    long checked = PageRequest.first(limit).limit();
    // One statement, but it deletes what its own subquery found: what another call deletes in
    // between would be counted as if none were left.
    return calls.write(run -> run.update(statements.deleteOfUser, userId, checked));
  }

  @Override
  public long count() {
    return calls.only(statements.count);
  }
}
