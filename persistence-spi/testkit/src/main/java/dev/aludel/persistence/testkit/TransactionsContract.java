package dev.aludel.persistence.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.NotFoundException;
import dev.aludel.domain.StorageClosedException;
import dev.aludel.domain.TransientStorageException;
import dev.aludel.domain.conversation.Session;
import dev.aludel.domain.conversation.Sessions;
import dev.aludel.persistence.Health;
import dev.aludel.persistence.RetryPolicy;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.Transaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What blocks and single calls do on every storage. */
public abstract class TransactionsContract extends StorageContract {

  private static final String REFUSED =
      "This transaction can only be rolled back, because the database refused a statement before."
          + " Let the error end the block, or put what may be refused into nested.";

  private long count() {
    return storage().sessions().count();
  }

  @Test
  @Rule("TRANSACTIONS-01")
  final void write_storesAllAndReturnsTheResult() {
    String result =
        storage()
            .write(
                tx -> {
                  tx.sessions().insert(session("s"));
                  tx.messages().append(new Session.Id("s"), message("m"));
                  return "done " + tx.messages().count();
                });

    assertThat(result).isEqualTo("done 1");
    assertThat(count()).isEqualTo(1);
    assertThat(storage().messages().count()).isEqualTo(1);
  }

  @Test
  @Rule("TRANSACTIONS-02")
  final void write_storesNothingAndThrowsTheSame_whenTheBlockThrows() {
    IllegalArgumentException error = new IllegalArgumentException("the block's own");

    assertThatThrownBy(
            () ->
                storage()
                    .write(
                        tx -> {
                          tx.sessions().insert(session("s"));
                          throw error;
                        }))
        .isSameAs(error);
    assertThat(count()).isZero();
  }

