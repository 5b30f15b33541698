package dev.aludel.migrations.dialect;

import dev.aludel.migrations.operation.CreateTable;
import dev.aludel.migrations.operation.TableGrammar;
import dev.aludel.migrations.script.ScriptException;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.migrations.script.ScriptStatement.Form;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The translation of a run, step by step in its order: a step may need to know what the steps
 * before it made of the schema. Nothing of it touches the database that will be changed.
 */
public abstract class Translation implements AutoCloseable {

  /**
   * What the database runs for {@code statements}, the next step of the run.
   *
   * @throws ScriptException if a statement is not portable, or the database would not take it
   */
  public abstract TranslatedStep translate(List<ScriptStatement> statements) throws SQLException;

  /**
   * Takes into account a step that has run before the run began.
   *
   * @throws ScriptException if a statement is not portable, or the database would not take it
   */
  public void replay(List<ScriptStatement> statements) throws SQLException {
    translate(statements);
  }

  /** The SQL of a statement that does not depend on what tables look like. */
  protected static String plain(ScriptStatement statement, TableWriter writer) {
    if (statement.form() == Form.VERBATIM) {
      return statement.text();
    }
    Optional<CreateTable> createTable = TableGrammar.createTable(statement);
    return createTable.isPresent() ? writer.create(createTable.get()) : writer.portable();
  }

  @Override
  public abstract void close() throws SQLException;
}
