package dev.aludel.persistence.jooq.statement;

import dev.aludel.migrations.sql.DatabaseProduct;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The statements that {@link StatementCompiler} rendered from jOOQ, read from the file that they
 * are kept in: jOOQ itself, which takes longer to load than many applications take to start, is not
 * needed to run them. Immutable.
 */
public final class CompiledStatements {

  /** What a statement that counts rows calls their number. */
  public static final Column<Integer> COUNT = new Column<>("count");

  private final Map<String, CompiledStatement> statements;
  private final String prefix;
  private final Streaming streaming;

  private CompiledStatements(
      Map<String, CompiledStatement> statements, String prefix, Streaming streaming) {
    this.statements = statements;
    this.prefix = prefix;
    this.streaming = streaming;
  }

  /**
   * The statements of a package's ports.
   *
   * @param neighbour a class of the package, which the file lies beside
   */
  public static CompiledStatements beside(Class<?> neighbour, DatabaseProduct product) {
    return of(StatementFile.read(text(neighbour, fileName(product))), product);
  }

  static CompiledStatements of(Map<String, CompiledStatement> statements, DatabaseProduct product) {
    return new CompiledStatements(statements, "", Streaming.of(product));
  }

  /** What the file with the statements for a database is called. */
  public static String fileName(DatabaseProduct product) {
    return "statements-" + product.word() + ".txt";
  }

  private static String text(Class<?> neighbour, String name) {
    try (InputStream file = neighbour.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(
            "The file %s beside %s is missing. It is part of Aludel's jar: use the jar as it was built."
                .formatted(name, neighbour.getName()));
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Those of one port, by the name that it was compiled with. */
  public CompiledStatements of(String port) {
    return new CompiledStatements(statements, StatementFile.name(port, ""), streaming);
  }

  /** A statement that changes rows. */
  public CompiledUpdate update(String name) {
    return new CompiledUpdate(statement(name));
  }

  /** A statement that changes rows, which only some databases have. */
  public Optional<CompiledUpdate> updateIfAny(String name) {
    return Optional.ofNullable(statements.get(prefix + name)).map(CompiledUpdate::new);
  }

  /** A statement that finds rows. */
  public <T> CompiledQuery<T> query(String name, Function<Row, T> reader) {
    return new CompiledQuery<>(statement(name), reader);
  }

  /** A statement that finds rows, which only some databases have. */
  public <T> Optional<CompiledQuery<T>> queryIfAny(String name, Function<Row, T> reader) {
    return Optional.ofNullable(statements.get(prefix + name))
        .map(statement -> new CompiledQuery<>(statement, reader));
  }

  /** A statement that counts rows, and finds nothing else. */
  public CompiledQuery<Long> count(String name) {
    return query(name, row -> row.number(COUNT));
  }

  /** The two statements of a paged list. */
  public <T> KeysetQuery<T> keyset(String name, Function<Row, T> reader) {
    return new KeysetQuery<>(
        query(name, reader), query(StatementFile.behind(name), reader), streaming);
  }

  private CompiledStatement statement(String name) {
    CompiledStatement statement = statements.get(prefix + name);
    if (statement == null) {
      throw new IllegalArgumentException(
          "No statement %s%s was compiled. Known are %s."
              .formatted(prefix, name, statements.keySet()));
    }
    return statement;
  }
}
