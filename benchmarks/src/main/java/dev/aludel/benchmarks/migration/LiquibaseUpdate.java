package dev.aludel.benchmarks.migration;

import dev.aludel.benchmarks.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Liquibase, told by its own command API, and to be silent. */
final class LiquibaseUpdate {
  private LiquibaseUpdate() {}

  static void run(RevisionSet revisions, Database kind, String database) throws SQLException {
    try (Connection connection = kind.source(database).getConnection()) {
      Scope.child(
          Map.of(
              Scope.Attr.resourceAccessor.name(),
              new DirectoryResourceAccessor(revisions.liquibase()),
              Scope.Attr.ui.name(),
              new LoggerUIService()),
          () -> {
            new CommandScope(UpdateCommandStep.COMMAND_NAME)
                .addArgumentValue(
                    DbUrlConnectionArgumentsCommandStep.DATABASE_ARG,
                    DatabaseFactory.getInstance()
                        .findCorrectDatabaseImplementation(new JdbcConnection(connection)))
                .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, "changelog.sql")
                .execute();
          });
    } catch (SQLException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }
}
