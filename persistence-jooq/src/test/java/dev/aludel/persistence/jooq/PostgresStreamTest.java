package dev.aludel.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.StorageClosedException;
import dev.aludel.domain.StorageException;
import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.NewMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import dev.aludel.persistence.Transaction;
import dev.aludel.test.FreshDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams on PostgreSQL, which are one query that stays open. */
final class PostgresStreamTest {

  private static final Session.Id S = new Session.Id("s");

  /** More than the driver fetches at once. */
  private static final int MANY = 1_000;

  private final List<String> statements = new ArrayList<>();
  private final FreshDatabase database = Templates.postgres().copy();
  private final Storage storage =
      Storages.open(StorageConfig.builder(database.url()).sqlEcho(statements::add).build());

  @BeforeEach
  void appendMany() {
    storage.sessions().insert(Session.begun(S, "ada", Instant.EPOCH));
    storage.messages().append(S, messages("first ", MANY));
    statements.clear();
  }

  @AfterEach
  void dropDatabase() {
    storage.close();
    database.close();
  }

  @Test
  void stream_isOneStatement_howeverLongItIs() {
    assertThat(storage.messages().<Long>stream(S, Stream::count)).isEqualTo(MANY);
    assertThat(statements).hasSize(1);
  }

  @Test
  void stream_hasAFewRowsInMemory_andNotThoseBehindThem() {
    List<Long> met = new ArrayList<>();

    assertThatThrownBy(() -> storage.messages().stream(S, rows -> readBeyondTheEnd(rows, met)))
        .isInstanceOf(StorageException.class);
    assertThat(met).startsWith(1L).hasSizeLessThan(MANY / 2);
  }

  // Of a server that is gone nothing is read but what was fetched before.
  private Object readBeyondTheEnd(Stream<ChatMessage> rows, List<Long> met) {
    met.clear();
    rows.peek(row -> met.add(row.seq())).filter(row -> row.seq() == 1).forEach(row -> terminate());
    return met;
  }

  private void terminate() {
    try {
      PostgresLossTest.terminateAll(database);
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  @Test
  void streams_goOnBesideEachOther() {
    List<Long> met =
        storage.read(
            tx ->
                tx.messages().stream(
                    S,
                    rows ->
                        rows.limit(300)
                            .map(row -> tx.messages().stream(S, again -> seqAt(again, row.seq())))
                            .toList()));

    assertThat(met).isEqualTo(IntStream.rangeClosed(1, 300).mapToObj(seq -> (long) seq).toList());
  }

  private static long seqAt(Stream<ChatMessage> rows, long place) {
    return rows.skip(place - 1).findFirst().orElseThrow().seq();
  }

  @Test
  void stream_goesOn_whenAPartOfItsBlockWasRolledBackMeanwhile() {
    long met =
        storage.write(
            tx ->
                tx.messages().stream(
                    S, rows -> rows.peek(row -> appendAndRollBack(tx, row)).count()));

    assertThat(met).isEqualTo(MANY);
    assertThat(storage.messages().count(S)).isEqualTo(MANY);
  }

  // Before rows that have been fetched and rows that have not.
  private static void appendAndRollBack(Transaction tx, ChatMessage row) {
    if (row.seq() % 350 == 1) {
      assertThatThrownBy(() -> tx.nested(part -> appendAndFail(part, row)))
          .hasMessage("the block's own");
    }
  }

  private static Object appendAndFail(Transaction part, ChatMessage row) {
    part.messages().append(S, messages("undone " + row.seq() + " ", 1));
    throw new IllegalArgumentException("the block's own");
  }

  @Test
  void stream_hasEnded_whenItsCallHas() {
    storage.read(
        tx -> {
          Stream<ChatMessage> kept = tx.messages().stream(S, rows -> rows);
          assertThatThrownBy(kept::toList)
              .isInstanceOf(StorageClosedException.class)
              .hasMessage(
                  "The call that gave this stream has ended. Use a stream inside the function that"
                      + " it is given to alone.");
          return tx.messages().count();
        });
  }

  private static List<NewMessage> messages(String prefix, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> new NewMessage(new ChatMessage.Id(prefix + i), "text", null, null, Instant.EPOCH))
        .toList();
  }
}
