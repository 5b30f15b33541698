package dev.aludel.broken.persistence.jooq;

import dev.aludel.broken.app.cli.SpeaksSql;

/** An adapter that knows the command line. */
public final class Adapter {
  SpeaksSql commandLine() {
    return new SpeaksSql();
  }
}
