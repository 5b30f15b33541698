package dev.aludel.test.application.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.domain.PageRequest;
import dev.aludel.domain.TimeOrderedUuids;
import dev.aludel.domain.conversation.AppendConflictException;
import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.Messages;
import dev.aludel.domain.conversation.NewMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.domain.conversation.Window;
import dev.aludel.persistence.Storage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MessagesExampleTest {

  private final Clock clock = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
  private final TimeOrderedUuids uuids = new TimeOrderedUuids(clock);

  private static Stream<Storage> storages() {
    return ExampleStorage.all();
  }

  @ParameterizedTest
  @MethodSource("storages")
  void messages_areAppendedAndRead(Storage storage) {
    try (storage) {
      Session.Id session = begun(storage);

      Messages messages = storage.messages();
      List<ChatMessage> appended =
          messages.append(session, List.of(said("user", "Where to?"), said("assistant", "North.")));
      long last = appended.get(1).seq(); // 2: the first message of a session is number 1

      List<ChatMessage> later = messages.pageAfter(session, last, PageRequest.first(50)).items();
      List<ChatMessage> earlier = messages.pageBefore(session, last, PageRequest.first(50)).items();
      List<ChatMessage> forTheModel = messages.window(session, new Window(20, 4_000));
      long characters =
          messages.stream(session, rows -> rows.mapToLong(row -> row.text().length()).sum());

      assertThat(last).isEqualTo(2);
      assertThat(later).isEmpty();
      assertThat(earlier).containsExactly(appended.get(0));
      assertThat(forTheModel).isEqualTo(appended);
      assertThat(characters).isEqualTo(15);
    }
  }

  @ParameterizedTest
  @MethodSource("storages")
  void answer_isNotAppendedBehindWhatItDoesNotKnow(Storage storage) {
    try (storage) {
      Session.Id session = begun(storage);
      Messages messages = storage.messages();
      long seen = messages.lastSeq(session);
      messages.append(session, said("user", "Never mind."));

      String outcome;
      try {
        messages.appendAfter(session, seen, List.of(said("assistant", "North.")));
        outcome = "appended";
      } catch (AppendConflictException overtaken) {
        ChatMessage unseen = overtaken.appendedMeanwhile().items().get(0);
        outcome = "Look at this first: " + unseen.text();
      }

      assertThat(outcome).isEqualTo("Look at this first: Never mind.");
    }
  }

  private Session.Id begun(Storage storage) {
    Session session = Session.begun(Session.Id.next(uuids), "ada", clock.instant());
    storage.sessions().insert(session);
    return session.id();
  }

  private NewMessage said(String who, String text) {
    return new NewMessage(ChatMessage.Id.next(uuids), text, who, null, clock.instant());
  }
}
