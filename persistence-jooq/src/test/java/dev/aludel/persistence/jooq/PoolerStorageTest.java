package dev.aludel.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.aludel.domain.StorageUnavailableException;
import dev.aludel.domain.conversation.Session;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.test.FreshDatabase;
import dev.aludel.test.TestPooler;
import dev.aludel.test.TestPooler.Mode;
import dev.aludel.test.TestPostgres;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A storage behind a pooler that gives each transaction another session of the server. */
final class PoolerStorageTest {
  private static final int CALLS = 40; // the driver prepares what it has run five times

  private FreshDatabase database;
  private TestPooler pooler;

  @BeforeEach
  void startPooler() throws SQLException {
    assumeThat(TestPostgres.isEmbedded()).isTrue(); // another server may want TLS of its clients
    database = Templates.postgres().copy();
    pooler = TestPooler.before(database, Mode.IN_TURN);
    pooler.addProcesses(2);
  }

  @AfterEach
  void stopPooler() {
    if (pooler != null) {
      pooler.close();
      database.close();
    }
  }

  // Not as others open one: the pooler keeps the server's processes, which would count as left.
  private static Storage open(String url) {
    return new JooqStorageProvider().open(StorageConfig.of(url));
  }

  private static void insertSessions(Storage storage) {
    for (int i = 0; i < CALLS; i++) {
      storage
          .sessions()
          .insert(Session.begun(new Session.Id("s" + i), "ada", Instant.ofEpochMilli(i)));
    }
  }

  @Test
  void insert_namesThePooler_whenThePreparedStatementsOfTheDriverStayBehind() {
    try (Storage storage = open(pooler.url())) {
      assertThatThrownBy(() -> insertSessions(storage))
          .isInstanceOf(StorageUnavailableException.class)
          .hasMessageMatching(
              "A statement that was prepared for"
                  + " postgresql://postgres:\\*\\*\\*@localhost:\\d+/\\w+ is in another session of"
                  + " the server than the one that answered \\(SQLState (26000|42P05)\\), as behind"
                  + " a pooler with transaction pooling\\. Add prepareThreshold=0 to the URL, or"
                  + " name the server itself or a pooler in session mode\\.");
    }
  }

  @Test
  void insert_works_whenTheDriverPreparesNothing() {
    try (Storage storage = open(pooler.url() + "?prepareThreshold=0")) {
      insertSessions(storage);

      assertThat(storage.sessions().count()).isEqualTo(CALLS);
    }
  }
}
