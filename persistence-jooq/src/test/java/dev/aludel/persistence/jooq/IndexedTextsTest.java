package dev.aludel.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.persistence.StorableText;
import dev.aludel.persistence.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** PostgreSQL has room for short texts alone in an index: each such column is known as a key. */
final class IndexedTextsTest {

  /** Those whose length is known: what refers to a key, and words of closed sets. */
  private static final Set<String> SHORT =
      Set.of(
          "chat_messages.session_id",
          "documents.type",
          "document_relationships.relationship_type",
          "inconsistencies.severity",
          "inconsistencies.status",
          "recommendations.status");

  @Test
  void keys_areTheTextsThatIndexesHold() throws SQLException {
    Set<String> indexed = indexedTexts();
    indexed.removeAll(SHORT);

    assertThat(indexed).containsExactlyInAnyOrderElementsOf(StorableText.keys());
  }

  private static Set<String> indexedTexts() throws SQLException {
    Set<String> columns = new TreeSet<>();
    try (TestDatabase database = TestDatabases.postgres();
        Connection connection = TestDatabases.connect(database.url());
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select distinct c.relname || '.' || a.attname
                from pg_index i
                join pg_class c on c.oid = i.indrelid
                join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
                where c.relnamespace = current_schema()::regnamespace
                and a.atttypid in ('text'::regtype, 'varchar'::regtype)
                and c.relname not in ('alembic_version', 'aludel_journal')
                """)) {
      while (rows.next()) {
        columns.add(rows.getString(1));
      }
    }
    return columns;
  }
}
