package dev.aludel.benchmarks.crowd;

import dev.aludel.benchmarks.Database;
import dev.aludel.benchmarks.conversation.ConversationDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/** A database at which many threads work, and what was stored in it. */
public final class Busy implements AutoCloseable {
  private static final String FIRST = "first";

  private final ConversationDatabase database;
  private final Crowd crowd;
  private int stored;

  private Busy(ConversationDatabase database, Crowd crowd) {
    this.database = database;
    this.crowd = crowd;
  }

  static Busy naively(Database kind) throws IOException, SQLException {
    ConversationDatabase database = ConversationDatabase.own(kind);
    return new Busy(database, new NaivePool(database)).begun();
  }

  static Busy withOurs(Database kind) throws IOException, SQLException {
    ConversationDatabase database = ConversationDatabase.own(kind);
    return new Busy(database, new OurStorage(database)).begun();
  }

  private Busy begun() throws SQLException {
    try (Crowd.Member member = crowd.join()) {
      member.append(FIRST, Crowd.Begin.BY_WRITING);
      stored++;
    }
    return this;
  }

  /** Writers and readers work while they are told to. */
  Tally work(int writers, BooleanSupplier writing, int readers, BooleanSupplier reading)
      throws InterruptedException {
    Callable<Tally> writer = () -> Tally.ofAppends(crowd, writing);
    Callable<Tally> reader = () -> Tally.ofFinds(crowd, FIRST, reading);
    List<Callable<Tally>> all = new ArrayList<>(Collections.nCopies(writers, writer));
    all.addAll(Collections.nCopies(readers, reader));
    Tally tally = Crowd.together(all).stream().reduce(Tally.NOTHING, Tally::and);
    stored += tally.appends().size();
    return tally;
  }

  /** Fails unless everything is there of which it was said so, and nothing else. */
  void check() throws SQLException {
    String count = Integer.toString(stored);
    try (Connection connection = database.connect()) {
      Database.expect(connection, count, "select count(*) from chat_messages");
      Database.expect(connection, count, "select last_seq from sessions");
    }
  }

  @Override
  public void close() throws IOException, SQLException {
    crowd.close();
    database.close();
  }
}
