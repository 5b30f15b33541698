package dev.aludel.persistence.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.NotFoundException;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.conversation.AppendConflictException;
import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.Messages;
import dev.aludel.domain.conversation.NewMessage;
import dev.aludel.domain.conversation.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How {@link Messages} come into their session on every storage. */
public abstract class AppendContract extends StorageContract {

  private static final Session.Id S = new Session.Id("s");
  private static final Session.Id T = new Session.Id("t");

  @RegisterExtension final OtherThreads others = new OtherThreads();

  private Messages messages() {
    return storage().messages();
  }

  @BeforeEach
  final void insertSessions() {
    storage().sessions().insertAll(List.of(session("s"), session("t")));
  }

  @Test
  @Rule("APPEND-01")
  final void append_givesBackWhatIsStoredInTheOrderGiven() {
    List<NewMessage> given = messages(700);

    List<ChatMessage> appended = messages().append(S, given);

    assertThat(appended.stream().map(ChatMessage::id)).containsExactlyElementsOf(ids(given));
    assertThat(all(100, request -> messages().page(S, request))).isEqualTo(appended);
  }

  @Test
  @Rule("APPEND-02")
  final void append_leavesTheSessionAsItIs() {
    messages().append(S, message("m", NOON.plusSeconds(60)));

    assertThat(storage().sessions().get(S)).isEqualTo(session("s"));
  }

  @Test
  @Rule("APPEND-03")
  final void append_refuses_whenThereIsNoSuchSession() {
    assertThatThrownBy(() -> messages().append(new Session.Id("u"), message("m")))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("There is no session with the id \"u\".");

    assertThat(messages().count()).isZero();
  }

  @Test
  @Rule("APPEND-04")
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
  @Rule("APPEND-05")
  final void append_storesNothing_whenAnIdIsTwiceInTheList() {
    assertThatThrownBy(() -> messages().append(S, List.of(message("1"), message("1"))))
        .isInstanceOf(ConflictException.class);

    assertThat(messages().count()).isZero();
  }

  @Test
  @Rule("APPEND-06")
  final void append_doesNothing_whenTheListIsEmpty() {
    assertThat(messages().append(new Session.Id("u"), List.of())).isEmpty();
  }

