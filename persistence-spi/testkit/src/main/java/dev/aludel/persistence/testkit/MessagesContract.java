package dev.aludel.persistence.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.Cursor;
import dev.aludel.domain.InvalidCursorException;
import dev.aludel.domain.NotFoundException;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.ValueNotStorableException;
import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.Messages;
import dev.aludel.domain.conversation.NewMessage;
import dev.aludel.domain.conversation.Session;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Messages} does on every storage. */
public abstract class MessagesContract extends StorageContract {

  private static final Session.Id S = new Session.Id("s");
  private static final Session.Id T = new Session.Id("t");

  private Messages messages() {
    return storage().messages();
  }

  static Stream<String> texts() {
    return TEXTS.stream();
  }

  @BeforeEach
  final void insertSessions() {
    storage().sessions().insertAll(List.of(session("s"), session("t")));
  }

  @ParameterizedTest
  @Rule("MESSAGES-01")
  @MethodSource("texts")
  final void append_keepsEveryText(String text) {
    NewMessage message = new NewMessage(new ChatMessage.Id("m" + text), text, text, text, NOON);

    ChatMessage appended = messages().append(S, message);

    assertThat(appended).isEqualTo(new ChatMessage(message.id(), S, 1, text, text, text, NOON));
    assertThat(messages().find(message.id())).contains(appended);
  }

  @Test
  @Rule("MESSAGES-02")
  final void append_keepsWhatIsAbsent() {
    messages().append(S, message("m"));

    ChatMessage found = messages().get(new ChatMessage.Id("m"));
    assertThat(found.senderType()).isEmpty();
    assertThat(found.senderName()).isEmpty();
  }

  @Test
  @Rule("MESSAGES-03")
  final void append_keepsALongText() {
    String text = "東京 😀 naïve ".repeat(200_000);

    messages().append(S, new NewMessage(new ChatMessage.Id("m"), text, null, null, NOON));

    assertThat(messages().get(new ChatMessage.Id("m")).text()).isEqualTo(text);
  }

  @Test
  @Rule("MESSAGES-04")
  final void append_givesBackWhatIsStoredInTheOrderGiven() {
    List<NewMessage> given = messages(700);

    List<ChatMessage> appended = messages().append(S, given);

    assertThat(appended.stream().map(ChatMessage::id)).containsExactlyElementsOf(ids(given));
    assertThat(all(100, request -> messages().page(S, request))).isEqualTo(appended);
  }

  @Test
  @Rule("MESSAGES-05")
  final void append_leavesTheSessionAsItIs() {
    messages().append(S, message("m", NOON.plusSeconds(60)));

    assertThat(storage().sessions().get(S)).isEqualTo(session("s"));
  }

  @Test
  @Rule("MESSAGES-06")
  final void append_refuses_whenThereIsNoSuchSession() {
    assertThatThrownBy(() -> messages().append(new Session.Id("u"), message("m")))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("There is no session with the id \"u\".");

    assertThat(messages().count()).isZero();
  }

  @Test
  @Rule("MESSAGES-07")
  final void append_storesNothing_whenOneIdIsThere() {
    messages().append(T, message("2"));

    assertThatThrownBy(() -> messages().append(S, List.of(message("1"), message("2"))))
        .isInstanceOfSatisfying(
            ConflictException.class,
            error -> {
              assertThat(error.table()).isEqualTo("chat_messages");
              assertThat(error.columns()).containsExactly("id");
            });

    assertThat(messages().count(S)).isZero();
    assertThat(messages().count(T)).isEqualTo(1);
  }

  @Test
  @Rule("MESSAGES-08")
  final void append_storesNothing_whenAnIdIsTwiceInTheList() {
    assertThatThrownBy(() -> messages().append(S, List.of(message("1"), message("1"))))
        .isInstanceOf(ConflictException.class);

    assertThat(messages().count()).isZero();
  }

  @Test
  @Rule("MESSAGES-09")
  final void append_doesNothing_whenTheListIsEmpty() {
    assertThat(messages().append(new Session.Id("u"), List.of())).isEmpty();
  }

