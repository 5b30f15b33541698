package dev.aludel.persistence.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.aludel.domain.conversation.Session;
import dev.aludel.persistence.Capability;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What blocks see of each other on every storage. */
public abstract class IsolationContract extends StorageContract {

  @RegisterExtension final OtherThreads others = new OtherThreads();

  private long count() {
    return storage().sessions().count();
  }

  @Test
  @Rule("ISOLATION-01")
  final void write_isNotSeenByOthersBeforeItEnds() throws Exception {
    assumeReadersBesideWriter();

    long seen =
        storage()
            .write(
                tx -> {
                  tx.sessions().insert(session("s"));
                  return others.elsewhere(this::count);
                });

    assertThat(seen).isZero();
    assertThat(count()).isEqualTo(1);
  }

  @Test
  @Rule("ISOLATION-02")
  final void read_seesOneSnapshot() throws Exception {
    assumeReadersBesideWriter();
    storage().sessions().insert(session("s"));

    List<Long> seen =
        storage()
            .read(
                tx -> {
                  long before = tx.sessions().count();
                  others.elsewhere(
                      () -> {
                        storage().sessions().insert(session("t"));
                        return 0L;
                      });
                  return List.of(before, tx.sessions().count());
                });

    assertThat(seen).containsExactly(1L, 1L);
    assertThat(count()).isEqualTo(2);
  }

  @Test
  @Rule("ISOLATION-03")
  final void read_meetsTheSameRowsAgain_whateverOthersDo() throws Exception {
    assumeReadersBesideWriter();
    storage().sessions().insertAll(List.of(session("a"), session("b"), session("c")));

    List<List<Session>> seen =
        storage()
            .read(
                tx -> {
                  List<Session> before = all(2, tx.sessions()::page);
                  others.elsewhere(
                      () -> {
                        storage().sessions().update(session("a", "bob", NOON));
                        storage().sessions().insert(session("aa"));
                        return storage().sessions().delete(new Session.Id("c"));
                      });
                  return List.of(before, all(2, tx.sessions()::page));
                });

    assertThat(seen.get(1)).isEqualTo(seen.get(0)).hasSize(3);
    assertThat(all(2, storage().sessions()::page))
        .containsExactly(session("a", "bob", NOON), session("aa"), session("b"));
  }

  @Test
  @Rule("ISOLATION-04")
  final void write_seesWhatItWrote() {
    storage().sessions().insert(session("s"));

    List<Session> seen =
        storage()
            .write(
                tx -> {
                  tx.sessions().update(session("s", "bob", NOON));
                  tx.sessions().insert(session("t"));
                  tx.sessions().insert(session("u"));
                  tx.sessions().delete(new Session.Id("u"));
                  return all(1, tx.sessions()::page);
                });

    assertThat(seen).containsExactly(session("s", "bob", NOON), session("t"));
  }

  @Test
  @Rule("ISOLATION-05")
  final void othersSeeNothing_ofABlockThatIsUndone() {
    assumeReadersBesideWriter();

    assertThatThrownBy(
            () ->
                storage()
                    .write(
                        tx -> {
                          tx.sessions().insert(session("s"));
                          assertThat(others.elsewhere(this::count)).isZero();
                          throw new IllegalArgumentException("the block's own");
                        }))
        .hasMessage("the block's own");
    assertThat(others.elsewhere(this::count)).isZero();
  }

  private void assumeReadersBesideWriter() {
    assumeThat(storage().capabilities()).contains(Capability.READERS_BESIDE_WRITER);
  }
}
