package dev.aludel.benchmarks.conversation;

import java.sql.SQLException;

/** Who is measured. */
public enum Who {
  /** Hand-written JDBC on one connection, with statements that are prepared once. */
  FLOOR {
    @Override
    Rival<?> open(ConversationDatabase database) throws SQLException {
      return Floor.open(database);
    }
  },

  /** Aludel's storage, as an application uses it. */
  OURS {
    @Override
    Rival<?> open(ConversationDatabase database) {
      return Ours.open(database);
    }
  };

  abstract Rival<?> open(ConversationDatabase database) throws SQLException;
}
