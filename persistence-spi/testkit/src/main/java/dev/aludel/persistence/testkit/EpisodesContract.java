package dev.aludel.persistence.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.Cursor;
import dev.aludel.domain.InvalidCursorException;
import dev.aludel.domain.Json;
import dev.aludel.domain.Keyset;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.ValueNotStorableException;
import dev.aludel.domain.memory.Episode;
import dev.aludel.domain.memory.Episodes;
import dev.aludel.domain.memory.MemoryKeysets;
import dev.aludel.domain.memory.TimeRange;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Episodes} does on every storage. */
public abstract class EpisodesContract extends VocabularyContract<Episode, Episode.Id> {

  private Episodes episodes() {
    return storage().episodes();
  }

  @Override
  final Episodes repository() {
    return episodes();
  }

  @Override
  final Names names() {
    return new Names("episode", "episodes", "id");
  }

  @Override
  final Keyset<Episode> keyset() {
    return MemoryKeysets.EPISODES;
  }

  @Override
  final Episode.Id id(Episode episode) {
    return episode.id();
  }

  @Override
  final Episode entity(int number) {
    return episode(number, NOON.plusMillis(number / 2), "type");
  }

  @Override
  final Episode changed(int number) {
    return new Episode(
        new Episode.Id(number),
        NOON.minusMillis(number),
        "other type",
        "other content",
        -0.75,
        new Json("[]"));
  }

  @Override
  final Episode bare() {
    return new Episode(new Episode.Id(-1), NOON, null, null, null, null);
  }

  @Override
  final Episode at(long milliseconds) {
    return new Episode(
        new Episode.Id(-2), Instant.ofEpochMilli(milliseconds), null, null, null, null);
  }

  @Override
  final List<TextColumn<Episode>> texts() {
    return List.of(
        new TextColumn<>(
            "episodes.event_type",
            text -> new Episode(new Episode.Id(-3), NOON, text, null, null, null)),
        new TextColumn<>(
            "episodes.content",
            text -> new Episode(new Episode.Id(-4), NOON, null, text, null, null)));
  }

  @Test
  @Rule("EPISODES-01")
  final void record_adds_andSaysSo() {
    assertThat(episodes().record(entity(1))).isTrue();

    assertThat(episodes().get(new Episode.Id(1))).isEqualTo(entity(1));
  }

  @Test
  @Rule("EPISODES-02")
  final void record_leavesTheStoredOne_whenTheIdIsThere() {
    episodes().record(entity(1));

    assertThat(episodes().record(changed(1))).isFalse();
    assertThat(all(10, episodes()::page)).containsExactly(entity(1));
  }

