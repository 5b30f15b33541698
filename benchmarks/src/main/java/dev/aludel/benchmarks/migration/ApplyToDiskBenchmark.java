package dev.aludel.benchmarks.migration;

import dev.aludel.benchmarks.Database;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Warmup;

/** The database is a SQLite file, with the settings that it has by itself. */
@Fork(value = 1, jvmArgsAppend = "-D" + Database.SYNCHRONOUS + "=FULL")
@Warmup(iterations = 4)
@Measurement(iterations = 8)
public class ApplyToDiskBenchmark extends ApplyWork {

  @Override
  Database kind() {
    return Database.SQLITE;
  }
}
