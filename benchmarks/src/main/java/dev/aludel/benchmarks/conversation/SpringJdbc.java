package dev.aludel.benchmarks.conversation;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring's JDBC client with row mappers, its template for batches and for transactions. */
final class SpringJdbc implements Rival<Message> {

  private static final RowMapper<Message> MESSAGE = (row, number) -> Message.read(row);

  private final HikariDataSource pool;
  private final JdbcTemplate template;
  private final JdbcClient client;
  private final TransactionTemplate transactions;

  private SpringJdbc(HikariDataSource pool) {
    this.pool = pool;
    this.template = new JdbcTemplate(pool);
    this.client = JdbcClient.create(template);
    this.transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
  }

  static SpringJdbc open(ConversationDatabase database) {
    return new SpringJdbc(database.pool());
  }

  @Override
  public void append(String session, List<Message> messages) {
    transactions.executeWithoutResult(
        status -> {
          long seq = advance(session, messages.size()) - messages.size();
          if (messages.size() == 1) {
            client.sql(Sql.INSERT).params(values(messages.get(0), session, seq + 1)).update();
          } else {
            template.batchUpdate(
                Sql.INSERT,
                IntStream.range(0, messages.size())
                    .mapToObj(i -> values(messages.get(i), session, seq + i + 1))
                    .toList());
          }
        });
  }

  private long advance(String session, int messages) {
    return client.sql(Sql.ADVANCE).params(messages, session).query(Long.class).single();
  }

  private static @Nullable Object[] values(Message message, String session, long seq) {
    return new @Nullable Object[] {
      message.id(),
      session,
      seq,
      message.text(),
      message.senderType(),
      message.senderName(),
      message.createdTime()
    };
  }

  @Override
  public List<Message> newest(String session) {
    return client.sql(Sql.NEWEST).param(session).query(MESSAGE).list();
  }

  @Override
  public Message find(String id) {
    return client.sql(Sql.FIND).param(id).query(MESSAGE).single();
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