  @Test
  @Rule("TRANSACTIONS-03")
  final void read_refusesToWrite() {
    assertThatThrownBy(
            () ->
                storage()
                    .read(
                        tx -> {
                          tx.sessions().insert(session("s"));
                          return "";
                        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("A read block does not write. Open the block with write instead of read.");
    assertThat(count()).isZero();
  }

  @Test
  @Rule("TRANSACTIONS-04")
  final void block_refusesAnotherBlockAndASingleCallOfTheSameThread() {
    assertThatThrownBy(() -> storage().write(tx -> storage().read(inner -> "")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("This thread is inside a block of ")
        .hasMessageEndingWith(
            " already. Use the block's own transaction, and nested for a part of it.");
    assertThatThrownBy(() -> storage().read(tx -> storage().sessions().count()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(count()).isZero();
  }

  @Test
  @Rule("TRANSACTIONS-05")
  final void transaction_isClosed_whenItsBlockHasEnded() {
    Transaction leaked = storage().read(tx -> tx);

    assertThatThrownBy(() -> leaked.sessions().count())
        .isInstanceOf(StorageClosedException.class)
        .hasMessage(
            "The block of this transaction has ended. Use a transaction and its repositories"
                + " inside its block alone.");
    assertThatThrownBy(() -> leaked.nested(part -> "")).isInstanceOf(StorageClosedException.class);
  }

  @Test
  @Rule("TRANSACTIONS-06")
  final void refusedStatement_endsTheBlock_evenWhenTheBlockCaughtTheError() {
    List<@Nullable RuntimeException> caught = new ArrayList<>();

    assertThatThrownBy(
            () ->
                storage()
                    .write(
                        tx -> {
                          tx.sessions().insert(session("s"));
                          caught.add(thrown(() -> tx.sessions().insert(session("s"))));
                          caught.add(thrown(() -> tx.sessions().insert(session("t"))));
                          return "";
                        }))
        .isInstanceOf(ConflictException.class)
        .isSameAs(caught.get(0));
    assertThat(caught.get(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(REFUSED)
        .hasCause(caught.get(0));
    assertThat(count()).isZero();
  }

  @Test
  @Rule("TRANSACTIONS-07")
  final void notFound_leavesTheBlockUsable() {
    storage()
        .write(
            tx -> {
              assertThat(thrown(() -> tx.sessions().update(session("s"))))
                  .isInstanceOf(NotFoundException.class);
              assertThat(thrown(() -> tx.messages().append(new Session.Id("s"), message("m"))))
                  .isInstanceOf(NotFoundException.class);
              tx.sessions().insert(session("s"));
              return "";
            });

    assertThat(count()).isEqualTo(1);
  }

  @Test
  @Rule("TRANSACTIONS-08")
  final void nested_undoesItsPartAlone_whenItThrows() {
    storage()
        .write(
            tx -> {
              tx.sessions().insert(session("s"));
              assertThat(
                      thrown(
                          () ->
                              tx.nested(
                                  part -> {
                                    part.sessions().insert(session("t"));
                                    part.sessions().insert(session("s"));
                                    return "";
                                  })))
                  .isInstanceOf(ConflictException.class);
              tx.sessions().insert(session("u"));
              return "";
            });

    assertThat(all(10, storage().sessions()::page)).containsExactly(session("s"), session("u"));
  }

  @Test
  @Rule("TRANSACTIONS-09")
  final void nested_throwsWhatItsPartCaught_whenTheDatabaseRefusedIt() {
    storage()
        .write(
            tx -> {
              tx.sessions().insert(session("s"));
              assertThat(thrown(() -> tx.nested(TransactionsContract::catchConflict)))
                  .isInstanceOf(ConflictException.class);
              return "";
            });

    assertThat(count()).isEqualTo(1);
  }

  private static String catchConflict(Transaction part) {
    assertThat(thrown(() -> part.sessions().insert(session("s"))))
        .isInstanceOf(ConflictException.class);
    return "";
  }

  @Test
  @Rule("TRANSACTIONS-10")
  final void nested_keepsItsPart_whenItReturns() {
    storage()
        .write(
            tx ->
                tx.nested(
                    part -> {
                      part.sessions().insert(session("s"));
                      return part.nested(
                          deeper -> {
                            deeper.sessions().insert(session("t"));
                            return "";
                          });
                    }));

    assertThat(count()).isEqualTo(2);
  }

  @Test
  @Rule("TRANSACTIONS-11")
  final void transientFailure_runsTheWholeBlockAgain() {
    AtomicInteger runs = new AtomicInteger();

    storage()
        .write(
            tx -> {
              tx.sessions().insert(session("s"));
              if (runs.incrementAndGet() < 3) {
                throw new TransientStorageException("Somebody else was first.", null);
              }
              return "";
            });

    assertThat(runs).hasValue(3);
    assertThat(count()).isEqualTo(1);
  }

  @Test
  @Rule("TRANSACTIONS-12")
  final void health_isUp_whenTheStorageIsOpen() {
    assertThat(storage().health().status()).isEqualTo(Health.Status.UP);
    assertThat(storage().health().took()).isPositive();
  }

  @Test
  @Rule("TRANSACTIONS-13")
  final void repository_isClosed_whenItsBlockHasEnded() {
    Sessions leaked = storage().write(Transaction::sessions);

    assertThatThrownBy(() -> leaked.insert(session("s")))
        .isInstanceOf(StorageClosedException.class)
        .hasMessage(
            "The block of this transaction has ended. Use a transaction and its repositories"
                + " inside its block alone.");
    assertThatThrownBy(leaked::count).isInstanceOf(StorageClosedException.class);
    assertThat(count()).isZero();
  }

  @Test
  @Rule("TRANSACTIONS-14")
  final void read_runsTheWholeBlockAgain_afterATransientFailure() {
    AtomicInteger runs = new AtomicInteger();

    long seen =
        storage()
            .read(
                tx -> {
                  if (runs.incrementAndGet() < 3) {
                    throw new TransientStorageException("Somebody else was first.", null);
                  }
                  return tx.sessions().count();
                });

    assertThat(seen).isZero();
    assertThat(runs).hasValue(3);
  }

  @Test
  @Rule("TRANSACTIONS-15")
  final void transientFailure_isThrown_whenTheLastTryMetItToo() {
    TransientStorageException failure =
        new TransientStorageException("Somebody else was first.", null);
    AtomicInteger runs = new AtomicInteger();

    try (Storage impatient =
        open(s -> s.retryPolicy(new RetryPolicy(2, Duration.ZERO, Duration.ZERO)))) {
      assertThatThrownBy(
              () ->
                  impatient.write(
                      tx -> {
                        tx.sessions().insert(session("s"));
                        runs.incrementAndGet();
                        throw failure;
                      }))
          .isSameAs(failure);
      assertThat(impatient.sessions().count()).isZero();
    }
    assertThat(runs).hasValue(2);
  }

  @Test
  @Rule("TRANSACTIONS-16")
  final void write_storesNothingAndThrowsTheSame_whenTheBlockEndsWithAnError() {
    AssertionError error = new AssertionError("the block's own");

    assertThatThrownBy(
            () ->
                storage()
                    .write(
                        tx -> {
                          tx.sessions().insert(session("s"));
                          throw error;
                        }))
        .isSameAs(error);

    assertThat(count()).isZero();
  }

  @Test
  @Rule("TRANSACTIONS-17")
  final void nested_undoesItsPartAlone_whenItEndsWithAnError() {
    storage()
        .write(
            tx -> {
              tx.sessions().insert(session("s"));
              assertThatThrownBy(
                      () ->
                          tx.nested(
                              part -> {
                                part.sessions().insert(session("t"));
                                throw new AssertionError("the part's own");
                              }))
                  .isInstanceOf(AssertionError.class);
              return "";
            });

    assertThat(all(10, storage().sessions()::page)).containsExactly(session("s"));
  }

  @Test
  @Rule("TRANSACTIONS-18")
  final void nested_worksInAReadBlock() {
    storage().sessions().insert(session("s"));

    long seen = storage().read(tx -> tx.nested(part -> part.sessions().count()));

    assertThat(seen).isEqualTo(1);
  }

  @Test
  @Rule("TRANSACTIONS-19")
  final void block_mayWorkWithAnotherStorage() {
    try (Storage other = open(settings -> settings)) {
      long seen = storage().read(tx -> other.read(ofOther -> ofOther.sessions().count()));

      assertThat(seen).isZero();
    }
  }

  private static @Nullable RuntimeException thrown(Runnable call) {
    try {
      call.run();
      return null;
    } catch (RuntimeException error) {
      return error;
    }
  }
}
