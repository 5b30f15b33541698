package dev.aludel.test.application;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.PageRequest;
import dev.aludel.domain.conversation.AppendConflictException;
import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.persistence.SchemaPolicy;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the assistant does; each storage it is tried on says one line, its URL. */
abstract class AssistantContract {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

  private @Nullable Storage storage;

  abstract String url();

  private Storage storage() {
    return requireNonNull(storage);
  }

  @BeforeEach
  final void openStorage() {
    storage =
        Storages.open(StorageConfig.builder(url()).schemaPolicy(SchemaPolicy.UPGRADE).build());
  }

  @AfterEach
  final void closeStorage() {
    storage().close();
  }

  @Test
  final void ask_remembersQuestionAndAnswer() {
    Assistant assistant =
        new Assistant(storage(), window -> window.size() + " messages so far", NOON);
    Session.Id session = assistant.begin("ada");

    assistant.ask(session, "How many?");
    ChatMessage answer = assistant.ask(session, "And now?");

    assertThat(answer.seq()).isEqualTo(4);
    assertThat(
            storage().messages().page(session, PageRequest.first(10)).items().stream()
                .map(ChatMessage::text))
        .containsExactly("How many?", "1 messages so far", "And now?", "3 messages so far");
  }

  @Test
  final void ask_dropsTheAnswer_whenTheUserSaidMoreMeanwhile() {
    Assistant quick = new Assistant(storage(), window -> "quick", NOON);
    Session.Id session = quick.begin("ada");
    Assistant slow =
        new Assistant(storage(), window -> quick.ask(session, "Never mind.").text(), NOON);

    assertThatThrownBy(() -> slow.ask(session, "Why?"))
        .isInstanceOfSatisfying(
            AppendConflictException.class,
            conflict ->
                assertThat(conflict.appendedMeanwhile().items().stream().map(ChatMessage::text))
                    .isEqualTo(List.of("Never mind.", "quick")));
    assertThat(storage().messages().lastSeq(session)).isEqualTo(3);
  }
}
