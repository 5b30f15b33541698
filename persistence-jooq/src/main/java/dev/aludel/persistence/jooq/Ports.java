package dev.aludel.persistence.jooq;

import dev.aludel.migrations.sql.DatabaseProduct;
import dev.aludel.persistence.jooq.conversation.ConversationRepositories;
import dev.aludel.persistence.jooq.documentation.DocumentationRepositories;
import dev.aludel.persistence.jooq.memory.MemoryRepositories;
import dev.aludel.persistence.jooq.statement.CompiledStatements;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The compiled statements of every port, one part for each domain, which is read when it is first
 * needed; they live with the storage.
 */
final class Ports {

  /** What one domain has; read by the first thread that asks. */
  private static final class Part<T> {

    private final DatabaseProduct product;
    private final Class<T> type;
    private final Function<CompiledStatements, T> constructor;
    private volatile @Nullable T read;

    Part(DatabaseProduct product, Class<T> type, Function<CompiledStatements, T> constructor) {
      this.product = product;
      this.type = type;
      this.constructor = constructor;
    }

    T get() {
      T known = read;
      return known == null ? first() : known;
    }

    private synchronized T first() {
      T known = read;
      if (known == null) {
        known = constructor.apply(CompiledStatements.beside(type, product));
        read = known;
      }
      return known;
    }
  }

  private final Part<ConversationRepositories> conversation;
  private final Part<MemoryRepositories> memory;
  private final Part<DocumentationRepositories> documentation;

  Ports(DatabaseProduct product) {
    conversation =
        new Part<>(product, ConversationRepositories.class, ConversationRepositories::new);
    memory = new Part<>(product, MemoryRepositories.class, MemoryRepositories::new);
    documentation =
        new Part<>(product, DocumentationRepositories.class, DocumentationRepositories::new);
  }

  ConversationRepositories conversation() {
    return conversation.get();
  }

  MemoryRepositories memory() {
    return memory.get();
  }

  DocumentationRepositories documentation() {
    return documentation.get();
  }
}
