package dev.aludel.persistence.jooq.conversation;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.NotFoundException;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.ConversationKeysets;
import dev.aludel.domain.conversation.Messages;
import dev.aludel.domain.conversation.NewMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.domain.conversation.Window;
import dev.aludel.persistence.jooq.statement.Calls;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The messages in the table {@code chat_messages}. */
final class JooqMessages implements Messages {

  private final SessionStatements sessions;
  private final MessageStatements statements;
  private final Appends appends;
  private final Calls calls;

  JooqMessages(SessionStatements sessions, MessageStatements statements, Calls calls) {
    this.sessions = sessions;
    this.statements = statements;
    this.appends = new Appends(sessions, statements);
    this.calls = calls;
  }

  @Override
  public List<ChatMessage> append(Session.Id session, List<NewMessage> messages) {
    requireNonNull(session, "session");
    requireNonNull(messages, "messages");
    List<NewMessage> given = List.copyOf(messages);
    return given.isEmpty() ? List.of() : calls.change(run -> appends.append(run, session, given));
  }

  @Override
  public List<ChatMessage> appendAfter(
      Session.Id session, long expectedSeq, List<NewMessage> messages) {
    requireNonNull(session, "session");
    requireNonNull(messages, "messages");
    List<NewMessage> given = List.copyOf(messages);
    return given.isEmpty()
        ? List.of()
        : calls.change(run -> appends.appendAfter(run, session, expectedSeq, given));
  }

  @Override
  public long lastSeq(Session.Id session) {
    requireNonNull(session, "session");
    return calls
        .first(sessions.lastSeq, session.value())
        .orElseThrow(() -> JooqSessions.notFound(session));
  }

  @Override
  public Optional<ChatMessage> find(ChatMessage.Id id) {
    requireNonNull(id, "id");
    return calls.first(statements.find, id.value());
  }

  @Override
  public ChatMessage get(ChatMessage.Id id) {
    requireNonNull(id, "id");
    return find(id).orElseThrow(() -> new NotFoundException("message", id.value()));
  }

  @Override
  public boolean delete(ChatMessage.Id id) {
    requireNonNull(id, "id");
    return calls.change(statements.delete, id.value()) > 0;
  }

  @Override
  public Page<ChatMessage> page(PageRequest request) {
    requireNonNull(request, "request");
    return statements.all.page(calls, ConversationKeysets.MESSAGES, request);
  }

  @Override
  public Page<ChatMessage> page(Session.Id session, PageRequest request) {
    requireNonNull(session, "session");
    requireNonNull(request, "request");
    return statements.ofSession.page(
        calls, ConversationKeysets.messagesOf(session), request, session.value());
  }

  @Override
  public Page<ChatMessage> pageAfter(Session.Id session, long seq, PageRequest request) {
    requireNonNull(session, "session");
    requireNonNull(request, "request");
    return statements.after.page(
        calls, ConversationKeysets.messagesAfter(session, seq), request, session.value(), seq);
  }

  @Override
  public Page<ChatMessage> pageBefore(Session.Id session, long seq, PageRequest request) {
    requireNonNull(session, "session");
    requireNonNull(request, "request");
    return statements.before.page(
        calls, ConversationKeysets.messagesBefore(session, seq), request, session.value(), seq);
  }

  @Override
  public List<ChatMessage> window(Session.Id session, Window window) {
    requireNonNull(session, "session");
    requireNonNull(window, "window");
    String key = session.value();
    long limit = window.messages();
    List<ChatMessage> newestFirst =
        window.holdsAnyLength()
            ? new ArrayList<>(calls.list(statements.newest, key, limit))
            : calls.fetch(run -> run.listWhile(statements.newest, window.fitting(), key, limit));
    Collections.reverse(newestFirst);
    return List.copyOf(newestFirst);
  }

  @Override
  public <T extends @Nullable Object> T stream(Function<Stream<ChatMessage>, T> reader) {
    requireNonNull(reader, "reader");
    return statements.all.stream(calls, ConversationKeysets.MESSAGES, reader);
  }

  @Override
  public <T extends @Nullable Object> T stream(
      Session.Id session, Function<Stream<ChatMessage>, T> reader) {
    requireNonNull(session, "session");
    requireNonNull(reader, "reader");
    return statements.ofSession.stream(
        calls, ConversationKeysets.messagesOf(session), reader, session.value());
  }

  @Override
  public long count() {
    return calls.only(statements.count);
  }

  @Override
  public long count(Session.Id session) {
    requireNonNull(session, "session");
    return calls.only(statements.countOfSession, session.value());
  }
}
