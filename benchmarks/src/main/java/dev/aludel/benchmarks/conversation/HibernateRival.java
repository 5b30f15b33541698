package dev.aludel.benchmarks.conversation;

import com.zaxxer.hikari.HikariDataSource;
import dev.aludel.benchmarks.Database;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.community.dialect.SQLiteDialect;
import org.hibernate.dialect.PostgreSQLDialect;

/**
 * Hibernate with an entity and stateless sessions, which spare it the persistence context; the
 * number is drawn by a native query, because HQL has no {@code returning}.
 */
final class HibernateRival implements Rival<MessageEntity> {

  private final HikariDataSource pool;
  private final SessionFactory factory;

  private HibernateRival(HikariDataSource pool, Class<?> dialect) {
    this.pool = pool;
    this.factory =
        new MetadataSources(
                new StandardServiceRegistryBuilder()
                    .applySetting(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, pool)
                    .applySetting(JdbcSettings.DIALECT, dialect)
                    .build())
            .addAnnotatedClass(MessageEntity.class)
            .buildMetadata()
            .buildSessionFactory();
  }

  static HibernateRival open(ConversationDatabase database) {
    return new HibernateRival(
        database.pool(),
        database.kind() == Database.SQLITE ? SQLiteDialect.class : PostgreSQLDialect.class);
  }

  @Override
  public void append(String session, List<Message> messages) {
    factory.inStatelessTransaction(
        open -> {
          long seq = advance(open, session, messages.size()) - messages.size();
          open.setJdbcBatchSize(messages.size());
          for (Message message : messages) {
            open.insert(new MessageEntity(message, session, ++seq));
          }
        });
  }

  private static long advance(StatelessSession open, String session, int messages) {
    return open.createNativeQuery(Sql.ADVANCE, Long.class)
        .setParameter(1, messages)
        .setParameter(2, session)
        .getSingleResult();
  }

  @Override
  public List<MessageEntity> newest(String session) {
    try (StatelessSession open = factory.openStatelessSession()) {
      return open.createSelectionQuery(
              "from MessageEntity where sessionId = :session order by seq desc",
              MessageEntity.class)
          .setParameter("session", session)
          .setMaxResults(NEWEST)
          .getResultList();
    }
  }

  @Override
  public MessageEntity find(String id) {
    try (StatelessSession open = factory.openStatelessSession()) {
      return open.get(MessageEntity.class, id);
    }
  }

  @Override
  public Message plain(MessageEntity read) {
    return read.plain();
  }

  @Override
  public void close() {
    factory.close();
    pool.close();
  }
}
