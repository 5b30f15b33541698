package dev.aludel.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.domain.OutcomeUnknownException;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.StorageTimeoutException;
import dev.aludel.domain.StorageUnavailableException;
import dev.aludel.domain.TransientStorageException;
import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.NewMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Writes of one thread, what was reported of each, and whether the database agrees. A write adds a
 * session with two messages, and counts itself in another session: what is there twice is counted
 * twice.
 */
final class ReportedWrites {

  /** What a caller heard. */
  enum Report {
    DONE,
    NOT_DONE,
    UNKNOWN
  }

  private final String name;
  private final Map<Integer, Report> reports = new ConcurrentSkipListMap<>();

  /**
   * @param name differs from that of others who write to the same database
   */
  ReportedWrites(String name) {
    this.name = name;
  }

  void begin(Storage storage) {
    storage.sessions().insert(counter(0));
  }

  void write(Storage storage) {
    int number = reports.size();
    reports.put(number, reported(storage, number));
  }

  int count(Report report) {
    return (int) reports.values().stream().filter(report::equals).count();
  }

  /** Looks at every write. */
  void assertTrue(Storage storage) {
    reports.forEach((number, report) -> assertTrue(storage, number, report));
    long there = reports.keySet().stream().filter(number -> isThere(storage, number)).count();
    assertThat(storage.sessions().get(counter(0).id()).userId()).isEqualTo(String.valueOf(there));
  }

  private void assertTrue(Storage storage, int number, Report report) {
    boolean there = isThere(storage, number);
    if (report != Report.UNKNOWN) {
      assertThat(there)
          .as("%s/%d, reported %s", name, number, report)
          .isEqualTo(report == Report.DONE);
    }
    assertThat(storage.messages().page(id(number), PageRequest.first(10)).items())
        .as("messages of %s/%d", name, number)
        .hasSize(there ? 2 : 0);
  }

  private boolean isThere(Storage storage, int number) {
    Optional<Session> found = storage.sessions().find(id(number));
    return found.isPresent();
  }

  private Report reported(Storage storage, int number) {
    try {
      storage.write(tx -> written(tx, number));
      return Report.DONE;
    } catch (OutcomeUnknownException unknown) {
      return Report.UNKNOWN;
    } catch (TransientStorageException
        | StorageUnavailableException
        | StorageTimeoutException definite) {
      return Report.NOT_DONE;
    }
  }

  private Session written(Transaction tx, int number) {
    int count = Integer.parseInt(tx.sessions().get(counter(0).id()).userId());
    tx.sessions().insert(Session.begun(id(number), "ada", Instant.EPOCH));
    tx.messages().append(id(number), List.of(message(number, "a"), message(number, "b")));
    Session counted = counter(count + 1);
    tx.sessions().update(counted);
    return counted;
  }

  private Session counter(int count) {
    return Session.begun(new Session.Id(name), String.valueOf(count), Instant.EPOCH);
  }

  private Session.Id id(int number) {
    return new Session.Id(name + "/" + number);
  }

  private NewMessage message(int number, String letter) {
    return new NewMessage(
        new ChatMessage.Id(name + "/" + number + letter), letter, null, null, Instant.EPOCH);
  }
}
