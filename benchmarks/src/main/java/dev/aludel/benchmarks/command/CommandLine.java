package dev.aludel.benchmarks.command;

import dev.aludel.benchmarks.ChildProcess;
import dev.aludel.benchmarks.migration.Migrated;
import dev.aludel.benchmarks.migration.RevisionSet;
import java.nio.file.Path;
import java.util.List;

/** Whose command is run. */
public enum CommandLine {
  /** A JVM with an empty main method: no command in Java takes less, started as it is. */
  EMPTY_MAIN {
    @Override
    String run(String command, Migrated database, RevisionSet revisions) {
      return ChildProcess.java(EmptyMain.class);
    }
  },

  /** The start script at the root of the project. */
  OURS {
    @Override
    String run(String command, Migrated database, RevisionSet revisions) {
      return ChildProcess.run(
          List.of(
              Path.of("..", "..", "aludel").toAbsolutePath().normalize().toString(),
              "--url",
              database.url(),
              "--script-location",
              revisions.ours().toString(),
              command));
    }
  },

  /** Alembic, which has to be on the PATH, with the same revisions and the same version table. */
  ALEMBIC {
    @Override
    String run(String command, Migrated database, RevisionSet revisions) {
      return ChildProcess.run(
          command.equals("upgrade")
              ? List.of(
                  "alembic", "-c", AlembicProject.settings(database, revisions), command, "head")
              : List.of("alembic", "-c", AlembicProject.settings(database, revisions), command));
    }
  };

  /**
   * Runs a command that needs no more words than this one.
   *
   * @return what it wrote
   */
  abstract String run(String command, Migrated database, RevisionSet revisions);
}
