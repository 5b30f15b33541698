package dev.aludel.test.application.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.TimeOrderedUuids;
import dev.aludel.domain.conversation.Session;
import dev.aludel.domain.conversation.Sessions;
import dev.aludel.persistence.Storage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SessionsExampleTest {

  private final Clock clock = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
  private final TimeOrderedUuids uuids = new TimeOrderedUuids(clock);

  private static Stream<Storage> storages() {
    return ExampleStorage.all();
  }

  @ParameterizedTest
  @MethodSource("storages")
  void session_isBegunNamedAndFound(Storage storage) {
    try (storage) {
      Sessions sessions = storage.sessions();
      Session session = Session.begun(Session.Id.next(uuids), "ada", clock.instant());
      sessions.insert(session);

      sessions.rename(session.id(), "Holidays");
      boolean mine = sessions.assignAgent(session.id(), "travel-agent"); // false: another was first
      sessions.touch(session.id(), clock.instant().plusSeconds(60)); // never moves back

      Optional<Session> found = sessions.find(session.id());

      assertThat(mine).isTrue();
      assertThat(found.flatMap(Session::name)).contains("Holidays");
      assertThat(found.map(Session::updatedAt)).contains(Instant.parse("2026-11-20T12:01:00Z"));
    }
  }

  @ParameterizedTest
  @MethodSource("storages")
  void sessionsOfAUser_arePagedAndDeleted(Storage storage) {
    try (storage) {
      Sessions sessions = storage.sessions();
      sessions.insertAll(
          Stream.generate(() -> Session.begun(Session.Id.next(uuids), "ada", clock.instant()))
              .limit(45)
              .toList());

      Page<Session> newest = sessions.pageOfUser("ada", PageRequest.first(20));
      Page<Session> next =
          sessions.pageOfUser("ada", PageRequest.after(newest.next().orElseThrow(), 20));

      List<Session.Id> all =
          sessions.stream(rows -> rows.map(Session::id).toList()); // in bounded memory

      long deleted = sessions.deleteAllOfUser("ada"); // with all their messages

      assertThat(newest.items()).hasSize(20).doesNotContainAnyElementsOf(next.items());
      assertThat(all).hasSize(45);
      assertThat(deleted).isEqualTo(45);
    }
  }
}
