package dev.aludel.persistence.testkit.inmemory;

import dev.aludel.domain.conversation.Messages;
import dev.aludel.domain.conversation.Sessions;
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
}
