package dev.aludel.benchmarks.conversation;

import dev.aludel.benchmarks.Database;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** One rival at work in its database. */
public final class Entrant implements AutoCloseable {

  private static final String SESSION = Message.session(ConversationDatabase.SESSION);

  private final ConversationDatabase database;
  private final Rival<?> rival;
  private int stored;

  private Entrant(ConversationDatabase database, Rival<?> rival, int stored) {
    this.database = database;
    this.rival = rival;
    this.stored = stored;
  }

  static Entrant of(Who who, ConversationDatabase database) throws SQLException {
    return new Entrant(database, who.open(database), database.messages());
  }

  void append(int messages) throws SQLException {
    rival.append(SESSION, Message.from(ConversationDatabase.SESSION, stored + 1, messages));
    stored += messages;
  }

  Object newest() throws SQLException {
    return rival.newest(SESSION);
  }

  Object find(String id) throws SQLException {
    return rival.find(id);
  }

  /** Fails unless all messages are stored, the newest are found, and each by its id. */
  void check() throws SQLException {
    try (Connection connection = database.connect()) {
      Database.expect(connection, Integer.toString(stored), "select count(*) from chat_messages");
      Database.expect(connection, Integer.toString(stored), "select last_seq from sessions");
    }
    int count = Math.min(stored, Rival.NEWEST);
    Set<Message> newest =
        Set.copyOf(Message.from(ConversationDatabase.SESSION, stored - count + 1, count));
    expect(newest, Set.copyOf(rival.foundNewest(SESSION)));
    for (Message message : newest) {
      expect(message, rival.found(message.id()));
    }
  }

  static void expect(Object expected, Object found) {
    if (!found.equals(expected)) {
      throw new IllegalStateException("Found %s instead of %s".formatted(found, expected));
    }
  }

  @Override
  public void close() throws IOException, SQLException {
    rival.close();
    database.close();
  }
}
