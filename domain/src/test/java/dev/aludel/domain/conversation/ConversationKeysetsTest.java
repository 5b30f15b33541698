package dev.aludel.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.Cursor;
import dev.aludel.domain.InvalidCursorException;
import dev.aludel.domain.PageRequest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Cursors are kept by people and programs: what released ones look like must not change. */
final class ConversationKeysetsTest {

  private static final Session SESSION =
      Session.begun(new Session.Id("s"), "u", Instant.ofEpochMilli(1_700_000_000_123L));
  private static final ChatMessage MESSAGE =
      new ChatMessage(
          new ChatMessage.Id("m"), SESSION.id(), 7, "", null, null, SESSION.createdAt());

  @Test
  void cursors_areTheSameTextForEver() {
    assertThat(ConversationKeysets.SESSIONS.after(SESSION))
        .hasToString("AfuPeRYw3bi5AAABi8_laHsAAAABc39ndPA");
    assertThat(ConversationKeysets.sessionsOf("u").after(SESSION))
        .hasToString("AbEUU_vNSmopAAABi8_laHsAAAABcxSTNiE");
    assertThat(ConversationKeysets.MESSAGES.after(MESSAGE))
        .hasToString("AUzy4LGVUTOlAAABi8_laHsAAAABbXn6wj0");
    assertThat(ConversationKeysets.messagesOf(SESSION.id()).after(MESSAGE))
        .hasToString("AS4dj4vYSb57AAAAAAAAAAfYxIyS");
    assertThat(ConversationKeysets.sessionsOf("u", "a").after(SESSION))
        .hasToString("Aa5yRvlrIoQIAAABi8_laHsAAAABc1ixc0k");
    assertThat(ConversationKeysets.messagesAfter(SESSION.id(), 3).after(MESSAGE))
        .hasToString("AR6W2bhHYNZ8AAAAAAAAAAeZHhuM");
    assertThat(ConversationKeysets.messagesBefore(SESSION.id(), 9).after(MESSAGE))
        .hasToString("AbhOCVxfi_teAAAAAAAAAAdcJhDr");
  }

  @Test
  void sessionsOf_refusesTheCursorOfAnotherUser() {
    Cursor cursor = ConversationKeysets.sessionsOf("u").after(SESSION);

    assertThatThrownBy(
            () -> ConversationKeysets.sessionsOf("v").position(PageRequest.after(cursor, 1)))
        .isInstanceOf(InvalidCursorException.class);
  }
}
