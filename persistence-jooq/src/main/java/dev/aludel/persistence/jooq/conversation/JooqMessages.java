package dev.aludel.persistence.jooq.conversation;

import dev.aludel.domain.ConstraintViolationException;
import dev.aludel.domain.ConstraintViolationException.Kind;
import dev.aludel.domain.NotFoundException;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.ConversationKeysets;
import dev.aludel.domain.conversation.Messages;
import dev.aludel.domain.conversation.NewMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.persistence.jooq.statement.Calls;
import dev.aludel.persistence.jooq.statement.StatementExecutor;
import java.util.List;
import java.util.Optional;

/** The messages in the table {@code chat_messages}. */
final class JooqMessages implements Messages {

  private final SessionStatements sessions;
  private final MessageStatements statements;
  private final Calls calls;

  JooqMessages(SessionStatements sessions, MessageStatements statements, Calls calls) {
    this.sessions = sessions;
    this.statements = statements;
    this.calls = calls;
  }

  @Override
  public List<ChatMessage> append(Session.Id session, List<NewMessage> messages) {
    List<ChatMessage> placed = messages.stream().map(message -> placed(session, message)).toList();
    return placed.isEmpty() ? placed : calls.write(run -> append(run, session, placed));
  }

  // Asking first keeps a block usable after "not found": a refused insert would end it. A session
  // that another transaction deletes in between is met by the foreign key.
  private List<ChatMessage> append(
      StatementExecutor run, Session.Id session, List<ChatMessage> placed) {
    if (run.first(sessions.exists, session.value()).isEmpty()) {
      throw JooqSessions.notFound(session);
    }
    try {
      run.updateEach(statements.insert, placed.stream().map(MessageStatements::values).toList());
      return placed;
    } catch (ConstraintViolationException error) {
      if (error.kind() == Kind.FOREIGN_KEY) {
        throw new NotFoundException("session", session.value(), error);
      }
      throw error;
    }
  }

  @Override
  public Optional<ChatMessage> find(ChatMessage.Id id) {
    return calls.read(run -> run.first(statements.find, id.value()));
  }

  @Override
  public ChatMessage get(ChatMessage.Id id) {
    return find(id).orElseThrow(() -> new NotFoundException("message", id.value()));
  }

  @Override
  public boolean delete(ChatMessage.Id id) {
    return calls.write(run -> run.update(statements.delete, id.value())) > 0;
  }

  @Override
  public Page<ChatMessage> page(PageRequest request) {
    return statements.all.page(calls, ConversationKeysets.MESSAGES, request);
  }

  @Override
  public Page<ChatMessage> page(Session.Id session, PageRequest request) {
    return statements.ofSession.page(
        calls, ConversationKeysets.messagesOf(session), request, session.value());
  }

  @Override
  public long count() {
    return calls.read(run -> run.only(statements.count));
  }

  @Override
  public long count(Session.Id session) {
    return calls.read(run -> run.only(statements.countOfSession, session.value()));
  }

  private static ChatMessage placed(Session.Id session, NewMessage message) {
    return new ChatMessage(
        message.id(),
        session,
        message.text(),
        message.senderTypeOrNull(),
        message.senderNameOrNull(),
        message.createdAt());
  }
}
