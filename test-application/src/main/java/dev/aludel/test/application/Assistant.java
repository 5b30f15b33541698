package dev.aludel.test.application;

import dev.aludel.domain.TimeOrderedUuids;
import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.NewMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.domain.conversation.Window;
import dev.aludel.persistence.Storage;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/** Answers questions, and remembers what was said. */
final class Assistant {

  private static final Window WINDOW = new Window(20, 4_000);

  private final Storage storage;
  private final Function<List<ChatMessage>, String> model;
  private final Clock clock;
  private final TimeOrderedUuids uuids;

  /**
   * @param model answers the last of the messages
   */
  Assistant(Storage storage, Function<List<ChatMessage>, String> model, Clock clock) {
    this.storage = storage;
    this.model = model;
    this.clock = clock;
    this.uuids = new TimeOrderedUuids(clock);
  }

  Session.Id begin(String user) {
    Session session = Session.begun(Session.Id.next(uuids), user, clock.instant());
    storage.sessions().insert(session);
    return session.id();
  }

  /**
   * The answer to a question, stored behind it.
   *
   * @throws dev.aludel.domain.conversation.AppendConflictException when the user asked something
   *     else meanwhile; the answer is dropped then
   */
  ChatMessage ask(Session.Id session, String question) {
    ChatMessage asked = storage.messages().append(session, said("user", question));
    String answer = model.apply(storage.messages().window(session, WINDOW));
    return storage.write(
        transaction -> {
          transaction.sessions().touch(session, clock.instant());
          return transaction
              .messages()
              .appendAfter(session, asked.seq(), List.of(said("assistant", answer)))
              .get(0);
        });
  }

  private NewMessage said(String who, String text) {
    return new NewMessage(ChatMessage.Id.next(uuids), text, who, null, clock.instant());
  }
}
