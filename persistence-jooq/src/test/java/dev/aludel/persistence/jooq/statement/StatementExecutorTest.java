package dev.aludel.persistence.jooq.statement;

import static dev.aludel.persistence.jooq.generated.Tables.SEMANTIC_MEMORIES;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.domain.StorageUnavailableException;
import dev.aludel.migrations.sql.DatabaseProduct;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class StatementExecutorTest implements PreparedStatements {

  private static final String SHORT = "x".repeat(4096);
  private static final String LONG = "x".repeat(4097);

  private final StatementCompiler compiler = new StatementCompiler(DatabaseProduct.SQLITE);
  private final CompiledUpdate setText = set(SEMANTIC_MEMORIES.CONTENT);
  private final CompiledUpdate setBytes = set(SEMANTIC_MEMORIES.EMBEDDING);
  private final StatementExecutor executor =
      new StatementExecutor(
          this, (error, place) -> new StorageUnavailableException("", error), sql -> {});

  private Connection connection;
  private int cleared;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table semantic_memories (content text, embedding blob)");
    }
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void shortValues_stay_soThatTheStatementKeepsItsPlan() {
    executor.update(setText, SHORT);
    executor.update(setBytes, (Object) new byte[4096]);
    assertThat(cleared).isZero();
  }

  @Test
  void longValues_areForgotten_whenTheStatementHasRun() {
    executor.update(setText, LONG);
    assertThat(cleared).isEqualTo(1);
    executor.update(setBytes, (Object) new byte[4097]);
    assertThat(cleared).isEqualTo(2);
    executor.update(setText, SHORT);
    assertThat(cleared).isEqualTo(2);
  }

  @Test
  void longValues_areForgotten_whenAnyOfManyRowsHasOne() {
    executor.updateEach(
        setText, List.of(new @Nullable Object[] {LONG}, new @Nullable Object[] {SHORT}));
    assertThat(cleared).isEqualTo(1);
  }

  private <T> CompiledUpdate set(Field<T> column) {
    compiler.update(
        column.getName(),
        SEMANTIC_MEMORIES,
        compiler.dsl().update(SEMANTIC_MEMORIES).set(column, parameter(column)));
    return compiler.statements().update(column.getName());
  }

  @Override
  public PreparedStatement take(String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    return (PreparedStatement)
        Proxy.newProxyInstance(
            PreparedStatement.class.getClassLoader(),
            new Class<?>[] {PreparedStatement.class},
            (proxy, method, arguments) -> {
              cleared += method.getName().equals("clearParameters") ? 1 : 0;
              try {
                return method.invoke(statement, arguments);
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            });
  }

  @Override
  public Cells cells(PreparedStatement statement, ResultSet results) {
    return new JdbcCells(results);
  }

  @Override
  public void giveBack(PreparedStatement statement) throws SQLException {
    statement.close();
  }

  @Override
  public void discard(PreparedStatement statement) throws SQLException {
    statement.close();
  }
}
