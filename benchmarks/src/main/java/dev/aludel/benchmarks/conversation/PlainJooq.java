package dev.aludel.benchmarks.conversation;

import static dev.aludel.persistence.jooq.generated.Tables.CHAT_MESSAGES;
import static dev.aludel.persistence.jooq.generated.Tables.SESSIONS;
import static java.util.Objects.requireNonNull;
import static org.jooq.Records.mapping;

import com.zaxxer.hikari.HikariDataSource;
import dev.aludel.benchmarks.Database;
import java.util.List;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Insert;
import org.jooq.Record;
import org.jooq.Record7;
import org.jooq.SQLDialect;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;

/** jOOQ with its generated tables, its transactions and its mapping to records. */
final class PlainJooq implements Rival<Message> {

  private final HikariDataSource pool;
  private final DSLContext dsl;

  private PlainJooq(HikariDataSource pool, SQLDialect dialect) {
    this.pool = pool;
    this.dsl = DSL.using(pool, dialect);
  }

  static PlainJooq open(ConversationDatabase database) {
    return new PlainJooq(
        database.pool(),
        database.kind() == Database.SQLITE ? SQLDialect.SQLITE : SQLDialect.POSTGRES);
  }

  @Override
  public void append(String session, List<Message> messages) {
    dsl.transaction(
        transaction -> {
          long seq = advance(transaction.dsl(), session, messages.size()) - messages.size();
          if (messages.size() == 1) {
            insert(transaction.dsl(), messages.get(0), session, seq + 1).execute();
          } else {
            insertAll(transaction.dsl(), messages, session, seq);
          }
        });
  }

  private static long advance(DSLContext dsl, String session, long messages) {
    return requireNonNull(
        dsl.update(SESSIONS)
            .set(SESSIONS.LAST_SEQ, SESSIONS.LAST_SEQ.plus(messages))
            .where(SESSIONS.ID.eq(session))
            .returningResult(SESSIONS.LAST_SEQ)
            .fetchSingle(SESSIONS.LAST_SEQ));
  }

  private static void insertAll(
      DSLContext dsl, List<Message> messages, String session, long before) {
    long seq = before;
    BatchBindStep batch = dsl.batch(insert(dsl, messages.get(0), session, seq));
    for (Message message : messages) {
      batch =
          batch.bind(
              message.id(),
              session,
              ++seq,
              message.text(),
              message.senderType(),
              message.senderName(),
              message.createdTime());
    }
    batch.execute();
  }

  private static Insert<Record> insert(DSLContext dsl, Message message, String session, long seq) {
    return dsl.insertInto(
            CHAT_MESSAGES,
            CHAT_MESSAGES.ID,
            CHAT_MESSAGES.SESSION_ID,
            CHAT_MESSAGES.SEQ,
            CHAT_MESSAGES.MESSAGE,
            CHAT_MESSAGES.SENDER_TYPE,
            CHAT_MESSAGES.SENDER_NAME,
            CHAT_MESSAGES.CREATED_TIME)
        .values(
            message.id(),
            session,
            seq,
            message.text(),
            message.senderType(),
            message.senderName(),
            message.createdTime());
  }

  @Override
  public List<Message> newest(String session) {
    return messages()
        .where(CHAT_MESSAGES.SESSION_ID.eq(session))
        .orderBy(CHAT_MESSAGES.SEQ.desc())
        .limit(NEWEST)
        .fetch(mapping(Message::new));
  }

  @Override
  public Message find(String id) {
    return messages().where(CHAT_MESSAGES.ID.eq(id)).fetchSingle(mapping(Message::new));
  }

  private SelectJoinStep<Record7<String, String, Long, String, String, String, Long>> messages() {
    return dsl.select(
            CHAT_MESSAGES.ID,
            CHAT_MESSAGES.SESSION_ID,
            CHAT_MESSAGES.SEQ,
            CHAT_MESSAGES.MESSAGE,
            CHAT_MESSAGES.SENDER_TYPE,
            CHAT_MESSAGES.SENDER_NAME,
            CHAT_MESSAGES.CREATED_TIME)
        .from(CHAT_MESSAGES);
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
