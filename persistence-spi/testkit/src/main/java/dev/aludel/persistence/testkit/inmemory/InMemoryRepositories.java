package dev.aludel.persistence.testkit.inmemory;

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
import dev.aludel.persistence.Repositories;

/** One repository for each port, of a storage and of a transaction alike. */
abstract class InMemoryRepositories implements Repositories {

  /** Where the calls of these repositories run. */
  abstract Calls calls();

  @Override
  public final Sessions sessions() {
    return new InMemorySessions(calls());
  }

  @Override
  public final Messages messages() {
    return new InMemoryMessages(calls());
  }

  @Override
  public final Episodes episodes() {
    return new InMemoryEpisodes(calls());
  }

  @Override
  public final LongTerm longTerm() {
    return new InMemoryLongTerm(calls());
  }

  @Override
  public final Turns turns() {
    return new InMemoryTurns(calls());
  }

  @Override
  public final Uncertainty uncertainty() {
    return new InMemoryUncertainty(calls());
  }

  @Override
  public final SemanticMemories semanticMemories() {
    return new InMemorySemanticMemories(calls());
  }

  @Override
  public final Projects projects() {
    return new InMemoryProjects(calls());
  }

  @Override
  public final Documents documents() {
    return new InMemoryDocuments(calls());
  }

  @Override
  public final Relationships relationships() {
    return new InMemoryRelationships(calls());
  }

  @Override
  public final CodeElements codeElements() {
    return new InMemoryCodeElements(calls());
  }

  @Override
  public final DesignDecisions designDecisions() {
    return new InMemoryDesignDecisions(calls());
  }

  @Override
  public final ChangeRecords changeRecords() {
    return new InMemoryChangeRecords(calls());
  }

  @Override
  public final Inconsistencies inconsistencies() {
    return new InMemoryInconsistencies(calls());
  }

  @Override
  public final Recommendations recommendations() {
    return new InMemoryRecommendations(calls());
  }
}