  @ParameterizedTest
  @Rule("EPISODES-03")
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1, 4_294_967_296L, Long.MAX_VALUE})
  final void record_takesEveryId(long id) {
    Episode episode = episode(id, NOON, "type");

    episodes().record(episode);

    assertThat(episodes().find(episode.id())).contains(episode);
    assertThat(episodes().delete(episode.id())).isTrue();
  }

  @ParameterizedTest
  @Rule("EPISODES-04")
  @ValueSource(doubles = {-1, -0.1, -4.9E-324, 0, 4.9E-324, 0.1, 0.9999999999999999, 1})
  final void record_keepsEveryValence(double valence) {
    Episode episode = new Episode(new Episode.Id(1), NOON, null, null, valence, null);

    episodes().record(episode);

    assertThat(episodes().get(episode.id()).valence()).hasValue(valence);
  }

  @ParameterizedTest
  @Rule("EPISODES-05")
  @MethodSource("jsons")
  final void record_keepsMetadataAsItIsWritten(Json metadata) {
    Episode episode = new Episode(new Episode.Id(1), NOON, null, null, null, metadata);

    episodes().record(episode);

    assertThat(episodes().get(episode.id()).metadata()).contains(metadata);
  }

  @Test
  @Rule("EPISODES-06")
  final void record_refusesMetadataThatNoDatabaseHolds() {
    Episode episode =
        new Episode(new Episode.Id(9), NOON, null, null, null, new Json("\"\ud83d\""));

    assertThatThrownBy(() -> episodes().record(episode))
        .isInstanceOfSatisfying(
            ValueNotStorableException.class,
            error -> assertThat(error.place()).isEqualTo("episodes.metadata"));
    assertThat(episodes().count()).isZero();
  }

  @Test
  @Rule("EPISODES-07")
  final void record_keepsALongText() {
    Episode episode = new Episode(new Episode.Id(1), NOON, null, LONG_TEXT, null, null);

    episodes().record(episode);

    assertThat(episodes().get(episode.id()).content().orElseThrow().equals(LONG_TEXT)).isTrue();
  }

  @ParameterizedTest
  @Rule("EPISODES-08")
  @ValueSource(ints = {1, 2, 3, 500})
  final void pageNewestFirst_meetsEachOnce(int limit) {
    episodes().insertAll(entities(5));

    assertThat(all(limit, episodes()::pageNewestFirst))
        .containsExactly(entity(4), entity(3), entity(2), entity(1), entity(0));
  }

  @ParameterizedTest
  @Rule("EPISODES-09")
  @ValueSource(ints = {1, 2, 500})
  final void pageOfType_isTheTypesAloneAndNewestFirst(int limit) {
    Episode first = episode(1, NOON, "a");
    Episode last = episode(2, NOON.plusMillis(1), "a");
    Episode same = episode(3, NOON, "a");
    episodes()
        .insertAll(
            List.of(first, last, same, episode(4, NOON, "A"), episode(5, NOON, "a%"), bare()));

    assertThat(all(limit, request -> episodes().pageOfType("a", request)))
        .containsExactly(last, same, first);
    assertThat(episodes().pageOfType("_", PageRequest.first(1)))
        .isEqualTo(new Page<>(List.of(), null));
  }

  @ParameterizedTest
  @Rule("EPISODES-10")
  @ValueSource(ints = {1, 2, 500})
  final void pageBetween_takesTheFirstMomentAndNotTheLast(int limit) {
    List<Episode> each =
        List.of(
            episode(1, NOON.minusMillis(1), "e"),
            episode(2, NOON, "e"),
            episode(3, NOON.plusMillis(1), "e"),
            episode(4, NOON.plusMillis(2), "e"));
    episodes().insertAll(each);

    assertThat(
            all(
                limit,
                request ->
                    episodes().pageBetween(new TimeRange(NOON, NOON.plusMillis(2)), request)))
        .containsExactly(each.get(2), each.get(1));
    assertThat(episodes().pageBetween(new TimeRange(NOON, NOON), PageRequest.first(1)).items())
        .isEmpty();
  }

  @Test
  @Rule("EPISODES-11")
  final void pages_refuseTheCursorsOfOthers() {
    episodes().insertAll(entities(5));
    TimeRange range = new TimeRange(NOON, NOON.plusSeconds(1));
    TimeRange longer = new TimeRange(NOON, NOON.plusSeconds(2));
    Cursor newest = cursor(episodes().pageNewestFirst(PageRequest.first(1)));
    Cursor ofType = cursor(episodes().pageOfType("type", PageRequest.first(1)));
    Cursor between = cursor(episodes().pageBetween(range, PageRequest.first(1)));

    assertThatThrownBy(() -> episodes().page(PageRequest.after(newest, 1)))
        .isInstanceOf(InvalidCursorException.class);
    assertThatThrownBy(() -> episodes().pageNewestFirst(PageRequest.after(between, 1)))
        .isInstanceOf(InvalidCursorException.class);
    assertThatThrownBy(() -> episodes().pageOfType("other", PageRequest.after(ofType, 1)))
        .isInstanceOf(InvalidCursorException.class);
    assertThatThrownBy(() -> episodes().pageBetween(longer, PageRequest.after(between, 1)))
        .isInstanceOf(InvalidCursorException.class);
  }

  @Test
  @Rule("EPISODES-12")
  final void pages_holdAsManyAsAreAskedFor() {
    episodes().insertAll(entities(PageRequest.MAX_LIMIT + 1));

    assertHoldsAsManyAsAreAskedFor(episodes()::pageNewestFirst);
    assertHoldsAsManyAsAreAskedFor(request -> episodes().pageOfType("type", request));
    assertHoldsAsManyAsAreAskedFor(
        request -> episodes().pageBetween(new TimeRange(NOON, NOON.plusSeconds(1)), request));
  }

  private static Episode episode(long id, Instant at, String type) {
    return new Episode(
        new Episode.Id(id), at, type, "content of " + id, 0.25, new Json("{\"n\": " + id + "}"));
  }
}
