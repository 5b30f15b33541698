package dev.aludel.persistence.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.Cursor;
import dev.aludel.domain.NotFoundException;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.conversation.Session;
import dev.aludel.domain.conversation.Sessions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Sessions} does on every storage. */
public abstract class SessionsContract extends StorageContract {

  @RegisterExtension final OtherThreads others = new OtherThreads();

  private Sessions sessions() {
    return storage().sessions();
  }

  static Stream<String> texts() {
    return TEXTS.stream();
  }

  @Test
  @Rule("SESSIONS-01")
  final void insertAll_storesAll() {
    List<Session> many = sessions(1_000);

    sessions().insertAll(many);

    assertThat(sessions().count()).isEqualTo(1_000);
    assertThat(all(500, sessions()::page)).isEqualTo(many);
  }

  @Test
  @Rule("SESSIONS-02")
  final void insertAll_storesNothing_whenOneIdIsThere() {
    sessions().insert(session("b"));

    assertThatThrownBy(
            () -> sessions().insertAll(List.of(session("a"), session("b"), session("c"))))
        .isInstanceOf(ConflictException.class);

    assertThat(sessions().count()).isEqualTo(1);
  }

  @Test
  @Rule("SESSIONS-03")
  final void insertAll_doesNothing_whenEmpty() {
    sessions().insertAll(List.of());

    assertThat(sessions().count()).isZero();
  }

  @Test
  @Rule("SESSIONS-04")
  final void update_replacesEveryField() {
    sessions().insertAll(List.of(session("s"), session("other")));
    Session changed =
        new Session(
            new Session.Id("s"), "bob", "name", "agent", NOON.plusMillis(1), NOON.plusMillis(2));

    sessions().update(changed);

    assertThat(sessions().get(changed.id())).isEqualTo(changed);
    assertThat(sessions().get(new Session.Id("other"))).isEqualTo(session("other"));
  }

  @Test
  @Rule("SESSIONS-05")
  final void upsert_inserts_whenTheIdIsNotThere() {
    sessions().upsert(session("s"));

    assertThat(sessions().get(new Session.Id("s"))).isEqualTo(session("s"));
  }

  @Test
  @Rule("SESSIONS-06")
  final void upsert_replacesAndKeepsTheMessages_whenTheIdIsThere() {
    sessions().insert(new Session(new Session.Id("s"), "ada", "old", "agent", NOON, NOON));
    storage().messages().append(new Session.Id("s"), message("m"));
    Session changed = session("s", "bob", NOON.plusMillis(5));

    sessions().upsert(changed);

    assertThat(sessions().get(changed.id())).isEqualTo(changed);
    assertThat(storage().messages().count(changed.id())).isEqualTo(1);
  }

  @Test
  @Rule("SESSIONS-07")
  final void find_isEmpty_whenTheIdIsNotThere() {
    sessions().insert(session("s"));

    assertThat(sessions().find(new Session.Id("S"))).isEmpty();
    assertThat(sessions().find(new Session.Id("s "))).isEmpty();
  }

  @Test
  @Rule("SESSIONS-08")
  final void delete_takesTheSessionsMessagesAndNoOthers() {
    sessions().insertAll(List.of(session("s"), session("t")));
    storage().messages().append(new Session.Id("s"), List.of(message("1"), message("2")));
    storage().messages().append(new Session.Id("t"), message("3"));

    assertThat(sessions().delete(new Session.Id("s"))).isTrue();

    assertThat(all(10, sessions()::page)).containsExactly(session("t"));
    assertThat(storage().messages().count()).isEqualTo(1);
    assertThat(storage().messages().count(new Session.Id("t"))).isEqualTo(1);
  }

  @Test
  @Rule("SESSIONS-09")
  final void delete_saysSo_whenTheIdIsNotThere() {
    assertThat(sessions().delete(new Session.Id("s"))).isFalse();
  }

  @ParameterizedTest
  @Rule("SESSIONS-10")
  @ValueSource(ints = {1, 2, 3, 6, 7, 8, 500})
  final void page_meetsEachOnceInOrder(int limit) {
    // By code point: U+FFFD comes before U+1F600, which a comparison of UTF-16 units turns round.
    List<Session> inOrder =
        List.of(
            session("z", "ada", NOON.minusMillis(1)),
            session("A"),
            session("Z"),
            session("a"),
            session("ä"),
            session("\ufffd"),
            session("😀"));
    Stream.of(6, 3, 0, 5, 1, 4, 2).map(inOrder::get).forEach(sessions()::insert);

    assertThat(all(limit, sessions()::page)).isEqualTo(inOrder);
  }

