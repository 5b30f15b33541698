package dev.aludel.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SideBySideTest {
  private static final List<Integer> MANY = IntStream.range(0, 1001).boxed().toList();

  @Test
  void each_keepsTheOrder_onOneThreadAndOnSeveral() {
    List<String> expected = MANY.stream().map(String::valueOf).toList();

    for (int threads = 1; threads <= 5; threads++) {
      assertThat(SideBySide.each(MANY, String::valueOf, threads)).isEqualTo(expected);
    }
    assertThat(SideBySide.each(MANY, String::valueOf)).isEqualTo(expected);
    assertThat(SideBySide.each(List.<Integer>of(), String::valueOf, 3)).isEmpty();
  }

  @Test
  void each_worksAtOnce_onSeveralThreads() {
    CountDownLatch all = new CountDownLatch(3);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();

    SideBySide.each(
        List.of(1, 2, 3),
        one -> {
          all.countDown();
          return threads.add(Thread.currentThread()) && awaited(all);
        },
        3);

    assertThat(threads).hasSize(3).contains(Thread.currentThread());
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void each_staysOnTheThreadOfItsCaller_whenThereIsLittleToDo() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();

    SideBySide.each(MANY.subList(0, 150), one -> threads.add(Thread.currentThread()));

    assertThat(threads).containsExactly(Thread.currentThread());
  }

  @Test
  void each_failsAsOneThreadWould_whenSeveralThingsFail() {
    assertThatThrownBy(() -> SideBySide.each(MANY, SideBySideTest::unlessRefused, 4))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("300");
  }

  private static int unlessRefused(int number) {
    if (number == 300 || number == 400 || number == 900) {
      throw new IllegalStateException(Integer.toString(number));
    }
    return number;
  }

  @Test
  void each_endsAndKeepsTheInterruption_whenItsThreadIsInterrupted() {
    Thread.currentThread().interrupt();

    List<String> made = SideBySide.each(MANY, String::valueOf, 4);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(made).hasSize(MANY.size());
  }
}
