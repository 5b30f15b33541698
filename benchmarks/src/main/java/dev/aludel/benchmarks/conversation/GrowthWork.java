package dev.aludel.benchmarks.conversation;

import dev.aludel.benchmarks.Database;
import dev.aludel.benchmarks.Turns;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What our storage does with ever more messages, by turns. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls what sets the fields
public abstract class GrowthWork extends Turns<Grown> {

  @Param private Database database;

  @Param("1000,100000,1000000")
  private String messages;

  @Override
  protected List<Grown> entrants() throws SQLException {
    List<Grown> entrants = new ArrayList<>();
    for (String size : messages.split(",", -1)) {
      entrants.add(Grown.to(Integer.parseInt(size), database));
    }
    return entrants;
  }

  @Override
  protected void check() throws SQLException {
    entrant().check();
  }

  @Override
  protected void close(Grown one) {
    one.close();
  }
}
