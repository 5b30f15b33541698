package dev.aludel.persistence.jooq;

import dev.aludel.domain.conversation.Messages;
import dev.aludel.domain.conversation.Sessions;
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
}
