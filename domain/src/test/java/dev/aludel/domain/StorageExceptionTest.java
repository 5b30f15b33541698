package dev.aludel.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.domain.ConstraintViolationException.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                + " written. Use another key.")
        .hasCause(cause);
    assertThat(error.table()).isEqualTo("functions");
    assertThat(error.columns()).containsExactly("document_id", "name");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sessions | id | Use update or upsert, or another key.",
        "long_term | key | Use update or upsert, or another key.",
        "chat_messages | id | Use another key.",
        "developer_decisions | id | Use another key.",
        "theirs | id | Use another key.",
        "projects | root_path | Use findByRootPath for the one that is there, or another root path.",
        "documents | project_id,path | Use upsertByPath, or another path.",
        "document_relationships | source_id,topic | Use link, which gives the one that is there.",
        "recommendations | current_for | Use decide or invalidate for the active one first."
      })
  void conflict_advisesWhatThePortHas(String table, String columns, String advice) {
    assertThat(new ConflictException(table, List.of(columns.split(",")), null))
        .hasMessageEndingWith(" already; nothing was written. " + advice);
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
