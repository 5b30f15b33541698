package dev.aludel.benchmarks.crowd;

import dev.aludel.benchmarks.conversation.ConversationDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A JDBC connection for each thread, with JDBC's own transactions, which turn to writing only when
 * they write. SQLite waits for another writer's lock; nothing else is tried again.
 */
final class NaivePool implements Crowd {
  private final ConversationDatabase database;

  NaivePool(ConversationDatabase database) {
    this.database = database;
  }

  @Override
  public Member join() throws SQLException {
    return new Lent(database.connect(), database.session());
  }

  @Override
  public void close() {
    // Each thread closes its own.
  }

  private static final class Lent implements Member {
    private final Connection connection;
    private final String session;
    private final PreparedStatement lastSeq;
    private final PreparedStatement move;
    private final PreparedStatement advance;
    private final PreparedStatement insert;
    private final PreparedStatement find;

    Lent(Connection connection, String session) throws SQLException {
      this.connection = connection;
      this.session = session;
      connection.setAutoCommit(false);
      lastSeq = connection.prepareStatement("select last_seq from sessions where id = ?");
      move = connection.prepareStatement("update sessions set last_seq = ? where id = ?");
      advance =
          connection.prepareStatement(
              "update sessions set last_seq = last_seq + 1 where id = ? returning last_seq");
      insert =
          connection.prepareStatement(
              """
              insert into chat_messages (id, session_id, seq, message, created_time)
              values (?, ?, ?, 'Said by one of many', 0)\
              """);
      find = connection.prepareStatement("select * from chat_messages where id = ?");
    }

    @Override
    public boolean append(String id, Begin begin) {
      try {
        insert.setString(1, id);
        insert.setString(2, session);
        insert.setLong(3, begin == Begin.BY_READING ? readAndMove() : advance());
        insert.executeUpdate();
        connection.commit();
        return true;
      } catch (SQLException refused) {
        rollBack();
        return false;
      }
    }

    private long readAndMove() throws SQLException {
      lastSeq.setString(1, session);
      long seq = number(lastSeq) + 1;
      move.setLong(1, seq);
      move.setString(2, session);
      move.executeUpdate();
      return seq;
    }

    private long advance() throws SQLException {
      advance.setString(1, session);
      return number(advance);
    }

    private static long number(PreparedStatement query) throws SQLException {
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }

    private void rollBack() {
      try {
        connection.rollback();
      } catch (SQLException failure) {
        throw new IllegalStateException(failure);
      }
    }

    @Override
    public void find(String id) throws SQLException {
      find.setString(1, id);
      try (ResultSet row = find.executeQuery()) {
        row.next();
        row.getString("message");
      }
      connection.commit();
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
