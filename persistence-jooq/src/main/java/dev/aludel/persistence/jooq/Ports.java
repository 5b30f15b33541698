package dev.aludel.persistence.jooq;

import dev.aludel.migrations.sql.DatabaseProduct;
import dev.aludel.persistence.jooq.conversation.ConversationRepositories;
import dev.aludel.persistence.jooq.documentation.DocumentationRepositories;
import dev.aludel.persistence.jooq.memory.MemoryRepositories;
import dev.aludel.persistence.jooq.statement.CompiledStatements;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The compiled statements of every port, one part for each domain; they live with the storage.
 * Those of conversations are read at once, because a storage asks one of them for a sign of life;
 * the others when they are first needed.
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

  private final ConversationRepositories conversation;
  private final Part<MemoryRepositories> memory;
  private final Part<DocumentationRepositories> documentation;

  Ports(DatabaseProduct product) {
    conversation =
        new ConversationRepositories(
            CompiledStatements.beside(ConversationRepositories.class, product));
    memory = new Part<>(product, MemoryRepositories.class, MemoryRepositories::new);
    documentation =
        new Part<>(product, DocumentationRepositories.class, DocumentationRepositories::new);
  }

  ConversationRepositories conversation() {
    return conversation;
  }

  MemoryRepositories memory() {
    return memory.get();
  }

  DocumentationRepositories documentation() {
    return documentation.get();
  }
}
