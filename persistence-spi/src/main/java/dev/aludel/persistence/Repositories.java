package dev.aludel.persistence;

import dev.aludel.domain.conversation.Messages;
import dev.aludel.domain.conversation.Sessions;

/**
 * One repository for each aggregate: of a storage for single calls, of a transaction in a block.
 */
public interface Repositories {

  /** The sessions. */
  Sessions sessions();

  /** The messages of all sessions. */
  Messages messages();
}
