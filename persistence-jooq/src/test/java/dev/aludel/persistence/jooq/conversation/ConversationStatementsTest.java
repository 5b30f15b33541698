package dev.aludel.persistence.jooq.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.NewMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.domain.conversation.Window;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many statements the calls take that could take more with more rows. */
final class ConversationStatementsTest {

  private static final Session.Id S = new Session.Id("s");

  private final List<String> statements = new ArrayList<>();
  private final Storage storage =
      Storages.open(StorageConfig.builder("sqlite://").sqlEcho(statements::add).build());

  @BeforeEach
  void appendMany() {
    storage.sessions().insert(Session.begun(S, "ada", Instant.EPOCH));
    storage.messages().append(S, messages("first ", 1_000));
    statements.clear();
  }

  @AfterEach
  void closeStorage() {
    storage.close();
  }

  @Test
  void append_takesAsManyForManyMessagesAsForOne() {
    storage.messages().append(S, messages("more ", 700));
    assertThat(statements).hasSize(2);
    assertThat(statements.get(0))
        .startsWith("update sessions set last_seq = (sessions.last_seq + ?)");
    assertThat(statements.get(1)).startsWith("insert into chat_messages");
  }

  @Test
  void stream_readsNoFurtherThanItsReaderGoes() {
    storage.messages().stream(S, rows -> rows.limit(150).toList());
    assertThat(statements).hasSize(2);
  }

  @Test
  void window_takesOne_howeverFarItGoes() {
    assertThat(storage.messages().window(S, Window.ofCharacters(10_000))).hasSize(1_000);
    assertThat(statements).hasSize(1);
  }

  @Test
  void assignAgent_takesOne_whenThereIsNone() {
    assertThat(storage.sessions().assignAgent(S, "helper")).isTrue();
    assertThat(statements).hasSize(1);
  }

  private static List<NewMessage> messages(String prefix, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> new NewMessage(new ChatMessage.Id(prefix + i), "text", null, null, Instant.EPOCH))
        .toList();
  }
}
