package dev.aludel.persistence.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.Messages;
import dev.aludel.domain.conversation.NewMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.domain.conversation.Window;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How {@link Messages} are found, read and deleted on every storage. */
public abstract class MessagesContract extends StorageContract {

  private static final Session.Id S = new Session.Id("s");
  private static final Session.Id T = new Session.Id("t");

  private Messages messages() {
    return storage().messages();
  }

  @BeforeEach
  final void insertSessions() {
    storage().sessions().insertAll(List.of(session("s"), session("t")));
  }

  @Test
  @Rule("MESSAGES-01")
  final void delete_takesTheMessageAlone() {
    messages().append(S, List.of(message("1"), message("2")));

    assertThat(messages().delete(new ChatMessage.Id("1"))).isTrue();
    assertThat(messages().delete(new ChatMessage.Id("1"))).isFalse();

    assertThat(messages().find(new ChatMessage.Id("1"))).isEmpty();
    assertThat(messages().count(S)).isEqualTo(1);
  }

  @ParameterizedTest
  @Rule("MESSAGES-02")
  @ValueSource(ints = {1, 2, 3, 4, 500})
  final void page_isTheSessionsAloneByNumber(int limit) {
    messages().append(S, List.of(message("b"), message("a", NOON.minusMillis(1)), message("B")));
    messages().append(T, message("c"));

    assertThat(all(limit, request -> messages().page(S, request)).stream().map(ChatMessage::id))
        .containsExactly(new ChatMessage.Id("b"), new ChatMessage.Id("a"), new ChatMessage.Id("B"));
  }

  @ParameterizedTest
  @Rule("MESSAGES-03")
  @ValueSource(ints = {1, 2, 4, 500})
  final void page_isOfAllSessionsOldestFirst(int limit) {
    messages().append(S, List.of(message("4", NOON.plusMillis(1)), message("1")));
    messages().append(T, List.of(message("3"), message("2"), message("0", NOON.minusMillis(1))));
    messages().append(S, message("5", NOON.plusMillis(2)));

    assertThat(all(limit, messages()::page).stream().map(message -> message.id().value()))
        .containsExactly("0", "1", "2", "3", "4", "5");
  }

  @Test
  @Rule("MESSAGES-04")
  final void page_isEmpty_whenThereIsNoSuchSession() {
    assertThat(messages().page(new Session.Id("u"), PageRequest.first(1)))
        .isEqualTo(new Page<>(List.of(), null));
    assertThat(messages().count(new Session.Id("u"))).isZero();
  }

  @ParameterizedTest
  @Rule("MESSAGES-05")
  @ValueSource(ints = {1, 2, 3, 500})
  final void pageAfter_isTheSessionsAloneBehindTheNumber(int limit) {
    List<ChatMessage> there = appendToBoth();

    assertThat(all(limit, request -> messages().pageAfter(S, 2, request)))
        .isEqualTo(there.subList(2, 5));
    assertThat(all(limit, request -> messages().pageAfter(S, 0, request))).isEqualTo(there);
    assertThat(all(limit, request -> messages().pageAfter(S, 5, request))).isEmpty();
  }

  @ParameterizedTest
  @Rule("MESSAGES-06")
  @ValueSource(ints = {1, 2, 3, 500})
  final void pageBefore_isTheSessionsAloneBeforeTheNumberAndNewestFirst(int limit) {
    List<ChatMessage> there = appendToBoth();

    assertThat(all(limit, request -> messages().pageBefore(S, 4, request)))
        .containsExactly(there.get(2), there.get(1), there.get(0));
    assertThat(all(limit, request -> messages().pageBefore(S, 1, request))).isEmpty();
    assertThat(all(limit, request -> messages().pageBefore(S, Long.MAX_VALUE, request))).hasSize(5);
  }

  @Test
  @Rule("MESSAGES-07")
  final void pageAfter_findsWhatCameSinceTheLastPage() {
    appendToBoth();
    ChatMessage next = messages().append(S, message("next"));

    assertThat(messages().pageAfter(S, 5, PageRequest.first(10)).items()).containsExactly(next);
  }

  @Test
  @Rule("MESSAGES-08")
  final void last_isTheSessionsEndOldestFirst() {
    List<ChatMessage> there = appendToBoth();

    assertThat(messages().last(S, 2)).isEqualTo(there.subList(3, 5));
    assertThat(messages().last(S, 5)).isEqualTo(there);
    assertThat(messages().last(S, 6)).isEqualTo(there);
    assertThat(messages().last(new Session.Id("u"), 1)).isEmpty();
  }

  @Test
  @Rule("MESSAGES-09")
  final void window_isTheSessionsEndThatFitsTheCharacters() {
    List<ChatMessage> there =
        messages()
            .append(
                S, List.of(text("1", "a"), text("2", "😀😀😀"), text("3", ""), text("4", "bb")));

    assertThat(messages().window(S, Window.ofCharacters(5))).isEqualTo(there.subList(1, 4));
    assertThat(messages().window(S, Window.ofCharacters(6))).isEqualTo(there);
    assertThat(messages().window(S, new Window(2, 6))).isEqualTo(there.subList(2, 4));
    assertThat(messages().window(S, Window.ofCharacters(1))).isEmpty();
  }

  @Test
  @Rule("MESSAGES-10")
  final void window_endsAtTheFirstThatDoesNotFit_evenIfAnOlderOneWould() {
    List<ChatMessage> there =
        messages().append(S, List.of(text("1", ""), text("2", "too long"), text("3", "c")));

    assertThat(messages().window(S, Window.ofCharacters(4))).isEqualTo(there.subList(2, 3));
  }

  @Test
  @Rule("MESSAGES-11")
  final void window_isFull_whenTheSessionIsLongerThanAPage() {
    List<ChatMessage> there = messages().append(S, messages(700));

    assertThat(messages().last(S, 600)).isEqualTo(there.subList(100, 700));
    assertThat(messages().window(S, Window.ofCharacters(Long.MAX_VALUE))).isEqualTo(there);
  }

  private List<ChatMessage> appendToBoth() {
    messages().append(T, messages("other ", 7));
    return messages().append(S, messages(5));
  }

  private static NewMessage text(String id, String text) {
    return new NewMessage(new ChatMessage.Id(id), text, null, null, NOON);
  }

  private static List<NewMessage> messages(int count) {
    return messages("id ", count);
  }

  private static List<NewMessage> messages(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> message("%s%04d".formatted(prefix, i))).toList();
  }
}
