package dev.aludel.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.TimeOrderedUuids;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SessionTest {

  private static final Instant FINE = Instant.parse("2025-09-16T16:30:00.123456789Z");
  private static final Instant CUT = Instant.parse("2025-09-16T16:30:00.123Z");

  @Test
  void newSession_cutsItsTimes() {
    Session session = new Session(new Session.Id("s"), "u", "n", "a", FINE, FINE.plusSeconds(1));

    assertThat(session.createdAt()).isEqualTo(CUT);
    assertThat(session.updatedAt()).isEqualTo(CUT.plusSeconds(1));
    assertThat(session.name()).contains("n");
    assertThat(session.agentId()).contains("a");
  }

  @Test
  void begun_hasNeitherNameNorAgent() {
    Session session = Session.begun(new Session.Id("s"), "u", FINE);

    assertThat(session).isEqualTo(new Session(new Session.Id("s"), "u", null, null, CUT, CUT));
    assertThat(session.name()).isEmpty();
    assertThat(session.agentId()).isEmpty();
  }

  @Test
  void newId_refuses_whenEmpty() {
    assertThatThrownBy(() -> new Session.Id(""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A session's id must not be empty.");
  }

  @Test
  void nextId_followsTheOneBefore() {
    TimeOrderedUuids uuids = new TimeOrderedUuids(Clock.systemUTC());

    assertThat(Session.Id.next(uuids).value()).isLessThan(Session.Id.next(uuids).value());
  }
}
