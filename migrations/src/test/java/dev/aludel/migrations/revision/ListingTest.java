package dev.aludel.migrations.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ListingTest {

  @ParameterizedTest
  @CsvSource({
    "0, ''",
    "1, 1",
    "2, '1 and 2'",
    "3, '1, 2 and 3'",
    "10, '1, 2, 3, 4, 5, 6, 7, 8, 9 and 10'",
    "11, '1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 1 more'",
    "1000, '1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 990 more'"
  })
  void and_showsTenAndCountsTheRest(int count, String expected) {
    List<Integer> things = IntStream.rangeClosed(1, count).boxed().toList();
    assertThat(Listing.and(things)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"1, x", "2, x or x", "3, 'x, x or x'"})
  void or_endsInOr(int count, String expected) {
    assertThat(Listing.or(Collections.nCopies(count, "x"))).isEqualTo(expected);
  }
}
