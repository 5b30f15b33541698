package dev.aludel.persistence.jooq;

import dev.aludel.persistence.jooq.conversation.ConversationRepositories;
import dev.aludel.persistence.jooq.documentation.DocumentationRepositories;
import dev.aludel.persistence.jooq.memory.MemoryRepositories;
import dev.aludel.persistence.jooq.statement.StatementCompiler;

/** The compiled statements of every port, one part for each domain; they live with the storage. */
record Ports(
    ConversationRepositories conversation,
    MemoryRepositories memory,
    DocumentationRepositories documentation) {

  Ports(StatementCompiler compiler) {
    this(
        new ConversationRepositories(compiler),
        new MemoryRepositories(compiler),
        new DocumentationRepositories(compiler));
  }
}
