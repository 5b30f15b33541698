package dev.aludel.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WindowTest {

  @Test
  void fitting_endsAtTheFirstThatDoesNotFit() {
    assertThat(fitting(new Window(10, 5), "abc", "", "abc", "a")).containsExactly("abc", "");
    assertThat(fitting(new Window(10, 7), "abc", "", "abc", "a"))
        .containsExactly("abc", "", "abc", "a");
    assertThat(fitting(new Window(1, 7), "abc", "")).containsExactly("abc");
    assertThat(fitting(new Window(10, 0), "", "", "a", "")).containsExactly("", "");
  }

  @Test
  void fitting_countsAnEmojiAsOneCharacter() {
    assertThat(fitting(Window.ofCharacters(2), "😀", "😀", "😀")).containsExactly("😀", "😀");
  }

  @Test
  void ofMessages_setsNoLimitToTheirTexts() {
    assertThat(fitting(Window.ofMessages(2), "a".repeat(100_000), "b", "c")).hasSize(2);
  }

  @Test
  void newWindow_refuses_whenALimitIsOutOfRange() {
    assertThatThrownBy(() -> Window.ofMessages(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A window holds 1 to 10000 messages, not 0. Page or stream what is longer.");
    assertThatThrownBy(() -> Window.ofMessages(10_001))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Window.ofCharacters(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A window holds 0 or more characters, not -1.");
  }

  private static List<String> fitting(Window window, String... newestFirst) {
    return Stream.of(newestFirst)
        .map(WindowTest::message)
        .takeWhile(window.fitting())
        .map(ChatMessage::text)
        .toList();
  }

  private static ChatMessage message(String text) {
    return new ChatMessage(
        new ChatMessage.Id("m"), new Session.Id("s"), 1, text, null, null, Instant.EPOCH);
  }
}
