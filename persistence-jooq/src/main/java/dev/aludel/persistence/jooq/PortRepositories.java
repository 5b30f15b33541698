package dev.aludel.persistence.jooq;

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
import dev.aludel.persistence.jooq.statement.Calls;

/** One repository for each port, of a storage and of a transaction alike. */
abstract class PortRepositories implements Repositories {

  private final Ports ports;

  PortRepositories(Ports ports) {
    this.ports = ports;
  }

  /** Where the calls of these repositories run. */
  abstract Calls calls();

  @Override
  public final Sessions sessions() {
    return ports.conversation().sessions(calls());
  }

  @Override
  public final Messages messages() {
    return ports.conversation().messages(calls());
  }

  @Override
  public final Episodes episodes() {
    return ports.memory().episodes(calls());
  }

  @Override
  public final LongTerm longTerm() {
    return ports.memory().longTerm(calls());
  }

  @Override
  public final Turns turns() {
    return ports.memory().turns(calls());
  }

  @Override
  public final Uncertainty uncertainty() {
    return ports.memory().uncertainty(calls());
  }

  @Override
  public final SemanticMemories semanticMemories() {
    return ports.memory().semanticMemories(calls());
  }

  @Override
  public final Projects projects() {
    return ports.documentation().projects(calls());
  }

  @Override
  public final Documents documents() {
    return ports.documentation().documents(calls());
  }

  @Override
  public final Relationships relationships() {
    return ports.documentation().relationships(calls());
  }

  @Override
  public final CodeElements codeElements() {
    return ports.documentation().codeElements(calls());
  }

  @Override
  public final DesignDecisions designDecisions() {
    return ports.documentation().designDecisions(calls());
  }

  @Override
  public final ChangeRecords changeRecords() {
    return ports.documentation().changeRecords(calls());
  }

  @Override
  public final Inconsistencies inconsistencies() {
    return ports.documentation().inconsistencies(calls());
  }

  @Override
  public final Recommendations recommendations() {
    return ports.documentation().recommendations(calls());
  }
}
