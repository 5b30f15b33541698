package dev.aludel.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.domain.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AppendConflictExceptionTest {

  @Test
  void message_namesTheSessionAndBothNumbers() {
    Page<ChatMessage> none = new Page<>(List.of(), null);

    AppendConflictException error = new AppendConflictException(new Session.Id("s"), 3, 5, none);

    assertThat(error)
        .hasMessage(
            "The last message of session \"s\" has the number 5, where 3 was expected; nothing was"
                + " appended. Look at what was appended meanwhile, and append behind that.");
    assertThat(error.session()).isEqualTo(new Session.Id("s"));
    assertThat(error.expectedSeq()).isEqualTo(3);
    assertThat(error.lastSeq()).isEqualTo(5);
    assertThat(error.appendedMeanwhile()).isEqualTo(none);
    assertThat(error.table()).isEqualTo("chat_messages");
    assertThat(error.columns()).containsExactly("session_id", "seq");
  }
}
