package dev.aludel.app.demo;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Cursor;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.TimeOrderedUuids;
import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.NewMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.run.MigrationResult;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Provider;

/**
 * Migrates a database, stores a conversation in it and reads it back page by page. Each run adds a
 * session of its own and touches no other row.
 */
public final class ConversationDemo {
  /** How many messages are read at once. */
  public static final int PAGE_SIZE = 2;

  /** Whom the demo's sessions belong to. */
  public static final String USER = "demo";

  private final Migrator migrator;
  private final Provider<Storage> storage;
  private final TimeOrderedUuids uuids;
  private final Clock clock;

  @Inject
  ConversationDemo(
      Migrator migrator, Provider<Storage> storage, TimeOrderedUuids uuids, Clock clock) {
    this.migrator = requireNonNull(migrator, "migrator");
    this.storage = requireNonNull(storage, "storage");
    this.uuids = requireNonNull(uuids, "uuids");
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * Runs the demo and closes the storage.
   *
   * @throws dev.aludel.migrations.revision.MigrationException if the database cannot be migrated
   * @throws dev.aludel.domain.StorageException if it cannot be written or read
   */
  public DemoResult run() {
    MigrationResult migration = migrator.upgrade();
    Instant begun = clock.instant();
    Session session =
        new Session(Session.Id.next(uuids), USER, "What is an aludel?", null, begun, begun);
    try (Storage opened = storage.get()) {
      opened.write(transaction -> store(transaction, session));
      return opened.read(
          transaction ->
              new DemoResult(
                  migration,
                  transaction.sessions().get(session.id()),
                  pages(transaction, session.id())));
    }
  }

  private List<ChatMessage> store(Transaction transaction, Session session) {
    transaction.sessions().insert(session);
    return transaction
        .messages()
        .append(
            session.id(),
            List.of(
                said("user", "What is an aludel?"),
                said("assistant", "A pot that is open at both ends."),
                said("user", "What is it good for?"),
                said("assistant", "Fitted one on the other, pots make a tower."),
                said("user", "And if one is wrong?"),
                said("assistant", "Then it comes down again, and those below stay.")));
  }

  private NewMessage said(String senderType, String text) {
    return new NewMessage(ChatMessage.Id.next(uuids), text, senderType, null, clock.instant());
  }

  private static List<List<ChatMessage>> pages(Transaction transaction, Session.Id session) {
    List<List<ChatMessage>> pages = new ArrayList<>();
    Optional<PageRequest> request = Optional.of(PageRequest.first(PAGE_SIZE));
    while (request.isPresent()) {
      Page<ChatMessage> page = transaction.messages().page(session, request.get());
      pages.add(page.items());
      request = page.next().map(ConversationDemo::after);
    }
    return pages;
  }

  private static PageRequest after(Cursor place) {
    return PageRequest.after(place, PAGE_SIZE);
  }
}
