package dev.aludel.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A work that several do in one process, by turns: each iteration is the next one's. So what else
 * the machine does meets all alike, and a ratio is trusted sooner.
 *
 * @param <E> one who does it
 */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls what sets the fields
public abstract class Turns<E> {

  private List<E> entrants;
  private E entrant;
  private int turn;

  /** Those who do it, in the order in which the benchmark's parameter names them. */
  protected abstract List<E> entrants() throws IOException, SQLException;

  /** Makes everything ready for the turn of {@link #entrant()}. */
  protected void prepare() throws IOException, SQLException {}

  /** Fails unless {@link #entrant()} has done the work. */
  protected abstract void check() throws IOException, SQLException;

  /** Gives back what one of them has opened. */
  protected void close(E one) throws IOException, SQLException {}

  /** Whose turn it is. */
  protected final E entrant() {
    return entrant;
  }

  @Setup(Level.Trial)
  public final void begin() throws IOException, SQLException {
    entrants = entrants();
  }

  @Setup(Level.Iteration)
  public final void beginTurn() throws IOException, SQLException {
    entrant = entrants.get(turn++ % entrants.size());
    prepare();
  }

  @TearDown(Level.Iteration)
  public final void endTurn() throws IOException, SQLException {
    check();
  }

  @TearDown(Level.Trial)
  public final void end() throws IOException, SQLException {
    for (E each : entrants) {
      close(each);
    }
  }
}
