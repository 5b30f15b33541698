package dev.aludel.benchmarks.conversation;

import dev.aludel.benchmarks.Database;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A work that all rivals do in one process, by turns: each iteration is the next one's. So what
 * else the machine does meets all alike, and a ratio is trusted sooner.
 */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls what sets the fields
public abstract class ConversationWork {

  @Param private Database database;

  @Param("floor,ours,plain_jooq,jdbi,hibernate,spring_jdbc")
  private String rivals;

  private final List<Entrant> entrants = new ArrayList<>();
  private Entrant entrant;
  private int turn;

  /** Where a rival works. */
  abstract ConversationDatabase open(Database kind) throws IOException, SQLException;

  /** Whose turn it is. */
  final Entrant entrant() {
    return entrant;
  }

  @Setup(Level.Trial)
  public final void begin() throws IOException, SQLException {
    for (String rival : rivals.split(",", -1)) {
      Who who = Who.valueOf(rival.toUpperCase(Locale.ROOT));
      entrants.add(Entrant.of(who, open(database)));
    }
  }

  @Setup(Level.Iteration)
  public final void beginTurn() {
    entrant = entrants.get(turn++ % entrants.size());
  }

  @TearDown(Level.Iteration)
  public final void endTurn() throws SQLException {
    entrant.check();
  }

  @TearDown(Level.Trial)
  public final void end() throws IOException, SQLException {
    for (Entrant each : entrants) {
      each.close();
    }
  }
}
