package dev.aludel.benchmarks.conversation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What somebody writes who wants nothing but speed. */
final class Floor implements Rival<Message> {

  private final Connection connection;
  private final Commit commit;
  private final PreparedStatement advance;
  private final PreparedStatement insert;
  private final PreparedStatement newest;
  private final PreparedStatement find;

  private Floor(ConversationDatabase database, Connection connection) throws SQLException {
    this.connection = connection;
    this.commit = Commit.on(connection, database.kind());
    this.advance = connection.prepareStatement(Sql.ADVANCE);
    this.insert = connection.prepareStatement(Sql.INSERT);
    this.newest = connection.prepareStatement(Sql.NEWEST);
    this.find = connection.prepareStatement(Sql.FIND);
  }

  static Floor open(ConversationDatabase database) throws SQLException {
    return new Floor(database, database.connect());
  }

  @Override
  public void append(String session, List<Message> messages) throws SQLException {
    commit.begin();
    long seq = advance(session, messages.size()) - messages.size();
    for (Message message : messages) {
      bind(message, session, ++seq);
      if (messages.size() > 1) {
        insert.addBatch();
      }
    }
    if (messages.size() > 1) {
      insert.executeBatch();
    } else {
      insert.executeUpdate();
    }
    commit.commit();
  }

  private long advance(String session, int messages) throws SQLException {
    advance.setLong(1, messages);
    advance.setString(2, session);
    try (ResultSet row = advance.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private void bind(Message message, String session, long seq) throws SQLException {
    insert.setString(1, message.id());
    insert.setString(2, session);
    insert.setLong(3, seq);
    insert.setString(4, message.text());
    insert.setString(5, message.senderType());
    insert.setString(6, message.senderName());
    insert.setLong(7, message.createdTime());
  }

  @Override
  public List<Message> newest(String session) throws SQLException {
    newest.setString(1, session);
    List<Message> messages = new ArrayList<>(NEWEST);
    try (ResultSet rows = newest.executeQuery()) {
      while (rows.next()) {
        messages.add(Message.read(rows));
      }
    }
    return messages;
  }

  @Override
  public Message find(String id) throws SQLException {
    find.setString(1, id);
    try (ResultSet row = find.executeQuery()) {
      row.next();
      return Message.read(row);
    }
  }

  @Override
  public Message plain(Message read) {
    return read;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
