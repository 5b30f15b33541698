package dev.aludel.persistence;

import dev.aludel.domain.conversation.Messages;
import dev.aludel.domain.conversation.Sessions;
import dev.aludel.domain.documentation.ChangeRecords;
import dev.aludel.domain.documentation.CodeElements;
import dev.aludel.domain.documentation.DesignDecisions;
import dev.aludel.domain.documentation.Documents;
import dev.aludel.domain.documentation.Inconsistencies;
import dev.aludel.domain.documentation.Projects;
import dev.aludel.domain.documentation.Recommendations;
import dev.aludel.domain.documentation.Relationships;
import dev.aludel.domain.memory.Episodes;
import dev.aludel.domain.memory.LongTerm;
import dev.aludel.domain.memory.SemanticMemories;
import dev.aludel.domain.memory.Turns;
import dev.aludel.domain.memory.Uncertainty;

/**
 * One repository for each aggregate: of a storage for single calls, of a transaction in a block.
 */
public interface Repositories {

  /** The sessions. */
  Sessions sessions();

  /** The messages of all sessions. */
  Messages messages();

  /** The episodes of an agent. */
  Episodes episodes();

  /** The values under keys. */
  LongTerm longTerm();

  /** The turns of all talks. */
  Turns turns();

  /** What an agent was not sure of. */
  Uncertainty uncertainty();

  /** What an agent has learnt. */
  SemanticMemories semanticMemories();

  /** The projects. */
  Projects projects();

  /** The documents of all projects. */
  Documents documents();

  /** The relationships of all documents. */
  Relationships relationships();

  /** The functions and classes of all documents. */
  CodeElements codeElements();

  /** The design decisions of all documents. */
  DesignDecisions designDecisions();

  /** The change records of all documents. */
  ChangeRecords changeRecords();

  /** The inconsistencies of all projects. */
  Inconsistencies inconsistencies();

  /** The recommendations of all projects. */
  Recommendations recommendations();
}
