package dev.aludel.persistence.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.domain.Json;
import dev.aludel.domain.memory.Turn;
import dev.aludel.domain.memory.Turns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
  @ValueSource(ints = {1, 2, 3, 500})
  final void pageNewestFirst_meetsEachOnce(int limit) {
    turns().insertAll(entities(5));

    assertThat(all(limit, turns()::pageNewestFirst))
        .containsExactly(entity(4), entity(3), entity(2), entity(1), entity(0));
  }
}
