package dev.aludel.migrations.schema;

/** What becomes of a row when the row that it refers to goes or changes its key. */
public enum ReferentialAction {
  NO_ACTION("no action"),
  RESTRICT("restrict"),
  CASCADE("cascade"),
  SET_NULL("set null"),
  SET_DEFAULT("set default");

  private final String sql;

  ReferentialAction(String sql) {
    this.sql = sql;
  }

  /** The words in SQL. */
  public String sql() {
    return sql;
  }
}
