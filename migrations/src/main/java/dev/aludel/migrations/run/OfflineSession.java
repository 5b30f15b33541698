package dev.aludel.migrations.run;

import java.util.List;

/**
 * What has the session that runs a script as it was, after statements that may have changed it, as
 * SQL.
 */
interface OfflineSession {
  /** Where nothing changes it. */
  OfflineSession UNCHANGED =
      new OfflineSession() {
        @Override
        public List<String> remember() {
          return List.of();
        }

        @Override
        public List<String> putBackInTransaction() {
          return List.of();
        }

        @Override
        public List<String> putBack() {
          return List.of();
        }

        @Override
        public List<String> asAtTheBeginning(String statement, List<String> done) {
          return List.of(statement);
        }
      };

  /** Stands before the statements, outside a transaction. */
  List<String> remember();

  /** Stands after them, inside their transaction. */
  List<String> putBackInTransaction();

  /** Stands after their transaction. */
  List<String> putBack();

  /**
   * A statement of Aludel's, between them.
   *
   * @param done those before it
   */
  List<String> asAtTheBeginning(String statement, List<String> done);
}
