package dev.aludel.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.domain.ConstraintViolationException.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StorageExceptionTest {

  private final Exception cause = new IllegalStateException("the driver's own words");

  @Test
  void notFound_namesWhatAndWhich() {
    NotFoundException error = new NotFoundException("session", "a");

    assertThat(error).hasMessage("There is no session with the id \"a\".");
    assertThat(error.entity()).isEqualTo("session");
    assertThat(error.id()).isEqualTo("a");
  }

  @Test
  void notFound_cutsALongIdInItsMessageAlone() {
    NotFoundException error = new NotFoundException("session", "a".repeat(10_000));

    assertThat(error).hasMessage("There is no session with the id \"" + "a".repeat(100) + "...\".");
    assertThat(error.id()).hasSize(10_000);
  }

  @Test
  void conflict_namesTableAndKey() {
    ConflictException error =
        new ConflictException("functions", List.of("document_id", "name"), cause);

    assertThat(error)
        .hasMessage(
            "functions holds a row with the same key (document_id, name) already; nothing was"
                + " written. Use update or upsert, or another key.")
        .hasCause(cause);
    assertThat(error.table()).isEqualTo("functions");
    assertThat(error.columns()).containsExactly("document_id", "name");
  }

  @Test
  void conflict_saysLess_whenTheColumnsAreUnknown() {
    assertThat(new ConflictException("sessions", List.of(), null))
        .hasMessage(
            "sessions holds a row with the same key already; nothing was written. Use update or"
                + " upsert, or another key.");
  }

  @Test
  void constraintViolation_namesKindTableColumnsAndName() {
    ConstraintViolationException error =
        new ConstraintViolationException(
            Kind.FOREIGN_KEY, "chat_messages", List.of("session_id"), "to_sessions", cause);

    assertThat(error)
        .hasMessage(
            "A foreign key constraint of chat_messages (session_id), to_sessions, does not hold;"
                + " nothing was written. Correct the value or what it points to.")
        .hasCause(cause);
    assertThat(error.kind()).isEqualTo(Kind.FOREIGN_KEY);
    assertThat(error.table()).isEqualTo("chat_messages");
    assertThat(error.columns()).containsExactly("session_id");
    assertThat(error.constraint()).contains("to_sessions");
  }

  @Test
  void constraintViolation_saysLess_whenTheDatabaseDoesNotTell() {
    assertThat(new ConstraintViolationException(Kind.CHECK, "t", List.of(), null, null))
        .hasMessage(
            "A check constraint of t does not hold; nothing was written. Correct the value or"
                + " what it points to.");
  }

  @Test
  void valueNotStorable_namesThePlace() {
    ValueNotStorableException error =
        new ValueNotStorableException("sessions.name", "It is too long. Shorten it.", cause);

    assertThat(error)
        .hasMessage("A value for sessions.name cannot be stored. It is too long. Shorten it.")
        .hasCause(cause);
    assertThat(error.place()).isEqualTo("sessions.name");
  }
}
