package dev.aludel.persistence.testkit.inmemory;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.NotFoundException;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.conversation.AppendConflictException;
import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.ConversationKeysets;
import dev.aludel.domain.conversation.Messages;
import dev.aludel.domain.conversation.NewMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.domain.conversation.Window;
import dev.aludel.persistence.StorableText;
import dev.aludel.persistence.testkit.inmemory.Table.OnDelete;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The messages in memory. */
final class InMemoryMessages extends TableRepository<ChatMessage, ChatMessage.Id>
    implements Messages {

  private static final Table<ChatMessage, ChatMessage.Id> TABLE =
      Table.of("chat_messages", ChatMessage::id)
          .text("id", message -> message.id().value())
          .text("message", ChatMessage::text)
          .text("sender_type", ChatMessage::senderTypeOrNull)
          .text("sender_name", ChatMessage::senderNameOrNull)
          .unique(
              List.of("session_id", "seq"), message -> List.of(message.sessionId(), message.seq()))
          .references(
              "session_id", InMemorySessions.TABLE, ChatMessage::sessionId, OnDelete.CASCADE);

  /** The number that a session gave last; a session that gave none has no row. */
  private record LastSeq(Session.Id session, long value) {}

  private static final Table<LastSeq, Session.Id> LAST_SEQS =
      Table.of("last_seqs", List.of("session_id"), LastSeq::session)
          .references("session_id", InMemorySessions.TABLE, LastSeq::session, OnDelete.CASCADE);

  InMemoryMessages(Calls calls) {
    super(TABLE, "message", ConversationKeysets.MESSAGES, calls);
  }

  @Override
  public List<ChatMessage> append(Session.Id session, List<NewMessage> messages) {
    requireNonNull(session, "session");
    requireNonNull(messages, "messages");
    return messages.isEmpty()
        ? List.of()
        : calls().write(tables -> append(tables, lastSeq(tables, session), session, messages));
  }

  @Override
  public List<ChatMessage> appendAfter(
      Session.Id session, long expectedSeq, List<NewMessage> messages) {
    requireNonNull(session, "session");
    requireNonNull(messages, "messages");
    return messages.isEmpty()
        ? List.of()
        : calls()
            .write(
                tables -> {
                  long lastSeq = lastSeq(tables, session);
                  if (lastSeq != expectedSeq) {
                    throw new AppendConflictException(
                        session, expectedSeq, lastSeq, behind(tables, session, expectedSeq));
                  }
                  return append(tables, lastSeq, session, messages);
                });
  }

  private static List<ChatMessage> append(
      Tables tables, long lastSeq, Session.Id session, List<NewMessage> messages) {
    List<ChatMessage> placed = new ArrayList<>();
    for (NewMessage message : messages) {
      placed.add(message.placed(session, lastSeq + placed.size() + 1));
    }
    tables.insert(TABLE, placed);
    tables.put(LAST_SEQS, new LastSeq(session, lastSeq + placed.size()));
    return List.copyOf(placed);
  }

  private static Page<ChatMessage> behind(Tables tables, Session.Id session, long seq) {
    return Direction.ASCENDING.page(
        ConversationKeysets.messagesAfter(session, seq),
        PageRequest.first(PageRequest.MAX_LIMIT),
        tables.all(TABLE).stream().filter(isOf(session).and(message -> message.seq() > seq)));
  }

  @Override
  public long lastSeq(Session.Id session) {
    requireNonNull(session, "session");
    return calls().read(tables -> lastSeq(tables, session));
  }

  private static long lastSeq(Tables tables, Session.Id session) {
    StorableText.require("sessions.id", session.value());
    if (tables.find(InMemorySessions.TABLE, session).isEmpty()) {
      throw new NotFoundException("session", session.value());
    }
    return tables.find(LAST_SEQS, session).map(LastSeq::value).orElse(0L);
  }

  @Override
  public Page<ChatMessage> page(Session.Id session, PageRequest request) {
    requireNonNull(session, "session");
    requireNonNull(request, "request");
    return page(
        ConversationKeysets.messagesOf(session),
        Direction.ASCENDING,
        request,
        messages -> messages.filter(isOf(session)));
  }

  @Override
  public Page<ChatMessage> pageAfter(Session.Id session, long seq, PageRequest request) {
    requireNonNull(session, "session");
    requireNonNull(request, "request");
    return page(
        ConversationKeysets.messagesAfter(session, seq),
        Direction.ASCENDING,
        request,
        messages -> messages.filter(isOf(session).and(message -> message.seq() > seq)));
  }

  @Override
  public Page<ChatMessage> pageBefore(Session.Id session, long seq, PageRequest request) {
    requireNonNull(session, "session");
    requireNonNull(request, "request");
    return page(
        ConversationKeysets.messagesBefore(session, seq),
        Direction.DESCENDING,
        request,
        messages -> messages.filter(isOf(session).and(message -> message.seq() < seq)));
  }

  @Override
  public List<ChatMessage> window(Session.Id session, Window window) {
    requireNonNull(session, "session");
    requireNonNull(window, "window");
    return calls()
        .read(
            tables -> {
              List<ChatMessage> fitting =
                  new ArrayList<>(
                      tables.all(TABLE).stream()
                          .filter(isOf(session))
                          .sorted(Comparator.comparing(ChatMessage::seq).reversed())
                          .takeWhile(window.fitting())
                          .toList());
              Collections.reverse(fitting);
              return List.copyOf(fitting);
            });
  }

  @Override
  public <T extends @Nullable Object> T stream(
      Session.Id session, Function<Stream<ChatMessage>, T> reader) {
    requireNonNull(session, "session");
    requireNonNull(reader, "reader");
    return stream(
        ConversationKeysets.messagesOf(session),
        reader,
        messages -> messages.filter(isOf(session)));
  }

  @Override
  public long count(Session.Id session) {
    requireNonNull(session, "session");
    return calls().read(tables -> tables.all(TABLE).stream().filter(isOf(session)).count());
  }

  private static Predicate<ChatMessage> isOf(Session.Id session) {
    StorableText.require("chat_messages.session_id", session.value());
    return message -> message.sessionId().equals(session);
  }
}