  @Test
  @Rule("MESSAGES-10")
  final void get_refuses_whenTheIdIsNotThere() {
    assertThatThrownBy(() -> messages().get(new ChatMessage.Id("m")))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("There is no message with the id \"m\".");
  }

  @Test
  @Rule("MESSAGES-11")
  final void delete_takesTheMessageAlone() {
    messages().append(S, List.of(message("1"), message("2")));

    assertThat(messages().delete(new ChatMessage.Id("1"))).isTrue();
    assertThat(messages().delete(new ChatMessage.Id("1"))).isFalse();

    assertThat(messages().find(new ChatMessage.Id("1"))).isEmpty();
    assertThat(messages().count(S)).isEqualTo(1);
  }

  @ParameterizedTest
  @Rule("MESSAGES-12")
  @ValueSource(ints = {1, 2, 3, 4, 500})
  final void page_isTheSessionsAloneByNumber(int limit) {
    messages().append(S, List.of(message("b"), message("a", NOON.minusMillis(1)), message("B")));
    messages().append(T, message("c"));

    assertThat(all(limit, request -> messages().page(S, request)).stream().map(ChatMessage::id))
        .containsExactly(new ChatMessage.Id("b"), new ChatMessage.Id("a"), new ChatMessage.Id("B"));
  }

  @ParameterizedTest
  @Rule("MESSAGES-13")
  @ValueSource(ints = {1, 2, 4, 500})
  final void page_isOfAllSessionsOldestFirst(int limit) {
    messages().append(S, List.of(message("4", NOON.plusMillis(1)), message("1")));
    messages().append(T, List.of(message("3"), message("2"), message("0", NOON.minusMillis(1))));
    messages().append(S, message("5", NOON.plusMillis(2)));

    assertThat(all(limit, messages()::page).stream().map(message -> message.id().value()))
        .containsExactly("0", "1", "2", "3", "4", "5");
  }

  @Test
  @Rule("MESSAGES-14")
  final void page_isEmpty_whenThereIsNoSuchSession() {
    assertThat(messages().page(new Session.Id("u"), PageRequest.first(1)))
        .isEqualTo(new Page<>(List.of(), null));
    assertThat(messages().count(new Session.Id("u"))).isZero();
  }

  @Test
  @Rule("MESSAGES-15")
  final void page_refusesTheCursorOfAnotherSession() {
    messages().append(S, messages(2));
    Cursor cursor = messages().page(S, PageRequest.first(1)).next().orElseThrow();

    assertThatThrownBy(() -> messages().page(T, PageRequest.after(cursor, 1)))
        .isInstanceOf(InvalidCursorException.class);
  }

  @ParameterizedTest
  @Rule("MESSAGES-16")
  @ValueSource(strings = {"\0", "\ud83d"})
  final void everyField_refusesWhatNoDatabaseHolds(String text) {
    ChatMessage.Id id = new ChatMessage.Id("m");

    assertNotStorable("chat_messages.id", message(text));
    assertNotStorable("chat_messages.message", new NewMessage(id, text, null, null, NOON));
    assertNotStorable("chat_messages.sender_type", new NewMessage(id, "", text, null, NOON));
    assertNotStorable("chat_messages.sender_name", new NewMessage(id, "", null, text, NOON));
    assertThat(messages().count()).isZero();
  }

  private void assertNotStorable(String place, NewMessage message) {
    assertThatThrownBy(() -> messages().append(S, List.of(message("before"), message)))
        .isInstanceOfSatisfying(
            ValueNotStorableException.class, error -> assertThat(error.place()).isEqualTo(place));
  }

  private static List<ChatMessage.Id> ids(List<NewMessage> messages) {
    return messages.stream().map(NewMessage::id).toList();
  }

  private static List<NewMessage> messages(int count) {
    return IntStream.range(0, count).mapToObj(i -> message("id %04d".formatted(i))).toList();
  }
}
