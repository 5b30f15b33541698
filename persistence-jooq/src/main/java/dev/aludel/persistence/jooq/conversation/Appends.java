package dev.aludel.persistence.jooq.conversation;

import dev.aludel.domain.Keyset;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.conversation.AppendConflictException;
import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.ConversationKeysets;
import dev.aludel.domain.conversation.NewMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.persistence.jooq.conversation.MessageStatements.Later;
import dev.aludel.persistence.jooq.statement.CompiledQuery;
import dev.aludel.persistence.jooq.statement.StatementExecutor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives messages their numbers. What moves a session's number holds its row until the transaction
 * ends, and who appends to the same session waits for it: numbers have no gap, and nothing that was
 * read before is needed.
 */
final class Appends {

  private final SessionStatements sessions;
  private final MessageStatements messages;

  Appends(SessionStatements sessions, MessageStatements messages) {
    this.sessions = sessions;
    this.messages = messages;
  }

  List<ChatMessage> append(StatementExecutor run, Session.Id session, List<NewMessage> given) {
    return placed(run, messages.append, sessions.advance, session, given)
        .orElseThrow(() -> JooqSessions.notFound(session));
  }

  List<ChatMessage> appendAfter(
      StatementExecutor run, Session.Id session, long expectedSeq, List<NewMessage> given) {
    Optional<List<ChatMessage>> placed = Optional.empty();
    // Between the two statements others may have brought the number to the expected one.
    while (placed.isEmpty()) {
      placed = placed(run, messages.appendAfter, sessions.advanceFrom, session, given, expectedSeq);
      if (placed.isEmpty()) {
        requireExpected(run, session, expectedSeq);
      }
    }
    return placed.get();
  }

  private Optional<List<ChatMessage>> placed(
      StatementExecutor run,
      Optional<CompiledQuery<Long>> appendOne,
      CompiledQuery<Long> advance,
      Session.Id session,
      List<NewMessage> given,
      Object... condition) {
    List<@Nullable Object> found = new ArrayList<>();
    found.add(session.value());
    found.addAll(List.of(condition));
    if (given.size() == 1 && appendOne.isPresent()) {
      NewMessage message = given.get(0);
      found.addAll(MessageStatements.values(message));
      return run.first(appendOne.get(), found.toArray())
          .map(seq -> List.of(message.placed(session, seq)));
    }
    found.add(0, (long) given.size());
    return run.first(advance, found.toArray()).map(last -> insert(run, session, last, given));
  }

  private List<ChatMessage> insert(
      StatementExecutor run, Session.Id session, long lastSeq, List<NewMessage> given) {
    long before = lastSeq - given.size();
    List<ChatMessage> placed = new ArrayList<>();
    for (NewMessage message : given) {
      placed.add(message.placed(session, before + placed.size() + 1));
    }
    run.updateEach(messages.insert, placed.stream().map(MessageStatements::values).toList());
    return List.copyOf(placed);
  }

  private void requireExpected(StatementExecutor run, Session.Id session, long expectedSeq) {
    PageRequest request = PageRequest.first(PageRequest.MAX_LIMIT);
    List<Later> later =
        run.list(
            messages.overtaken,
            session.value(),
            expectedSeq,
            request.limit() + 1L,
            session.value());
    if (later.isEmpty()) {
      throw JooqSessions.notFound(session);
    }
    long lastSeq = later.get(0).lastSeq();
    if (lastSeq != expectedSeq) {
      Keyset<ChatMessage> keyset = ConversationKeysets.messagesAfter(session, expectedSeq);
      throw new AppendConflictException(
          session, expectedSeq, lastSeq, keyset.page(inOrder(later), request));
    }
  }

  // A join promises no order.
  private static List<ChatMessage> inOrder(List<Later> later) {
    return later.stream()
        .flatMap(one -> one.message().stream())
        .sorted(Comparator.comparingLong(ChatMessage::seq))
        .toList();
  }
}