  @Test
  @Rule("SESSIONS-11")
  final void page_goesOnBehindARowThatIsGone() {
    sessions().insertAll(sessions(5));
    Page<Session> first = sessions().page(PageRequest.first(2));
    sessions().delete(first.items().get(1).id());

    Page<Session> next = sessions().page(PageRequest.after(cursor(first), 3));

    assertThat(next.items()).isEqualTo(sessions(5).subList(2, 5));
  }

  @ParameterizedTest
  @Rule("SESSIONS-12")
  @ValueSource(ints = {1, 2, 3, 500})
  final void pageOfUser_isTheUsersAloneAndNewestFirst(int limit) {
    sessions()
        .insertAll(
            List.of(
                session("a", "ada", NOON),
                session("b", "ada", NOON.plusMillis(1)),
                session("c", "Ada", NOON),
                session("B", "ada", NOON),
                session("e", "ada", NOON.minusMillis(1)),
                session("f", "ada", NOON.minusMillis(2)),
                session("g", "ada", NOON.minusMillis(3)),
                session("d", "bob", NOON)));

    List<String> ids =
        all(limit, request -> sessions().pageOfUser("ada", request)).stream()
            .map(session -> session.id().value())
            .toList();

    assertThat(ids).containsExactly("b", "a", "B", "e", "f", "g");
  }

  @Test
  @Rule("SESSIONS-13")
  final void pageOfUser_isEmpty_whenTheUserHasNone() {
    assertThat(sessions().pageOfUser("nobody", PageRequest.first(1)))
        .isEqualTo(new Page<>(List.of(), null));
  }

  @Test
  @Rule("SESSIONS-14")
  final void insertAll_keepsWhatWasGiven_whenTheCallerChangesItsListLater() {
    List<Session> given = new ArrayList<>(sessions(3));

    sessions().insertAll(given);
    given.remove(0);

    assertThat(all(10, sessions()::page)).isEqualTo(sessions(3));
  }

  @ParameterizedTest
  @Rule("SESSIONS-15")
  @ValueSource(ints = {1, 2, 3, 500})
  final void pageOfUserAndAgent_isOfBothAloneAndNewestFirst(int limit) {
    sessions()
        .insertAll(
            List.of(
                answered("a", "ada", "helper", NOON),
                answered("b", "ada", "helper", NOON.plusMillis(1)),
                answered("c", "ada", "Helper", NOON),
                answered("d", "bob", "helper", NOON),
                answered("B", "ada", "helper", NOON),
                answered("f", "ada", "helper", NOON.minusMillis(1)),
                answered("g", "ada", "helper", NOON.minusMillis(2)),
                session("e", "ada", NOON)));

    assertThat(
            all(limit, request -> sessions().pageOfUserAndAgent("ada", "helper", request)).stream()
                .map(session -> session.id().value()))
        .containsExactly("b", "a", "B", "f", "g");
    assertThat(all(limit, request -> sessions().pageOfUserAndAgent("bob", "Helper", request)))
        .isEmpty();
  }

  @ParameterizedTest
  @Rule("SESSIONS-16")
  @MethodSource("texts")
  final void rename_changesTheNameAlone(String name) {
    sessions().insertAll(List.of(answered("s", "ada", "helper", NOON), session("t")));

    sessions().rename(new Session.Id("s"), name);

    assertThat(sessions().get(new Session.Id("s")))
        .isEqualTo(new Session(new Session.Id("s"), "ada", name, "helper", NOON, NOON));
    assertThat(sessions().get(new Session.Id("t"))).isEqualTo(session("t"));
  }

  @Test
  @Rule("SESSIONS-17")
  final void clearName_takesTheNameAway() {
    sessions().insert(session("s"));
    sessions().rename(new Session.Id("s"), "");

    sessions().clearName(new Session.Id("s"));
    sessions().clearName(new Session.Id("s"));

    assertThat(sessions().get(new Session.Id("s"))).isEqualTo(session("s"));
  }

