package dev.aludel.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.CorruptStorageException;
import dev.aludel.domain.Json;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.memory.Episode;
import dev.aludel.domain.memory.LongTermEntry;
import dev.aludel.domain.memory.SemanticMemory;
import dev.aludel.domain.memory.UncertaintyEntry;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import dev.aludel.persistence.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others wrote into a file, and what it means for the ports. */
final class CorruptMemoryTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "None", "{''a'': 1", "NaN"})
  void metadata_isRefusedWithItsPlace_whenItIsNoJson(String text) {
    assertCorrupt(
        "insert into episodes (id, created_time, metadata) values (7, 1, '" + text + "')",
        storage -> storage.episodes().get(new Episode.Id(7)),
        "episodes.metadata of the row with id \"7\" holds a text without meaning, where another is"
            + " expected. Correct the row in the database.");
  }

  @Test
  void embedding_isRefusedWithItsPlace_whenItHasAnotherDimension() {
    assertCorrupt(
        "insert into semantic_memories (id, created_time, embedding, embedding_model,"
            + " embedding_dimension) values (7, 1, x'0000803f', 'm', 2)",
        storage -> storage.semanticMemories().page(PageRequest.first(1)),
        "semantic_memories.embedding of the row with id \"7\" holds bytes without meaning, where a"
            + " meaning is expected. Correct the row in the database.");
  }

  @Test
  void embedding_isRefusedWithItsPlace_whenItIsAText() {
    assertCorrupt(
        "insert into semantic_memories (id, created_time, embedding) values (7, 1, '[1.0]')",
        storage -> storage.semanticMemories().get(new SemanticMemory.Id(7)),
        "semantic_memories.embedding of the row with id \"7\" holds something else, where a sequence of bytes is"
            + " expected. Correct the row in the database.");
  }

  @Test
  void resolved_isRefusedWithItsPlace_whenItIsNeitherTrueNorFalse() {
    assertCorrupt(
        "insert into uncertainty_log (id, created_time, resolved) values (7, 1, 2)",
        storage -> storage.uncertainty().get(new UncertaintyEntry.Id(7)),
        "uncertainty_log.resolved of the row with id \"7\" holds something else, where true or"
            + " false is expected. Correct the row in the database.");
  }

  @Test
  void longTermValue_isJsonsNull_whenItIsNull() throws SQLException {
    LongTermEntry.Key key = new LongTermEntry.Key("k");
    try (TestDatabase database = TestDatabases.sqliteFile()) {
      execute(database, "insert into long_term (\"key\", updated_time) values ('k', 1)");
      try (Storage storage = Storages.open(StorageConfig.of(database.url()))) {
        assertThat(storage.longTerm().get(key).value()).isEqualTo(Json.NULL);
        assertThat(
                storage
                    .longTerm()
                    .compareAndSet(key, Optional.of(Json.NULL), new Json("1"), Instant.EPOCH))
            .isTrue();
        assertThat(storage.longTerm().get(key).value()).isEqualTo(new Json("1"));
      }
    }
  }

  private static void assertCorrupt(String insert, Function<Storage, ?> read, String message) {
    try (TestDatabase database = TestDatabases.sqliteFile()) {
      execute(database, insert);
      try (Storage storage = Storages.open(StorageConfig.of(database.url()))) {
        assertThatThrownBy(() -> read.apply(storage))
            .isInstanceOf(CorruptStorageException.class)
            .hasMessage(message);
      }
    } catch (SQLException e) {
      throw new AssertionError(insert, e);
    }
  }

  private static void execute(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = TestDatabases.connect(database.url());
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
