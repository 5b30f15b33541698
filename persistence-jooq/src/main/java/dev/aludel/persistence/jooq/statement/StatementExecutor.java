package dev.aludel.persistence.jooq.statement;

import dev.aludel.domain.StorageException;
import dev.aludel.persistence.jooq.statement.CompiledStatement.TableKeys;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs compiled statements on the connection of one transaction. Used by one thread. */
public final class StatementExecutor {

  @FunctionalInterface
  private interface Execution<T> {
    T on(PreparedStatement statement) throws SQLException;
  }

  @FunctionalInterface
  interface Action<T> {
    T run() throws SQLException;
  }

  private static final int FETCHED_ROWS = 50;

  /** How many characters or bytes a kept statement may hold on to. */
  private static final int LONGEST_HELD_VALUE = 4096;

  private final PreparedStatements statements;
  private final ErrorTranslator errors;
  private final Consumer<String> echo;
  private @Nullable StorageException refusal;
  private boolean holdsLongValue;

  /**
   * An executor for one transaction.
   *
   * @param echo is told each SQL text before it runs
   */
  public StatementExecutor(
      PreparedStatements statements, ErrorTranslator errors, Consumer<String> echo) {
    this.statements = statements;
    this.errors = errors;
    this.echo = echo;
  }

  /** All rows; the query itself says how many at most. */
  public <T> List<T> list(CompiledQuery<T> query, @Nullable Object... values) {
    return execute(query.statement(), statement -> rows(statement, query, row -> true, values));
  }

  /**
   * The rows before the first that is not wanted, which ends the reading: the query may find far
   * more than are read.
   */
  public <T> List<T> listWhile(
      CompiledQuery<T> query, Predicate<? super T> wanted, @Nullable Object... values) {
    return execute(
        query.statement(),
        statement -> {
          // PostgreSQL's driver would fetch all rows at once.
          statement.setFetchSize(FETCHED_ROWS);
          return rows(statement, query, wanted, values);
        });
  }

  /**
   * All rows, for who goes through them while other statements run.
   *
   * @param fetchedRows how many are in memory at once
   */
  <T> OpenQuery<T> open(CompiledQuery<T> query, int fetchedRows, @Nullable Object... values) {
    CompiledStatement compiled = query.statement();
    echo.accept(compiled.sql());
    return translating(
        compiled,
        () ->
            executed(
                statements.take(compiled.sql()),
                statement -> {
                  statement.setFetchSize(fetchedRows);
                  bind(statement, compiled, values);
                  ResultSet results = statement.executeQuery();
                  Row row = new Row(statements.cells(statement, results), query, values);
                  return new OpenQuery<>(this, query, statement, results, row);
                }));
  }

  /** The only row, or none. */
  public <T> Optional<T> first(CompiledQuery<T> query, @Nullable Object... values) {
    List<T> rows = list(query, values);
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
  }

  /** The only row of a query that always has one. */
  public <T> T only(CompiledQuery<T> query, @Nullable Object... values) {
    return list(query, values).get(0);
  }

  /** Changes rows and says how many. */
  public int update(CompiledUpdate update, @Nullable Object... values) {
    return execute(
        update.statement(),
        statement -> {
          bind(statement, update.statement(), values);
          return statement.executeUpdate();
        });
  }

  /**
   * Runs the statement once for each list of values, in one round.
   *
   * @return how many rows were changed; an insert counts as one, so that one which leaves out what
   *     is there already must not be run so
   */
  public int updateEach(CompiledUpdate update, List<@Nullable Object[]> rows) {
    return execute(
        update.statement(),
        statement -> {
          for (@Nullable Object[] values : rows) {
            bind(statement, update.statement(), values);
            statement.addBatch();
          }
          return IntStream.of(statement.executeBatch()).map(StatementExecutor::changedRows).sum();
        });
  }

  // PostgreSQL's driver sends many inserts as one, and then does not know their counts.
  private static int changedRows(int count) {
    return count == Statement.SUCCESS_NO_INFO ? 1 : count;
  }

  /** The first error that the database answered with; absent while the transaction is sound. */
  public Optional<StorageException> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** Declares the transaction spoilt by an error that no statement of a repository met. */
  public void refuse(StorageException error) {
    refusal = error;
  }

  /** Declares the transaction sound again, after what was refused has been rolled back. */
  public void forgetRefusal() {
    refusal = null;
  }

  private <T> T execute(CompiledStatement compiled, Execution<T> execution) {
    echo.accept(compiled.sql());
    return translating(
        compiled,
        () -> {
          PreparedStatement statement = statements.take(compiled.sql());
          T result = executed(statement, execution);
          statements.giveBack(statement);
          return result;
        });
  }

  /** Ends the use of a statement of an open query. */
  void giveBack(CompiledStatement compiled, PreparedStatement statement) {
    translating(
        compiled,
        () -> {
          statements.giveBack(statement);
          return compiled;
        });
  }

  /** Runs a part of a statement's work; its failure is the statement's. */
  <T> T translating(CompiledStatement compiled, Action<T> part) {
    try {
      return part.run();
    } catch (SQLException error) {
      throw refused(error, compiled.table());
    } catch (Row.ReadFailedException error) {
      throw refused(error.failure(), compiled.table());
    }
  }

  // Not always: SQLite plans a statement anew when the values of its last run are taken from it.
  private void forgetLongValues(PreparedStatement statement) throws SQLException {
    if (holdsLongValue) {
      statement.clearParameters();
      holdsLongValue = false;
    }
  }

  private <T> T executed(PreparedStatement statement, Execution<T> execution) throws SQLException {
    try {
      T result = execution.on(statement);
      forgetLongValues(statement);
      return result;
    } catch (SQLException | RuntimeException | Error error) {
      try {
        statements.discard(statement);
      } catch (SQLException late) {
        error.addSuppressed(late);
      }
      throw error;
    }
  }

  private StorageException refused(SQLException error, TableKeys table) {
    StorageException translated =
        errors.translate(error, new ErrorTranslator.Place(table.table(), table.references()));
    if (refusal == null) {
      refusal = translated;
    }
    return translated;
  }

  private <T> List<T> rows(
      PreparedStatement statement,
      CompiledQuery<T> query,
      Predicate<? super T> wanted,
      @Nullable Object[] values)
      throws SQLException {
    bind(statement, query.statement(), values);
    try (ResultSet results = statement.executeQuery()) {
      Row row = new Row(statements.cells(statement, results), query, values);
      List<T> found = new ArrayList<>();
      while (results.next()) {
        T next = row.read(query);
        if (!wanted.test(next)) {
          return found;
        }
        found.add(next);
      }
      return found;
    }
  }

  private void bind(
      PreparedStatement statement, CompiledStatement compiled, @Nullable Object[] values)
      throws SQLException {
    List<Parameter> parameters = compiled.parameters();
    if (values.length != parameters.size()) {
      throw new IllegalArgumentException(
          "The statement has %d parameters, %s, and got %d values."
              .formatted(
                  parameters.size(),
                  parameters.stream().map(Parameter::place).toList(),
                  values.length));
    }
    for (int index = 0; index < values.length; index++) {
      Object value = values[index];
      if (value instanceof String text) {
        holdsLongValue |= text.length() > LONGEST_HELD_VALUE;
        statement.setString(index + 1, parameters.get(index).require(text));
      } else {
        holdsLongValue |= value instanceof byte[] bytes && bytes.length > LONGEST_HELD_VALUE;
        statement.setObject(index + 1, value);
      }
    }
  }
}
