package dev.aludel.benchmarks.crowd;

import dev.aludel.benchmarks.Database;
import dev.aludel.benchmarks.Turns;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** 10,000 finds in our storage by ever more threads together, while another thread appends. */
@Fork(1)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6)
@Measurement(iterations = 18)
@SuppressWarnings("NullAway.Init") // JMH calls what sets the fields
public class ReadersBenchmark extends Turns<Integer> {
  private static final int FINDS = 10_000;

  @Param private Database database;

  @Param("1,2,4,8,16,32")
  private String readers;

  private Busy busy;

  @Setup(Level.Trial)
  public void open() throws IOException, SQLException {
    busy = Busy.withOurs(database);
  }

  @Override
  protected List<Integer> entrants() {
    return Stream.of(readers.split(",", -1)).map(Integer::valueOf).toList();
  }

  @Benchmark
  public Object find() throws InterruptedException {
    AtomicInteger left = new AtomicInteger(FINDS);
    return busy.work(1, () -> left.get() > 0, entrant(), () -> left.getAndDecrement() > 0);
  }

  @Override
  protected void check() throws SQLException {
    busy.check();
  }

  @TearDown(Level.Trial)
  public void closeStorage() throws IOException, SQLException {
    busy.close();
  }
}
