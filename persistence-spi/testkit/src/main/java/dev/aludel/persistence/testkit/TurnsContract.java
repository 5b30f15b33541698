package dev.aludel.persistence.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.Cursor;
import dev.aludel.domain.InvalidCursorException;
import dev.aludel.domain.Json;
import dev.aludel.domain.Keyset;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.ValueNotStorableException;
import dev.aludel.domain.memory.MemoryKeysets;
import dev.aludel.domain.memory.Turn;
import dev.aludel.domain.memory.Turns;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Turns} does on every storage. */
public abstract class TurnsContract extends VocabularyContract<Turn, Turn.Id> {

  private Turns turns() {
    return storage().turns();
  }

  @Override
  final Turns repository() {
    return turns();
  }

  @Override
  final Names names() {
    return new Names("turn", "turns", "id");
  }

  @Override
  final Keyset<Turn> keyset() {
    return MemoryKeysets.TURNS;
  }

  @Override
  final Turn.Id id(Turn turn) {
    return turn.id();
  }

  @Override
  final Turn entity(int number) {
    return new Turn(
        new Turn.Id(number),
        NOON.plusMillis(number / 2),
        "question " + number,
        "answer " + number,
        new Json("{\"n\": " + number + "}"));
  }

  @Override
  final Turn changed(int number) {
    return new Turn(
        new Turn.Id(number),
        NOON.minusMillis(number),
        "other question",
        "other answer",
        new Json("[]"));
  }

  @Override
  final Turn bare() {
    return new Turn(new Turn.Id(-1), NOON, null, null, null);
  }

  @Override
  final Turn at(long milliseconds) {
    return new Turn(new Turn.Id(-2), Instant.ofEpochMilli(milliseconds), null, null, null);
  }

  @Override
  final List<TextColumn<Turn>> texts() {
    return List.of(
        new TextColumn<>(
            "turns.user_input", text -> new Turn(new Turn.Id(-3), NOON, text, null, null)),
        new TextColumn<>(
            "turns.assistant_response", text -> new Turn(new Turn.Id(-4), NOON, null, text, null)));
  }

  @Test
  @Rule("TURNS-01")
  final void append_adds_andSaysSo() {
    assertThat(turns().append(entity(1))).isTrue();

    assertThat(turns().get(new Turn.Id(1))).isEqualTo(entity(1));
  }

  @Test
  @Rule("TURNS-02")
  final void append_leavesTheStoredOne_whenTheIdIsThere() {
    turns().append(entity(1));

    assertThat(turns().append(changed(1))).isFalse();
    assertThat(all(10, turns()::page)).containsExactly(entity(1));
  }

  @ParameterizedTest
  @Rule("TURNS-03")
  @MethodSource("jsons")
  final void append_keepsMetadataAsItIsWritten(Json metadata) {
    Turn turn = new Turn(new Turn.Id(1), NOON, null, null, metadata);

    turns().append(turn);

    assertThat(turns().get(turn.id()).metadata()).contains(metadata);
  }

  @Test
  @Rule("TURNS-04")
  final void append_refusesMetadataThatNoDatabaseHolds() {
    assertThatThrownBy(
            () ->
                turns().append(new Turn(new Turn.Id(9), NOON, null, null, new Json("\"\ud83d\""))))
        .isInstanceOfSatisfying(
            ValueNotStorableException.class,
            error -> assertThat(error.place()).isEqualTo("turns.metadata"));
    assertThat(turns().count()).isZero();
  }

  @Test
  @Rule("TURNS-05")
  final void append_keepsLongTexts() {
    Turn turn = new Turn(new Turn.Id(1), NOON, LONG_TEXT, LONG_TEXT, null);

    turns().append(turn);

    assertThat(turns().get(turn.id()).equals(turn)).isTrue();
  }

  @ParameterizedTest
  @Rule("TURNS-06")
  @ValueSource(ints = {1, 2, 3, 500})
  final void pageNewestFirst_meetsEachOnce(int limit) {
    turns().insertAll(entities(5));

    assertThat(all(limit, turns()::pageNewestFirst))
        .containsExactly(entity(4), entity(3), entity(2), entity(1), entity(0));
  }

  @Test
  @Rule("TURNS-07")
  final void pages_refuseTheCursorsOfOthers() {
    turns().insertAll(entities(3));
    Cursor newest = cursor(turns().pageNewestFirst(PageRequest.first(1)));
    Cursor oldest = cursor(turns().page(PageRequest.first(1)));

    assertThatThrownBy(() -> turns().page(PageRequest.after(newest, 1)))
        .isInstanceOf(InvalidCursorException.class);
    assertThatThrownBy(() -> turns().pageNewestFirst(PageRequest.after(oldest, 1)))
        .isInstanceOf(InvalidCursorException.class);
  }

  @Test
  @Rule("TURNS-08")
  final void pages_holdAsManyAsAreAskedFor() {
    turns().insertAll(entities(PageRequest.MAX_LIMIT + 1));

    assertHoldsAsManyAsAreAskedFor(turns()::pageNewestFirst);
  }
}
