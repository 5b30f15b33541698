package dev.aludel.benchmarks.conversation;

import dev.aludel.benchmarks.Database;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;

/** Our storage with a session of so many messages. */
public final class Grown implements AutoCloseable {
  private static final int PAGE = 50;
  private static final String SESSION = Message.session(ConversationDatabase.SESSION);

  private final Ours ours;
  private final int messages;
  private final SplittableRandom random = new SplittableRandom(1);

  private Grown(Ours ours, int messages) {
    this.ours = ours;
    this.messages = messages;
  }

  static Grown to(int messages, Database kind) throws SQLException {
    return new Grown(Ours.open(ConversationDatabase.shared(kind, messages)), messages);
  }

  /** A message from anywhere. */
  Object find() {
    return ours.find(Message.id(ConversationDatabase.SESSION, 1 + random.nextInt(messages)));
  }

  /** A page of 50 messages from anywhere. */
  Object page() {
    return ours.pageAfter(SESSION, random.nextInt(messages - PAGE), PAGE);
  }

  void check() throws SQLException {
    List<Message> middle = Message.from(ConversationDatabase.SESSION, messages / 2 + 1, PAGE);
    List<Message> found =
        ours.pageAfter(SESSION, messages / 2, PAGE).stream().map(ours::plain).toList();
    Entrant.expect(middle, found);
    Entrant.expect(middle.get(0), ours.found(middle.get(0).id()));
  }

  @Override
  public void close() {
    ours.close();
  }
}
