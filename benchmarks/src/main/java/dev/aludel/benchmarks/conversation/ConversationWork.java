package dev.aludel.benchmarks.conversation;

import dev.aludel.benchmarks.Database;
import dev.aludel.benchmarks.Turns;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A work that all rivals do, by turns. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls what sets the fields
public abstract class ConversationWork extends Turns<Entrant> {

  @Param private Database database;

  @Param("floor,ours,plain_jooq,jdbi,hibernate,spring_jdbc")
  private String rivals;

  /** Where a rival works. */
  abstract ConversationDatabase open(Database kind) throws IOException, SQLException;

  @Override
  protected List<Entrant> entrants() throws IOException, SQLException {
    List<Entrant> entrants = new ArrayList<>();
    for (String rival : rivals.split(",", -1)) {
      Who who = Who.valueOf(rival.toUpperCase(Locale.ROOT));
      entrants.add(Entrant.of(who, open(database)));
    }
    return entrants;
  }

  @Override
  protected void check() throws SQLException {
    entrant().check();
  }

  @Override
  protected void close(Entrant one) throws IOException, SQLException {
    one.close();
  }
}
