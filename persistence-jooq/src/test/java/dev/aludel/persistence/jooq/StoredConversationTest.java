package dev.aludel.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.Session;
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
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 120 sessions and 3,000 messages that Alembic's side wrote, met again through the ports. */
final class StoredConversationTest {

  private static final String WRITTEN_AT = "b1c2d3e4f5g6";

  @TempDir private Path folder;

  private Path fixture() {
    return folder.resolve("conversation.db");
  }

  @BeforeEach
  void copyFixture() throws IOException {
    copy("conversation-b1c2d3e4f5g6.db");
  }

  private void copy(String name) throws IOException {
    try (InputStream stored =
        Objects.requireNonNull(StoredConversationTest.class.getResourceAsStream(name))) {
      Files.copy(stored, fixture(), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Test
  void everyRowComesBack_afterItsSqliteFileIsUpgraded() throws SQLException {
    List<Session> sessions = storedSessions();
    List<ChatMessage> messages = storedMessages();
    String url = "sqlite:///" + fixture();

    Migrator.builder().url(url).bundled().build().upgrade("conversation@head");

    assertComesBack(url, sessions, messages);
  }

  @Test
  void everyRowComesBack_afterTheStorageUpgradesAllBranchesOnOpening()
      throws SQLException, IOException {
    copy("all-heads.db");
    List<Session> sessions = storedSessions(text("created_time"), text("updated_time"));
    List<ChatMessage> messages = storedMessages(text("created_time"));

    assertComesBack("sqlite:///" + fixture(), sessions, messages);
  }

  // A time that is stored as epoch milliseconds, as the text that it was before.
  private static String text(String column) {
    return "strftime('%%Y-%%m-%%d %%H:%%M:%%S', %1$s / 1000, 'unixepoch') || printf('.%%03d', %1$s %% 1000)"
        .formatted(column);
  }

  @Test
  void everyRowComesBack_afterTheSameRowsAreUpgradedOnPostgres() throws SQLException {
    try (TestDatabase postgres = TestDatabases.emptyPostgres()) {
      Migrator migrator = Migrator.builder().url(postgres.url()).bundled().build();
      migrator.upgrade(WRITTEN_AT);
      load("sessions", 4, 6, postgres.url());
      load("chat_messages", 5, 6, postgres.url());

      migrator.upgrade("conversation@head");

      assertComesBack(postgres.url(), storedSessions(), storedMessages());
    }
  }

  @Test
  void storage_backsItsFileUp_beforeItUpgradesRows() throws SQLException {
    String url = "sqlite:///" + fixture();
    List<Session> sessions = storedSessions();
    List<ChatMessage> messages = storedMessages();
    StorageConfig config = StorageConfig.builder(url).schemaPolicy(SchemaPolicy.UPGRADE).build();
    Storages.open(config).close();
    Storages.open(config).close();

    String[] backups = folder.toFile().list((there, name) -> name.endsWith(".bak"));

    assertThat(backups).hasSize(1);
    assertThat(backups[0])
        .matches(
            "\\Q%s\\E\\.b1c2d3e4f5g6\\.\\d{8}T\\d{6}Z\\.bak".formatted(fixture().getFileName()));
    assertComesBack("sqlite:///" + folder.resolve(backups[0]), sessions, messages);
  }

  private static void assertComesBack(
      String url, List<Session> sessions, List<ChatMessage> messages) {
    assertThat(messages).hasSize(3_000);
    StorageConfig config = StorageConfig.builder(url).schemaPolicy(SchemaPolicy.UPGRADE).build();
    try (Storage storage = Storages.open(config)) {
      assertThat(pages(storage.messages()::page)).isEqualTo(messages);
      assertThat(pages(storage.sessions()::page)).isEqualTo(sessions);
      for (Session session : sessions) {
        assertThat(pages(request -> storage.messages().page(session.id(), request)))
            .isEqualTo(
                messages.stream()
                    .filter(message -> message.sessionId().equals(session.id()))
                    .toList());
      }
    }
  }

  private static <T> List<T> pages(Function<PageRequest, Page<T>> list) {
    List<T> items = new ArrayList<>();
    Optional<PageRequest> request = Optional.of(PageRequest.first(100));
    while (request.isPresent()) {
      Page<T> page = list.apply(request.get());
      assertThat(page.items()).hasSizeBetween(page.next().isPresent() ? 100 : 0, 100);
      items.addAll(page.items());
      request = page.next().map(cursor -> PageRequest.after(cursor, 100));
    }
    return items;
  }

  private List<Session> storedSessions() throws SQLException {
    return storedSessions("created_at", "updated_at");
  }

  private List<Session> storedSessions(String created, String updated) throws SQLException {
    return rows(
        "select id, user_id, name, agent_id, %s, %s from sessions".formatted(created, updated),
        row ->
            new Session(
                new Session.Id(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                time(row.getString(5)),
                time(row.getString(6))),
        Comparator.comparing(Session::createdAt).thenComparing(session -> session.id().value()));
  }

  private List<ChatMessage> storedMessages() throws SQLException {
    return storedMessages("created_at");
  }

  private List<ChatMessage> storedMessages(String created) throws SQLException {
    return rows(
        "select id, session_id, message, sender_type, sender_name, %1$s, row_number() over (partition by session_id order by %1$s, id) from chat_messages"
            .formatted(created),
        row ->
            new ChatMessage(
                new ChatMessage.Id(row.getString(1)),
                new Session.Id(row.getString(2)),
                row.getLong(7),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                time(row.getString(6))),
        Comparator.comparing(ChatMessage::createdAt)
            .thenComparing(message -> message.id().value()));
  }

  // A time that was never recorded becomes 0.
  private static Instant time(@Nullable String text) {
    return text == null
        ? Instant.EPOCH
        : LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
  }

  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> rows(String sql, RowReader<T> reader, Comparator<T> order)
      throws SQLException {
    List<T> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + fixture());
        Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery(sql)) {
      while (results.next()) {
        rows.add(reader.read(results));
      }
    }
    rows.sort(order);
    return rows;
  }

  /** Copies a table's rows, whose columns behind {@code lastText} are times, into PostgreSQL. */
  private void load(String table, int lastText, int columns, String url) throws SQLException {
    try (Connection from = DriverManager.getConnection("jdbc:sqlite:" + fixture());
        Statement select = from.createStatement();
        ResultSet rows = select.executeQuery("select * from " + table);
        Connection to = TestDatabases.connect(url);
        PreparedStatement insert = to.prepareStatement(insertInto(table, lastText, columns))) {
      while (rows.next()) {
        for (int column = 1; column <= columns; column++) {
          insert.setString(column, rows.getString(column));
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static String insertInto(String table, int lastText, int columns) {
    StringBuilder values = new StringBuilder();
    for (int column = 1; column <= columns; column++) {
      values.append(column == 1 ? "?" : column > lastText ? ", ?::timestamp" : ", ?");
    }
    return "insert into %s values (%s)".formatted(table, values);
  }
}
