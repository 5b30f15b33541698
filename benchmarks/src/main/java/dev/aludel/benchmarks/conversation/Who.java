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
  },

  /** jOOQ by itself. */
  PLAIN_JOOQ {
    @Override
    Rival<?> open(ConversationDatabase database) {
      return PlainJooq.open(database);
    }
  },

  /** JDBI 3. */
  JDBI {
    @Override
    Rival<?> open(ConversationDatabase database) {
      return JdbiRival.open(database);
    }
  },

  /** Hibernate 6. */
  HIBERNATE {
    @Override
    Rival<?> open(ConversationDatabase database) {
      return HibernateRival.open(database);
    }
  },

  /** Spring's JdbcClient and templates. */
  SPRING_JDBC {
    @Override
    Rival<?> open(ConversationDatabase database) {
      return SpringJdbc.open(database);
    }
  };

  abstract Rival<?> open(ConversationDatabase database) throws SQLException;
}
