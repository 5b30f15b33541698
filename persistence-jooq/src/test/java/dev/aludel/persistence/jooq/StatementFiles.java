package dev.aludel.persistence.jooq;

import dev.aludel.migrations.sql.DatabaseProduct;
import dev.aludel.persistence.jooq.conversation.ConversationSql;
import dev.aludel.persistence.jooq.documentation.DocumentationSql;
import dev.aludel.persistence.jooq.memory.MemorySql;
import dev.aludel.persistence.jooq.statement.CompiledStatements;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What jOOQ makes of the statements of every port. */
final class StatementFiles {

  /**
   * The statements of one package.
   *
   * @param neighbour a class of the package
   */
  private record Part(Class<?> neighbour, Consumer<StatementCompiler> sql) {

    String file(DatabaseProduct product) {
      return neighbour.getPackageName().replace('.', '/')
          + "/"
          + CompiledStatements.fileName(product);
    }
  }

  private static final List<Part> PARTS =
      List.of(
          new Part(ConversationSql.class, ConversationSql::compile),
          new Part(MemorySql.class, MemorySql::compile),
          new Part(DocumentationSql.class, DocumentationSql::compile));

  private StatementFiles() {}

  /** Each file's path on the class path, and what belongs into it. */
  static Map<String, String> rendered(DatabaseProduct product) {
    Map<String, String> files = new TreeMap<>();
    for (Part part : PARTS) {
      StatementCompiler compiler = new StatementCompiler(product);
      part.sql().accept(compiler);
      files.put(part.file(product), compiler.text());
    }
    return files;
  }

  /** Compiles the statements of all. */
  static void compile(StatementCompiler compiler) {
    PARTS.forEach(part -> part.sql().accept(compiler));
  }
}
