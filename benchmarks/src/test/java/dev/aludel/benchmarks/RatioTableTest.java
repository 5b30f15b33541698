package dev.aludel.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.benchmarks.RatioTable.Round;
import org.junit.jupiter.api.Test;

final class RatioTableTest {

  private final RatioTable table = new RatioTable();

  @Test
  void lines_areFastestFirst_whenAWorkHasSeveralRivals() {
    table.add("Find", "slow", new Round(30, "us", 500));
    table.add("Find", "floor", new Round(10, "us", 100));
    table.add("Find", "ours", new Round(12, "us", 250_000));

    assertThat(table.lines())
        .containsExactly(
            "| work | who | time | ratio to the floor | spread | allocated |",
            "|---|---|---|---|---|---|",
            "| Find | floor | 10.0 us | 1.00 | 1.00 to 1.00 | 100 B |",
            "| Find | ours | 12.0 us | 1.20 | 1.20 to 1.20 | 0.3 MB |",
            "| Find | slow | 30.0 us | 3.00 | 3.00 to 3.00 | 500 B |");
  }

  @Test
  void ratio_isThatOfTheMedians_andTheSpreadThatOfTheRounds() {
    for (double floor : new double[] {10, 20, 10}) {
      table.add("Find", "floor", new Round(floor, "us", 0));
    }
    for (double ours : new double[] {11, 24, 30}) {
      table.add("Find", "ours", new Round(ours, "us", 0));
    }

    assertThat(table.lines())
        .last()
        .isEqualTo("| Find | ours | 24.0 us | 2.40 | 1.15 to 2.10 | 0 B |");
  }

  @Test
  void median_isBetweenTheTwoInTheMiddle_whenRoundsAreEven() {
    table.add("Find", "floor", new Round(10, "us", 1));
    table.add("Find", "floor", new Round(20, "us", 2));

    assertThat(table.lines())
        .last()
        .isEqualTo("| Find | floor | 15.0 us | 1.00 | 1.00 to 1.00 | 2 B |");
  }

  @Test
  void ratio_isToTheFirst_whenThereIsNoFloor() {
    table.add("Page", "1000 messages", new Round(20, "us", 1));
    table.add("Page", "100 messages", new Round(10, "us", Double.NaN));

    assertThat(table.lines())
        .last()
        .isEqualTo("| Page | 1000 messages | 20.0 us | 1.00 | 1.00 to 1.00 | 1 B |");
    assertThat(table.lines())
        .contains("| Page | 100 messages | 10.0 us | 0.50 | 0.50 to 0.50 | - |");
  }
}
