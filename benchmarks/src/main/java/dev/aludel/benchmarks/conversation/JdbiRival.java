package dev.aludel.benchmarks.conversation;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/** JDBI 3 with its fluent API, a row mapper and its prepared batch. */
final class JdbiRival implements Rival<Message> {

  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private JdbiRival(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
    jdbi.registerRowMapper(Message.class, (row, context) -> Message.read(row));
  }

  static JdbiRival open(ConversationDatabase database) {
    return new JdbiRival(database.pool());
  }

  @Override
  public void append(String session, List<Message> messages) {
    jdbi.useTransaction(
        handle -> {
          long seq = advance(handle, session, messages.size()) - messages.size();
          if (messages.size() == 1) {
            bind(handle.createUpdate(Sql.INSERT), messages.get(0), session, seq + 1).execute();
          } else {
            insertAll(handle, messages, session, seq);
          }
        });
  }

  private static long advance(Handle handle, String session, int messages) {
    return handle
        .createQuery(Sql.ADVANCE)
        .bind(0, messages)
        .bind(1, session)
        .mapTo(Long.class)
        .one();
  }

  private static void insertAll(
      Handle handle, List<Message> messages, String session, long before) {
    long seq = before;
    try (PreparedBatch batch = handle.prepareBatch(Sql.INSERT)) {
      for (Message message : messages) {
        bind(batch, message, session, ++seq).add();
      }
      batch.execute();
    }
  }

  private static <S extends SqlStatement<S>> S bind(
      S statement, Message message, String session, long seq) {
    return statement
        .bind(0, message.id())
        .bind(1, session)
        .bind(2, seq)
        .bind(3, message.text())
        .bind(4, message.senderType())
        .bind(5, message.senderName())
        .bind(6, message.createdTime());
  }

  @Override
  public List<Message> newest(String session) {
    return jdbi.withHandle(
        handle -> handle.createQuery(Sql.NEWEST).bind(0, session).mapTo(Message.class).list());
  }

  @Override
  public Message find(String id) {
    return jdbi.withHandle(
        handle -> handle.createQuery(Sql.FIND).bind(0, id).mapTo(Message.class).one());
  }

  @Override
  public Message plain(Message read) {
    return read;
  }

  @Override
  public void close() {
    pool.close();
  }
}
