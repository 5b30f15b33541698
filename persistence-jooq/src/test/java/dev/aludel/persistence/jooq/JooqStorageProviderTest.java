package dev.aludel.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.persistence.Capability;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JooqStorageProviderTest {

  private final JooqStorageProvider provider = new JooqStorageProvider();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sqlite://",
        "sqlite:///a.db",
        "sqlite+pysqlite:///a.db",
        "jdbc:sqlite:a.db",
        "jdbc:sqlite::memory:",
        "postgresql://db/a",
        "postgres://db/a",
        "postgresql+psycopg2://ada:line\nbreak@db/a",
        "jdbc:postgresql://db/a"
      })
  void accepts_itsDatabases(String url) {
    assertThat(provider.accepts(url)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.db", "mysql://db/a", "jdbc:mysql://db/a", "sqlitex:///a.db"})
  void accepts_noOthers(String url) {
    assertThat(provider.accepts(url)).isFalse();
  }

  @Test
  void open_refuses_whenTheUrlCannotBeRead() {
    assertThatThrownBy(() -> Storages.open(StorageConfig.of("postgresql://ada:s3cret@db:port/a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Cannot read the database URL: ")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void open_tellsEachSqlWithoutValues_whenEchoIsWanted() {
    List<String> told = new ArrayList<>();
    try (Storage storage =
        Storages.open(StorageConfig.builder("sqlite://").sqlEcho(told::add).build())) {
      storage.sessions().count();
    }

    assertThat(told).containsExactly("select count(*) from sessions");
  }

  @Test
  void memory_hasNoReadersBesideItsWriter() {
    try (Storage storage = Storages.open(StorageConfig.of("sqlite://"))) {
      assertThat(storage.capabilities()).doesNotContain(Capability.READERS_BESIDE_WRITER);
    }
  }
}
