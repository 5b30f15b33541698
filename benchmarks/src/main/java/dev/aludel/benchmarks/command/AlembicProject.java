package dev.aludel.benchmarks.command;

import dev.aludel.benchmarks.migration.Migrated;
import dev.aludel.benchmarks.migration.RevisionSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The same revisions for Alembic; they say nothing, because they are applied already. */
final class AlembicProject {
  private static final String ENVIRONMENT =
      """
      from alembic import context
      from sqlalchemy import create_engine

      engine = create_engine(context.config.get_main_option("sqlalchemy.url"))
      with engine.connect() as connection:
          context.configure(connection=connection)
          with context.begin_transaction():
              context.run_migrations()
      """;

  private AlembicProject() {}

  /** The settings of the project, which is written with them if it is not there. */
  static String settings(Migrated database, RevisionSet revisions) {
    Path folder = revisions.folder().resolve("alembic");
    Path settings = folder.resolve("alembic.ini");
    try {
      if (!Files.exists(settings)) {
        Files.createDirectories(folder.resolve("versions"));
        Files.writeString(folder.resolve("env.py"), ENVIRONMENT);
        for (int number = 1; number <= revisions.count(); number++) {
          write(folder.resolve("versions"), number);
        }
        Files.writeString(
            settings,
            "[alembic]\nscript_location = %s\nsqlalchemy.url = %s\n"
                .formatted(folder, database.url().replace("jdbc:sqlite:", "sqlite:///")));
      }
      return settings.toString();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void write(Path versions, int number) throws IOException {
    String parent = number == 1 ? "None" : "'" + RevisionSet.id(number - 1) + "'";
    Files.writeString(
        versions.resolve(RevisionSet.id(number) + ".py"),
        """
        revision = '%s'
        down_revision = %s


        def upgrade():
            pass


        def downgrade():
            pass
        """
            .formatted(RevisionSet.id(number), parent));
  }
}
