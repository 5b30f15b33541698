package dev.aludel.app.cli;

import dev.aludel.app.demo.ConversationDemo;
import dev.aludel.app.demo.DemoResult;
import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.migrations.run.MigrationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What the demo did: the conversation as it came back, and the way it took. */
record DemoAnswer(String database, DemoResult result) implements Answer {

  @Override
  public List<String> lines(Verbosity verbosity) {
    List<String> lines = new ArrayList<>();
    lines.add("Session %s in %s".formatted(result.session().id(), database));
    result.messages().forEach(message -> lines.add(line(message)));
    lines.add("");
    lines.add("What was done:");
    List<String> path = path();
    for (int i = 0; i < path.size(); i++) {
      lines.add("  %d. %s".formatted(i + 1, path.get(i)));
    }
    return lines;
  }

  private static String line(ChatMessage message) {
    return "  %s  %-9s  %s"
        .formatted(
            Words.instant(message.createdAt()), message.senderType().orElse(""), message.text());
  }

  private List<String> path() {
    return List.of(
        migration(result.migration()),
        "In one write transaction: insert into sessions 1 row, into chat_messages %s."
            .formatted(Words.count(result.messages().size(), "row")),
        "In one read transaction, which sees one snapshot: select from sessions 1 row, and from chat_messages %s of at most %d rows, ordered by their number; a page begins behind the last row of the one before, without an offset."
            .formatted(Words.count(result.pages().size(), "page"), ConversationDemo.PAGE_SIZE));
  }

  private static String migration(MigrationResult migration) {
    String rows = Words.rows(migration.rowsAfter());
    return migration.nothingToDo()
        ? "Upgrade: nothing to do, the version table says %s.".formatted(rows)
        : "Upgrade: %s, each in a transaction with its row in the version table and in aludel_journal; now at %s."
            .formatted(Words.count(migration.steps().size(), "revision"), rows);
  }

  @Override
  public List<String> done() {
    return List.of(
        "%s is at %s and has the session %s."
            .formatted(
                database, Words.rows(result.migration().rowsAfter()), result.session().id()));
  }

  @Override
  public JsonObject json() {
    return new JsonObject()
        .put("database", database)
        .putTexts("at", new TreeSet<>(result.migration().rowsAfter()))
        .put(
            "session",
            new JsonObject()
                .put("id", result.session().id().value())
                .put("userId", result.session().userId())
                .put("name", result.session().name().orElse(null))
                .put("createdAt", Words.instant(result.session().createdAt())))
        .putObjects("messages", result.messages().stream().map(DemoAnswer::json).toList())
        .putTexts("path", path());
  }

  private static JsonObject json(ChatMessage message) {
    return new JsonObject()
        .put("id", message.id().value())
        .put("senderType", message.senderType().orElse(null))
        .put("text", message.text())
        .put("createdAt", Words.instant(message.createdAt()));
  }
}
