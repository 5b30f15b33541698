package dev.aludel.benchmarks.migration;

import dev.aludel.benchmarks.Database;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Warmup;

/** The database waits for no disk. */
@Fork(1)
@Warmup(iterations = 12)
@Measurement(iterations = 12)
@SuppressWarnings("NullAway.Init") // JMH calls what sets the fields
public class ApplyBenchmark extends ApplyWork {

  @Param private Database database;

  @Override
  Database kind() {
    return database;
  }
}
