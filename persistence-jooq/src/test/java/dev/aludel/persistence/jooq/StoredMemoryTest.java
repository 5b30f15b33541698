package dev.aludel.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.domain.Json;
import dev.aludel.domain.Repository;
import dev.aludel.domain.memory.Episode;
import dev.aludel.domain.memory.LongTermEntry;
import dev.aludel.domain.memory.SemanticMemory;
import dev.aludel.domain.memory.Turn;
import dev.aludel.domain.memory.UncertaintyEntry;
import dev.aludel.migrations.Migrator;
import dev.aludel.persistence.SchemaPolicy;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import dev.aludel.persistence.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** 1,800 memories of all kinds that Python's side wrote, met again through the ports. */
@ParameterizedClass
@ValueSource(strings = {"memory-001.db", "all-heads.db"})
final class StoredMemoryTest {

  private static final String WRITTEN_AT = "001";

  @TempDir private Path folder;

  @Parameter private String fixtureName = "";

  private Path fixture() {
    return folder.resolve("memory.db");
  }

  @BeforeEach
  void copyFixture() throws IOException {
    try (InputStream stored =
        Objects.requireNonNull(StoredMemoryTest.class.getResourceAsStream(fixtureName))) {
      Files.copy(stored, fixture());
    }
  }

  @Test
  void everyRowComesBack_afterItsSqliteFileIsUpgraded() throws SQLException {
    Rows rows = storedRows();

    rows.assertComeBack("sqlite:///" + fixture());
  }

  @Test
  void everyRowComesBack_afterTheSameRowsAreUpgradedOnPostgres() throws SQLException {
    try (TestDatabase postgres = TestDatabases.emptyPostgres()) {
      Migrator.builder().url(postgres.url()).bundled().build().upgrade(WRITTEN_AT);
      for (String table :
          List.of("episodes", "long_term", "turns", "uncertainty_log", "semantic_memories")) {
        load(table, postgres.url());
      }

      storedRows().assertComeBack(postgres.url());
    }
  }

  private record Rows(
      List<Episode> episodes,
      List<LongTermEntry> longTerm,
      List<Turn> turns,
      List<UncertaintyEntry> uncertainty,
      List<SemanticMemory> semanticMemories) {

    void assertComeBack(String url) {
      StorageConfig config = StorageConfig.builder(url).schemaPolicy(SchemaPolicy.UPGRADE).build();
      try (Storage storage = Storages.open(config)) {
        assertThat(all(storage.episodes())).hasSize(500).isEqualTo(episodes);
        assertThat(all(storage.longTerm())).hasSize(100).isEqualTo(longTerm);
        assertThat(all(storage.turns())).hasSize(500).isEqualTo(turns);
        assertThat(all(storage.uncertainty())).hasSize(300).isEqualTo(uncertainty);
        assertThat(all(storage.semanticMemories())).hasSize(400).isEqualTo(semanticMemories);
      }
    }

    private static <E> List<E> all(Repository<E, ?> repository) {
      return repository.<List<E>>stream(Stream::toList);
    }
  }

  private Rows storedRows() throws SQLException {
    return new Rows(
        rows(
            "select * from episodes order by timestamp, id",
            row ->
                new Episode(
                    new Episode.Id(row.getLong("id")),
                    time(row, "timestamp"),
                    row.getString("event_type"),
                    row.getString("content"),
                    row.getDouble("valence"),
                    new Json(row.getString("metadata")))),
        rows(
            "select * from long_term order by \"key\"",
            row ->
                new LongTermEntry(
                    new LongTermEntry.Key(row.getString("key")),
                    new Json(row.getString("value")),
                    time(row, "updated_at"))),
        rows(
            "select * from turns order by timestamp, id",
            row ->
                new Turn(
                    new Turn.Id(row.getLong("id")),
                    time(row, "timestamp"),
                    row.getString("user_input"),
                    row.getString("assistant_response"),
                    new Json(row.getString("metadata")))),
        rows("select * from uncertainty_log order by timestamp, id", StoredMemoryTest::uncertainty),
        rows(
            "select * from semantic_memories order by timestamp, id",
            row ->
                new SemanticMemory(
                    new SemanticMemory.Id(row.getLong("id")),
                    time(row, "timestamp"),
                    row.getString("content"),
                    row.getString("category"),
                    row.getDouble("importance"),
                    new Json(row.getString("metadata")),
                    null)));
  }

  private static UncertaintyEntry uncertainty(ResultSet row) throws SQLException {
    return new UncertaintyEntry(
        new UncertaintyEntry.Id(row.getLong("id")),
        time(row, "timestamp"),
        row.getString("user_message"),
        row.getString("parsed_intent"),
        row.getDouble("confidence_score"),
        row.getString("context"),
        new Json(row.getString("signals")),
        row.getInt("resolved") == 1,
        row.getString("resolution_pattern"));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return Instant.ofEpochMilli(Math.round(row.getDouble(column) * 1000));
  }

  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> rows(String sql, RowReader<T> reader) throws SQLException {
    List<T> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + fixture());
        Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery(sql)) {
      while (results.next()) {
        rows.add(reader.read(results));
      }
    }
    return rows;
  }

  /** Copies a table's rows into PostgreSQL, which reads each text as the column's type. */
  private void load(String table, String url) throws SQLException {
    try (Connection from = DriverManager.getConnection("jdbc:sqlite:" + fixture());
        Statement select = from.createStatement();
        ResultSet rows = select.executeQuery("select * from " + table);
        Connection to = TestDatabases.connect(url)) {
      int columns = rows.getMetaData().getColumnCount();
      String values = String.join(", ", Collections.nCopies(columns, "?"));
      try (PreparedStatement insert =
          to.prepareStatement("insert into %s values (%s)".formatted(table, values))) {
        while (rows.next()) {
          for (int column = 1; column <= columns; column++) {
            insert.setObject(column, rows.getString(column), Types.OTHER);
          }
          insert.addBatch();
        }
        insert.executeBatch();
      }
    }
  }
}