  @Test
  @Rule("SESSIONS-18")
  final void assignAgent_assignsOnlyWhereThereIsNone() {
    sessions().insert(session("s"));

    assertThat(sessions().assignAgent(new Session.Id("s"), "helper")).isTrue();
    assertThat(sessions().assignAgent(new Session.Id("s"), "other")).isFalse();
    assertThat(sessions().assignAgent(new Session.Id("s"), "helper")).isFalse();

    assertThat(sessions().get(new Session.Id("s"))).isEqualTo(answered("s", "ada", "helper", NOON));
  }

  @Test
  @Rule("SESSIONS-19")
  final void assignAgent_letsOneOfManyThreadsThrough() {
    for (int round = 0; round < OtherThreads.ROUNDS; round++) {
      Session.Id id = new Session.Id("s" + round);
      sessions().insert(session("s" + round));

      List<Boolean> assigned =
          others.atOnce(4, number -> sessions().assignAgent(id, "agent " + number));

      assertThat(assigned).as("round %d", round).containsOnlyOnce(true);
      assertThat(sessions().get(id).agentIdOrNull()).isEqualTo("agent " + assigned.indexOf(true));
    }
  }

  @Test
  @Rule("SESSIONS-20")
  final void touch_movesTheTimeOfUpdateForwardsAlone() {
    sessions().insert(session("s"));

    sessions().touch(new Session.Id("s"), NOON.plusMillis(5).plusNanos(999_999));
    sessions().touch(new Session.Id("s"), NOON.plusMillis(3));
    sessions().touch(new Session.Id("s"), NOON.minusSeconds(1));

    assertThat(sessions().get(new Session.Id("s")))
        .isEqualTo(new Session(new Session.Id("s"), "ada", null, null, NOON, NOON.plusMillis(5)));
  }

  @Test
  @Rule("SESSIONS-21")
  final void changes_refuse_whenTheIdIsNotThere() {
    Session.Id id = new Session.Id("s");

    Stream.<Runnable>of(
            () -> sessions().rename(id, "name"),
            () -> sessions().clearName(id),
            () -> sessions().assignAgent(id, "helper"),
            () -> sessions().touch(id, NOON))
        .forEach(
            change ->
                assertThatThrownBy(change::run)
                    .isInstanceOf(NotFoundException.class)
                    .hasMessage("There is no session with the id \"s\"."));
    assertThat(sessions().count()).isZero();
  }

  @Test
  @Rule("SESSIONS-22")
  final void deleteOfUser_takesSoManyWithTheirMessages() {
    sessions().insertAll(sessions(5));
    sessions().insert(session("bob's", "bob", NOON));
    sessions(5)
        .forEach(session -> storage().messages().append(session.id(), message("m" + session.id())));

    assertThat(sessions().deleteOfUser("ada", 3)).isEqualTo(3);
    assertThat(sessions().count()).isEqualTo(3);
    assertThat(storage().messages().count()).isEqualTo(2);
    assertThat(sessions().deleteOfUser("ada", 3)).isEqualTo(2);
    assertThat(sessions().deleteOfUser("ada", 3)).isZero();
    assertThat(all(10, sessions()::page)).containsExactly(session("bob's", "bob", NOON));
    assertThatThrownBy(() -> sessions().deleteOfUser("bob", 501))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Rule("SESSIONS-23")
  final void deleteAllOfUser_takesAll_whenTheyAreMoreThanABatch() {
    sessions().insertAll(sessions(Sessions.DELETE_BATCH + 1));
    sessions().insert(session("bob's", "bob", NOON));

    assertThat(sessions().deleteAllOfUser("ada")).isEqualTo(Sessions.DELETE_BATCH + 1);
    assertThat(sessions().deleteAllOfUser("ada")).isZero();
    assertThat(sessions().count()).isEqualTo(1);
  }

  private static Session answered(String id, String user, String agent, Instant updated) {
    return new Session(new Session.Id(id), user, null, agent, NOON, updated);
  }

  private static Cursor cursor(Page<Session> page) {
    return page.next().orElseThrow();
  }

  private static List<Session> sessions(int count) {
    return IntStream.range(0, count).mapToObj(i -> session("id %04d".formatted(i))).toList();
  }
}
