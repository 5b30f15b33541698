package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.DatabaseVersion;
import dev.aludel.migrations.dialect.sqlite.ScratchSchema.StoredTable;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The schema as revisions make it with another version of SQLite: what one version alters in place,
 * another one makes a new table for. The tables say the same, in another text. A database came to
 * where a script begins by the one way or the other, and nobody can ask it.
 */
final class TwinSchema implements AutoCloseable {
  private final ScratchSchema schema;
  private final DatabaseVersion version;

  private TwinSchema(ScratchSchema schema, DatabaseVersion version) {
    this.schema = schema;
    this.version = version;
  }

  /** The empty twin of an empty schema that is made with {@code version}. */
  static TwinSchema ofEmpty(DatabaseVersion version) throws SQLException {
    DatabaseVersion other =
        version.isAtLeast(NativeChange.ALTERS_COLUMNS)
            ? SqliteDialect.OLDEST_VERSION
            : NativeChange.ALTERS_COLUMNS;
    return new TwinSchema(ScratchSchema.empty(), other);
  }

  /** Follows a statement that does not depend on what tables look like. */
  void execute(String sql) throws SQLException {
    schema.execute(sql);
  }

  void endSession() throws SQLException {
    schema.endSession();
  }

  /** Follows changes of a table, in the way of its own version. */
  void change(TableChanges changes) throws SQLException {
    changes.in(schema, version).translate();
  }

  /** The text of the table here; empty if it says another thing. */
  Optional<String> textOf(StoredTable table) {
    Object said = TableTextParser.parse(table.sql()).substance();
    return schema
        .table(table.name())
        .map(StoredTable::sql)
        .filter(text -> TableTextParser.parse(text).substance().equals(said));
  }

  @Override
  public void close() throws SQLException {
    schema.close();
  }
}