  @Test
  @Rule("APPEND-07")
  final void append_numbersFromOneInEachSession() {
    assertThat(seqs(messages().append(S, messages(3)))).containsExactly(1L, 2L, 3L);
    assertThat(messages().append(T, message("t")).seq()).isEqualTo(1);
    assertThat(messages().append(S, message("s")).seq()).isEqualTo(4);
    assertThat(seqs(all(2, request -> messages().page(S, request))))
        .containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  @Rule("APPEND-08")
  final void append_keepsTheOrderGiven_whateverTheTimesAndIds() {
    List<NewMessage> given =
        List.of(
            message("c", NOON),
            message("a", NOON.plusMillis(1)),
            message("b", NOON.minusMillis(1)));

    messages().append(S, given);

    assertThat(all(10, request -> messages().page(S, request)).stream().map(ChatMessage::id))
        .containsExactlyElementsOf(ids(given));
  }

  @Test
  @Rule("APPEND-09")
  final void append_givesNoNumberTwice_whenTheLastMessageIsDeleted() {
    messages().append(S, messages(2));
    messages().delete(new ChatMessage.Id("id 0001"));

    assertThat(messages().lastSeq(S)).isEqualTo(2);
    assertThat(messages().append(S, message("next")).seq()).isEqualTo(3);
    assertThat(seqs(all(10, request -> messages().page(S, request)))).containsExactly(1L, 3L);
  }

  @Test
  @Rule("APPEND-10")
  final void append_goesOnCounting_whenTheSessionIsWrittenAgain() {
    messages().append(S, messages(2));

    storage().sessions().update(session("s", "bob", NOON));
    storage().sessions().upsert(session("s", "eve", NOON));

    assertThat(messages().append(S, message("next")).seq()).isEqualTo(3);
  }

  @Test
  @Rule("APPEND-11")
  final void append_leavesNoGap_whenItIsRolledBack() {
    assertThatThrownBy(
            () ->
                storage()
                    .write(
                        tx -> {
                          tx.messages().append(S, messages(3));
                          throw new IllegalArgumentException("the block's own");
                        }))
        .hasMessage("the block's own");

    assertThat(messages().lastSeq(S)).isZero();
    assertThat(messages().append(S, message("m")).seq()).isEqualTo(1);
  }

  @Test
  @Rule("APPEND-12")
  final void append_leavesNoGapAndLosesNothing_whenManyThreadsAppend() {
    List<ChatMessage> appended = new ArrayList<>();
    for (int round = 0; round < OtherThreads.ROUNDS; round++) {
      String name = "round %d/".formatted(round);
      others
          .atOnce(
              4,
              thread ->
                  messages()
                      .append(S, List.of(message(name + thread), message(name + thread + "b"))))
          .forEach(appended::addAll);
    }

    List<ChatMessage> stored = all(500, request -> messages().page(S, request));
    assertThat(seqs(stored))
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, 8L * OtherThreads.ROUNDS).boxed().toList());
    assertThat(stored.stream().map(ChatMessage::id)).doesNotHaveDuplicates();
    assertThat(appended).as("what was said to be stored").hasSameElementsAs(stored);
    // Those of one call stand together.
    for (int i = 0; i < stored.size(); i += 2) {
      assertThat(stored.get(i + 1).id().value()).isEqualTo(stored.get(i).id().value() + "b");
    }
  }

  @Test
  @Rule("APPEND-13")
  final void append_keepsWhatWasGiven_whenTheCallerChangesItsListLater() {
    List<NewMessage> given = new ArrayList<>(messages(2));

    List<ChatMessage> appended = messages().append(S, given);
    given.clear();

    assertThat(appended).hasSize(2);
    assertThat(messages().count(S)).isEqualTo(2);
    assertThatThrownBy(appended::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  @Rule("APPEND-14")
  final void appendAfter_appends_whenTheLastNumberIsTheExpectedOne() {
    assertThat(seqs(messages().appendAfter(S, 0, messages(5)))).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(seqs(messages().appendAfter(S, 5, List.of(message("m"))))).containsExactly(6L);
    assertThat(messages().lastSeq(S)).isEqualTo(6);
  }

  @ParameterizedTest
  @Rule("APPEND-15")
  @ValueSource(longs = {-1, 0, 1, 3, Long.MAX_VALUE})
  final void appendAfter_refusesAndTellsWhatCameMeanwhile_whenTheLastNumberIsAnother(
      long expected) {
    List<ChatMessage> there = messages().append(S, messages(2));

    AppendConflictException conflict =
        catchThrowableOfType(
            AppendConflictException.class,
            () -> messages().appendAfter(S, expected, List.of(message("m"))));

    assertThat(conflict.session()).isEqualTo(S);
    assertThat(conflict.expectedSeq()).isEqualTo(expected);
    assertThat(conflict.lastSeq()).isEqualTo(2);
    assertThat(conflict.appendedMeanwhile())
        .isEqualTo(
            new Page<>(there.stream().filter(message -> message.seq() > expected).toList(), null));
    assertThat(messages().count(S)).isEqualTo(2);
  }

  @Test
  @Rule("APPEND-16")
  final void appendAfter_tellsOnePage_whenManyCameMeanwhile() {
    List<ChatMessage> there = messages().append(S, messages(502));

    AppendConflictException conflict =
        catchThrowableOfType(
            AppendConflictException.class,
            () -> messages().appendAfter(S, 1, List.of(message("m"))));

    Page<ChatMessage> first = conflict.appendedMeanwhile();
    assertThat(first.items()).isEqualTo(there.subList(1, 501));
    assertThat(
            messages().pageAfter(S, 1, PageRequest.after(first.next().orElseThrow(), 500)).items())
        .isEqualTo(there.subList(501, 502));
  }

  @Test
  @Rule("APPEND-17")
  final void appendAfter_leavesTheBlockUsable_whenItRefuses() {
    storage()
        .write(
            tx -> {
              tx.messages().append(S, messages(1));
              assertThatThrownBy(() -> tx.messages().appendAfter(S, 0, List.of(message("m"))))
                  .isInstanceOf(AppendConflictException.class)
                  .isInstanceOf(ConflictException.class);
              return tx.messages().appendAfter(S, 1, List.of(message("m")));
            });

    assertThat(messages().lastSeq(S)).isEqualTo(2);
  }

  @Test
  @Rule("APPEND-18")
  final void appendAfter_refuses_whenThereIsNoSuchSession() {
    assertThatThrownBy(() -> messages().appendAfter(new Session.Id("u"), 0, List.of(message("m"))))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("There is no session with the id \"u\".");
    assertThat(messages().appendAfter(new Session.Id("u"), 7, List.of())).isEmpty();
  }

  @Test
  @Rule("APPEND-19")
  final void appendAfter_letsOneOfManyThreadsThrough() {
    for (int round = 0; round < OtherThreads.ROUNDS; round++) {
      String name = "round %d/".formatted(round);
      long expected = round;

      List<Boolean> succeeded =
          others.atOnce(4, thread -> succeeds(expected, message(name + thread)));

      assertThat(succeeded).as("round %d", round).containsOnlyOnce(true);
      assertThat(messages().last(S, 1))
          .extracting(last -> last.id().value())
          .containsExactly(name + succeeded.indexOf(true));
      assertThat(messages().lastSeq(S)).isEqualTo(round + 1);
    }
  }

  private boolean succeeds(long expected, NewMessage message) {
    try {
      messages().appendAfter(S, expected, List.of(message));
      return true;
    } catch (AppendConflictException overtaken) {
      return false;
    }
  }

  @Test
  @Rule("APPEND-20")
  final void lastSeq_isZeroBeforeTheFirstAndRefuses_whenThereIsNoSuchSession() {
    assertThat(messages().lastSeq(S)).isZero();
    assertThatThrownBy(() -> messages().lastSeq(new Session.Id("u")))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("There is no session with the id \"u\".");
  }

  private static List<Long> seqs(List<ChatMessage> messages) {
    return messages.stream().map(ChatMessage::seq).toList();
  }

  private static List<ChatMessage.Id> ids(List<NewMessage> messages) {
    return messages.stream().map(NewMessage::id).toList();
  }

  private static List<NewMessage> messages(int count) {
    return IntStream.range(0, count).mapToObj(i -> message("id %04d".formatted(i))).toList();
  }
}
