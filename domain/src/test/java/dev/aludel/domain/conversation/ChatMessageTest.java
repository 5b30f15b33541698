package dev.aludel.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ChatMessageTest {

  private static final Instant FINE = Instant.parse("2025-09-16T16:30:00.123456789Z");
  private static final Instant CUT = Instant.parse("2025-09-16T16:30:00.123Z");

  @Test
  void newChatMessage_cutsItsTime() {
    ChatMessage message =
        new ChatMessage(new ChatMessage.Id("m"), new Session.Id("s"), 1, "", "user", "Ada", FINE);

    assertThat(message.createdAt()).isEqualTo(CUT);
    assertThat(message.senderType()).contains("user");
    assertThat(message.senderName()).contains("Ada");
  }

  @Test
  void newMessage_cutsItsTime() {
    NewMessage message = new NewMessage(new ChatMessage.Id("m"), "hello", null, null, FINE);

    assertThat(message.createdAt()).isEqualTo(CUT);
    assertThat(message.senderType()).isEmpty();
    assertThat(message.senderName()).isEmpty();
  }

  @Test
  void newId_refuses_whenEmpty() {
    assertThatThrownBy(() -> new ChatMessage.Id(""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A message's id must not be empty.");
  }
}
