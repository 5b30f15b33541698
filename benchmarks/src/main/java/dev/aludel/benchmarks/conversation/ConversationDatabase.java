package dev.aludel.benchmarks.conversation;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.aludel.benchmarks.Database;
import dev.aludel.migrations.Migrator;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** A database with the tables that the bundled revisions make. */
public final class ConversationDatabase implements AutoCloseable {

  /** The session that is there from the beginning, as its number. */
  static final int SESSION = 1;

  private static final int BATCH = 1000;

  private final Database kind;
  private final String name;
  private final int messages;
  private final Lifetime lifetime;

  private enum Lifetime {
    OF_THE_RUN,
    UNTIL_CLOSED
  }

  private ConversationDatabase(Database kind, String name, int messages, Lifetime lifetime) {
    this.kind = kind;
    this.name = name;
    this.messages = messages;
    this.lifetime = lifetime;
  }

  /** One whose session has so many messages; made once in a run, and not to be changed. */
  public static ConversationDatabase shared(Database kind, int messages) throws SQLException {
    ConversationDatabase database =
        new ConversationDatabase(kind, "messages_" + messages, messages, Lifetime.OF_THE_RUN);
    if (!kind.exists(database.name)) {
      kind.create(database.name);
      Migrator.builder().url(database.url()).bundled().build().upgrade("heads");
      database.insertSession();
      database.fill();
    }
    return database;
  }

  /** One whose session has no messages, to be changed. */
  public static ConversationDatabase own(Database kind) throws IOException, SQLException {
    String name = "own_" + UUID.randomUUID().toString().substring(24);
    kind.copy(shared(kind, 0).name, name);
    return new ConversationDatabase(kind, name, 0, Lifetime.UNTIL_CLOSED);
  }

  private void insertSession() throws SQLException {
    try (Connection connection = connect();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into sessions (id, user_id, last_seq, created_time, updated_time)
                values (?, 'ada', 0, 0, 0)\
                """)) {
      insert.setString(1, Message.session(SESSION));
      insert.executeUpdate();
    }
  }

  private void fill() throws SQLException {
    try (Floor floor = Floor.open(this)) {
      for (int i = 0; i < messages; i += BATCH) {
        floor.append(Message.session(SESSION), Message.from(SESSION, i + 1, BATCH));
      }
    }
    if (kind == Database.POSTGRESQL) {
      // Else the server does it by itself, in the midst of what is measured.
      try (Connection connection = connect()) {
        Database.execute(connection, "vacuum analyze");
      }
    }
  }

  Database kind() {
    return kind;
  }

  /** How many there were from the beginning. */
  int messages() {
    return messages;
  }

  /** The id of the session that is there. */
  public String session() {
    return Message.session(SESSION);
  }

  /** The URL for JDBC. */
  public String url() {
    return kind.url(name);
  }

  /** A connection of its own. */
  public Connection connect() throws SQLException {
    Connection connection = kind.connect(name);
    if (kind == Database.POSTGRESQL) {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    }
    return connection;
  }

  /** The pool that a library's documentation recommends, with the settings that all have. */
  HikariDataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url());
    config.setDataSourceProperties(kind.settings());
    config.setMaximumPoolSize(4);
    if (kind == Database.POSTGRESQL) {
      config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    }
    return new HikariDataSource(config);
  }

  @Override
  public void close() throws IOException, SQLException {
    if (lifetime == Lifetime.UNTIL_CLOSED) {
      kind.drop(name);
    }
  }
}
