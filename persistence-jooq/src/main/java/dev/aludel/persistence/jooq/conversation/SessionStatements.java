package dev.aludel.persistence.jooq.conversation;

import dev.aludel.domain.conversation.Session;
import dev.aludel.persistence.jooq.generated.columns.Sessions;
import dev.aludel.persistence.jooq.statement.Column;
import dev.aludel.persistence.jooq.statement.CompiledQuery;
import dev.aludel.persistence.jooq.statement.CompiledStatements;
import dev.aludel.persistence.jooq.statement.CompiledUpdate;
import dev.aludel.persistence.jooq.statement.KeysetQuery;
import dev.aludel.persistence.jooq.statement.Row;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every statement of {@link JooqSessions}. */
final class SessionStatements {

  /** What {@code signOfLife} finds. */
  static final Column<String> READ_ONLY = new Column<>("read_only");

  final CompiledUpdate rename;
  final CompiledUpdate assignAgent;
  final CompiledUpdate touch;
  final CompiledUpdate deleteOfUser;
  final CompiledQuery<Long> lastSeq;
  final CompiledQuery<Long> advance;
  final CompiledQuery<Long> advanceFrom;
  final CompiledUpdate insert;
  final CompiledUpdate update;
  final CompiledUpdate upsert;
  final CompiledUpdate delete;
  final CompiledQuery<Session> find;
  final CompiledQuery<Session.Id> exists;
  final CompiledQuery<Boolean> signOfLife;
  final CompiledQuery<Long> count;
  final KeysetQuery<Session> all;
  final KeysetQuery<Session> ofUser;
  final KeysetQuery<Session> ofUserAndAgent;

  SessionStatements(CompiledStatements statements) {
    Function<Row, Session> reader = SessionStatements::session;
    Function<Row, Session.Id> id = SessionStatements::id;
    Function<Row, Long> number = SessionStatements::lastSeq;
    insert = statements.update("insert");
    update = statements.update("update");
    upsert = statements.update("upsert");
    delete = statements.update("delete");
    find = statements.query("find", reader);
    exists = statements.query("exists", id);
    count = statements.count("count");
    all = statements.keyset("all", reader);
    ofUser = statements.keyset("ofUser", reader);
    ofUserAndAgent = statements.keyset("ofUserAndAgent", reader);
    rename = statements.update("rename");
    assignAgent = statements.update("assignAgent");
    touch = statements.update("touch");
    deleteOfUser = statements.update("deleteOfUser");
    lastSeq = statements.query("lastSeq", number);
    advance = statements.query("advance", number);
    advanceFrom = statements.query("advanceFrom", number);
    signOfLife = statements.query("signOfLife", SessionStatements::takesWrites);
  }

  // SQLite does not say so, and its file is opened for writing.
  private static boolean takesWrites(Row row) {
    return !"on".equals(row.nullableText(READ_ONLY));
  }

  private static long lastSeq(Row row) {
    return row.number(Sessions.LAST_SEQ);
  }

  /** The session's values in the order of insert, update and upsert. */
  static @Nullable Object[] values(Session session) {
    return new @Nullable Object[] {
      session.userId(),
      session.nameOrNull(),
      session.agentIdOrNull(),
      session.createdAt().toEpochMilli(),
      session.updatedAt().toEpochMilli(),
      session.id().value()
    };
  }

  private static Session session(Row row) {
    return new Session(
        id(row),
        row.text(Sessions.USER_ID),
        row.nullableText(Sessions.NAME),
        row.nullableText(Sessions.AGENT_ID),
        row.time(Sessions.CREATED_TIME),
        row.time(Sessions.UPDATED_TIME));
  }

  private static Session.Id id(Row row) {
    return row.read(Sessions.ID, Session.Id::new);
  }
}
