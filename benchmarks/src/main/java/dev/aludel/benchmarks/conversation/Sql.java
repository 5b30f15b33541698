package dev.aludel.benchmarks.conversation;

/** The statements, for those who write SQL. */
final class Sql {
  static final String ADVANCE =
      "update sessions set last_seq = last_seq + ? where id = ? returning last_seq";
  static final String INSERT =
      """
      insert into chat_messages
        (id, session_id, seq, message, sender_type, sender_name, created_time)
      values (?, ?, ?, ?, ?, ?, ?)\
      """;
  static final String FIND =
      """
      select id, session_id, seq, message, sender_type, sender_name, created_time
      from chat_messages where id = ?\
      """;
  // The number stands in the text: with it as a value PostgreSQL would plan anew each time.
  static final String NEWEST =
      """
      select id, session_id, seq, message, sender_type, sender_name, created_time
      from chat_messages where session_id = ? order by seq desc limit 50\
      """;

  private Sql() {}
}
