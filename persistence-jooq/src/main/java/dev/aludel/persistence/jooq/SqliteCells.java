package dev.aludel.persistence.jooq;

import dev.aludel.persistence.jooq.statement.Cells;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.core.Codes;
import org.sqlite.core.CoreStatement;
import org.sqlite.core.DB;
import org.sqlite.core.SafeStmtPtr;

/**
 * The cells of a database that keeps text as UTF-8, from the inner layer of sqlite-jdbc. Its result
 * set runs a lambda for each cell, through one method for all kinds of them, which is compiled well
 * or badly by chance, and copies each text through a direct buffer. Here the statement is held for
 * a whole row, so that nobody closes it meanwhile, and a text comes as its bytes.
 */
final class SqliteCells implements Cells {

  private final SafeStmtPtr statement;
  private final DB database;
  private final long pointer;

  SqliteCells(CoreStatement statement) throws SQLException {
    this.statement = statement.pointer;
    this.database = statement.getDatabase();
    this.pointer = this.statement.safeRunLong((database, pointer) -> pointer);
  }

  @Override
  public <T> T row(Supplier<T> reading) throws SQLException {
    return statement.safeRun((database, pointer) -> reading.get());
  }

  @Override
  public @Nullable String text(int position) throws SQLException {
    byte[] bytes = database.column_blob(pointer, position - 1);
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public @Nullable Object value(int position) throws SQLException {
    int column = position - 1;
    return switch (database.column_type(pointer, column)) {
      case Codes.SQLITE_INTEGER -> database.column_long(pointer, column);
      case Codes.SQLITE_FLOAT -> database.column_double(pointer, column);
      case Codes.SQLITE_TEXT -> text(position);
      case Codes.SQLITE_BLOB -> database.column_blob(pointer, column);
      default -> null;
    };
  }
}
