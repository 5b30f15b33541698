package dev.aludel.benchmarks.crowd;

import dev.aludel.benchmarks.Database;
import dev.aludel.benchmarks.Turns;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Four threads write to one SQLite file and four read it, for two seconds. Every other append reads
 * before it writes.
 */
@Fork(1)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 6)
@SuppressWarnings("NullAway.Init") // JMH calls what sets the fields
public class FourAndFourBenchmark extends Turns<Busy> {
  private static final int THREADS = 4;
  private static final long LENGTH = TimeUnit.SECONDS.toNanos(2);

  @Param("naive_pool,ours")
  private String rivals;

  /** What is measured; the names stand in the table. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Counted {
    /** For each append that was stored, by all writers together. */
    public double microsecondsForEachAppend;

    /** What 99 of 100 appends did not exceed. */
    public double p99OfAppendsInMilliseconds;

    /** Appends that were not stored. */
    public double percentOfAppendsRefused;

    /** For each find, by all readers together. */
    public double microsecondsForEachFind;
  }

  @Override
  protected List<Busy> entrants() throws IOException, SQLException {
    List<Busy> entrants = new ArrayList<>();
    for (String rival : rivals.split(",", -1)) {
      entrants.add(
          rival.equals("ours") ? Busy.withOurs(Database.SQLITE) : Busy.naively(Database.SQLITE));
    }
    return entrants;
  }

  @Benchmark
  public void work(Counted counted) throws InterruptedException {
    long end = System.nanoTime() + LENGTH;
    BooleanSupplier going = () -> System.nanoTime() < end;
    Tally tally = entrant().work(THREADS, going, THREADS, going);
    counted.microsecondsForEachAppend = LENGTH / 1e3 / tally.appends().size();
    counted.p99OfAppendsInMilliseconds = tally.p99();
    counted.percentOfAppendsRefused = tally.refusedPercent();
    counted.microsecondsForEachFind = LENGTH / 1e3 / tally.finds();
  }

  @Override
  protected void check() throws SQLException {
    entrant().check();
  }

  @Override
  protected void close(Busy one) throws IOException, SQLException {
    one.close();
  }
}
