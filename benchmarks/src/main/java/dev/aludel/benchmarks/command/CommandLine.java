package dev.aludel.benchmarks.command;

import dev.aludel.benchmarks.ChildProcess;
import dev.aludel.benchmarks.migration.Migrated;
import dev.aludel.benchmarks.migration.RevisionSet;
import java.nio.file.Files;
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

  /** The start script at the root of the project, which has to have built what it runs. */
  OURS {
    @Override
    String run(String command, Migrated database, RevisionSet revisions) {
      if (!Files.exists(ROOT.resolve("app/target/aludel.built"))) {
        // It would be built now, over the classes that run here.
        throw new IllegalStateException("The command line is not built. Run ./aludel once before.");
      }
      return ChildProcess.run(
          List.of(
              ROOT.resolve("aludel").toString(),
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

  private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

  /**
   * Runs a command that needs no more words than this one.
   *
   * @return what it wrote
   */
  abstract String run(String command, Migrated database, RevisionSet revisions);
}
