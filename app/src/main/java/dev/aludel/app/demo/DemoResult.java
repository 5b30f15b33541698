package dev.aludel.app.demo;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.migrations.run.MigrationResult;
import java.util.List;

/**
 * What the demo did.
 *
 * @param session the session as it came back
 * @param pages its messages as they came back, in their order
 */
public record DemoResult(
    MigrationResult migration, Session session, List<List<ChatMessage>> pages) {
  public DemoResult {
    requireNonNull(migration, "migration");
    requireNonNull(session, "session");
    pages = pages.stream().map(List::copyOf).toList();
  }

  /** The messages of all pages. */
  public List<ChatMessage> messages() {
    return pages.stream().flatMap(List::stream).toList();
  }
}
