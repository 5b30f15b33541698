package dev.aludel.migrations.dialect.sqlite;

import java.sql.SQLException;

/** The scratch schema as it is at one time. Savepoints may stand in each other. */
final class Savepoint {
  private final ScratchSchema schema;

  private Savepoint(ScratchSchema schema) {
    this.schema = schema;
  }

  static Savepoint of(ScratchSchema schema) throws SQLException {
    schema.executeWithoutChange("savepoint aludel");
    return new Savepoint(schema);
  }

  /** Goes back to it. */
  void restore() throws SQLException {
    schema.execute("rollback to aludel");
    keep();
  }

  /** Keeps what was done since. */
  void keep() throws SQLException {
    schema.executeWithoutChange("release aludel");
  }
}
