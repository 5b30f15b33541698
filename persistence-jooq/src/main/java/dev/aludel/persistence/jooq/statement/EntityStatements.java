package dev.aludel.persistence.jooq.statement;

import dev.aludel.domain.MutableRepository;
import java.util.function.Function;

/**
 * The statements of {@link MutableRepository} for one table, as {@link EntitySql} compiles them, to
 * which a port adds its own. Immutable.
 */
public final class EntityStatements<E> {

  private final CompiledStatements statements;
  private final Function<Row, E> reader;

  public final CompiledUpdate insert;
  public final CompiledUpdate insertIfAbsent;
  public final CompiledUpdate update;
  public final CompiledUpdate upsert;
  public final CompiledUpdate delete;
  public final CompiledQuery<E> find;
  public final CompiledQuery<Long> count;
  public final KeysetQuery<E> all;

  /**
   * Takes them.
   *
   * @param statements of the port
   */
  public EntityStatements(CompiledStatements statements, Function<Row, E> reader) {
    this.statements = statements;
    this.reader = reader;
    insert = statements.update("insert");
    insertIfAbsent = statements.update("insertIfAbsent");
    update = statements.update("update");
    upsert = statements.update("upsert");
    delete = statements.update("delete");
    find = query("find");
    count = statements.count("count");
    all = page("all");
  }

  /** The two statements of a paged list of these entities. */
  public KeysetQuery<E> page(String name) {
    return statements.keyset(name, reader);
  }

  /** A query for these entities. */
  public CompiledQuery<E> query(String name) {
    return statements.query(name, reader);
  }
}
