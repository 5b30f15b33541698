package dev.aludel.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.InvalidCursorException.Problem;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class KeysetTest {

  private record Track(long length, String title) {}

  private static final Keyset<Track> TRACKS =
      Keyset.<Track>of("tracks").thenNumber(Track::length).thenText(Track::title);

  private static final Track TRACK = new Track(-5, "東京 \"naïve\" 😀");

  @Test
  void after_isTheSameTextForEver() {
    assertThat(TRACKS.where("rock").after(new Track(1, "a")).text())
        .isEqualTo("AYgpfzBFrnniAAAAAAAAAAEAAAABYbYAHA8");
  }

  @Test
  void position_givesBackTheKeys() {
    PageRequest request = PageRequest.after(new Cursor(TRACKS.after(TRACK).text()), 10);

    Keyset.Position position = TRACKS.position(request).orElseThrow();

    assertThat(position.number(0)).isEqualTo(-5);
    assertThat(position.text(1)).isEqualTo("東京 \"naïve\" 😀");
  }

  @Test
  void position_givesBackARealKey() {
    Keyset<Track> keyset = Keyset.<Track>of("half tracks").thenReal(track -> track.length() / 2.0);
    PageRequest request = PageRequest.after(new Cursor(keyset.after(new Track(7, "")).text()), 10);

    assertThat(keyset.position(request).orElseThrow().keys()).containsExactly(3.5);
    assertThat(keyset.positionOf(new Track(7, "")))
        .isEqualByComparingTo(keyset.positionOf(new Track(7, "")))
        .isLessThan(keyset.positionOf(new Track(8, "")))
        .isGreaterThan(keyset.positionOf(new Track(-9, "")));
  }

  @Test
  void positions_compareKeyByKeyAndTextByCodePoint() {
    // A comparison of UTF-16 units would put the emoji before the private character.
    List<Track> inOrder =
        List.of(
            new Track(-5, "b"),
            new Track(1, ""),
            new Track(1, "A"),
            new Track(1, "a"),
            new Track(1, "ab"),
            new Track(1, "\ue000"),
            new Track(1, "😀"));

    assertThat(inOrder.stream().map(TRACKS::positionOf).sorted().toList())
        .isEqualTo(inOrder.stream().map(TRACKS::positionOf).toList());
    assertThat(Stream.of(6, 2, 0, 5, 1, 4, 3).map(inOrder::get).map(TRACKS::positionOf).sorted())
        .isEqualTo(inOrder.stream().map(TRACKS::positionOf).toList());
    assertThat(TRACKS.positionOf(TRACK)).isEqualByComparingTo(TRACKS.positionOf(TRACK));
  }

  @Test
  void position_isAbsent_whenTheFirstPageIsAsked() {
    assertThat(TRACKS.position(PageRequest.first(10))).isEmpty();
  }

  @Test
  void position_refuses_whenAnotherQueryMadeTheCursor() {
    Keyset<Track> others = Keyset.<Track>of("songs").thenNumber(Track::length);

    assertThatThrownBy(() -> TRACKS.position(PageRequest.after(others.after(TRACK), 10)))
        .isInstanceOfSatisfying(
            InvalidCursorException.class,
            error -> assertThat(error.problem()).isEqualTo(Problem.OTHER_QUERY))
        .hasMessage(
            "The cursor belongs to another query. Begin again with the first page, and pass"
                + " cursors on as they are.");
  }

  @Test
  void position_refuses_whenTheSameQueryForAnotherArgumentMadeTheCursor() {
    Cursor cursor = TRACKS.where("rock").after(TRACK);

    assertThatThrownBy(() -> TRACKS.where("jazz").position(PageRequest.after(cursor, 10)))
        .isInstanceOfSatisfying(
            InvalidCursorException.class,
            error -> assertThat(error.problem()).isEqualTo(Problem.OTHER_QUERY));
  }

  @Test
  void position_refuses_whenTheKeysAreShorterThanTheKeyset() {
    byte[] payload = TRACKS.after(TRACK).payload();
    Cursor cut = Cursor.of(ByteBuffer.allocate(12).put(payload, 0, 12).array());

    assertThatThrownBy(() -> TRACKS.position(PageRequest.after(cut, 10)))
        .isInstanceOfSatisfying(
            InvalidCursorException.class,
            error -> assertThat(error.problem()).isEqualTo(Problem.DAMAGED));
  }

  @Test
  void position_refuses_whenMoreFollowsTheKeys() {
    byte[] payload = TRACKS.after(TRACK).payload();
    Cursor longer = Cursor.of(ByteBuffer.allocate(payload.length + 1).put(payload).array());

    assertThatThrownBy(() -> TRACKS.position(PageRequest.after(longer, 10)))
        .isInstanceOfSatisfying(
            InvalidCursorException.class,
            error -> assertThat(error.problem()).isEqualTo(Problem.DAMAGED));
  }

  @Test
  void page_endsWithACursor_whenMoreWasFound() {
    List<Track> found = tracks(3);

    Page<Track> page = TRACKS.page(found, PageRequest.first(2));

    assertThat(page.items()).isEqualTo(tracks(2));
    assertThat(page.next()).isEqualTo(Optional.of(TRACKS.after(found.get(1))));
  }

  @Test
  void page_hasNoCursor_whenNothingFollows() {
    assertThat(TRACKS.page(tracks(2), PageRequest.first(2))).isEqualTo(new Page<>(tracks(2), null));
  }

  private static List<Track> tracks(int count) {
    return IntStream.range(0, count).mapToObj(i -> new Track(i, "track " + i)).toList();
  }
}
