package dev.aludel.app.wiring;

import dagger.BindsInstance;
import dagger.Component;
import dev.aludel.app.demo.ConversationDemo;
import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.run.MigrationListener;
import dev.aludel.persistence.Storage;
import javax.inject.Singleton;

/**
 * What one run of the command line works with. Each part is made when it is asked for first, and
 * once.
 */
@Singleton
@Component(modules = {SettingsModule.class, MigratorModule.class, StorageModule.class})
public interface AludelComponent {

  /**
   * All settings.
   *
   * @throws SettingsException if one cannot be used
   * @throws dev.aludel.migrations.database.DatabaseUrlException if the database's URL is none
   */
  Settings settings();

  /**
   * The migrator. Making it reads the headers of the scripts, and opens no database.
   *
   * @throws dev.aludel.migrations.revision.MigrationException if the scripts are not right
   */
  Migrator migrator();

  /**
   * The storage. Making it opens the database; whoever asks for it closes it.
   *
   * @throws dev.aludel.domain.StorageException if the database or its schema cannot be used
   */
  Storage storage();

  /** The demo, on migrator and storage. */
  ConversationDemo demo();

  /** Makes a component; nothing is read before a part is asked for. */
  @Component.Factory
  interface Factory {
    AludelComponent create(
        @BindsInstance Flags flags,
        @BindsInstance Environment environment,
        @BindsInstance MigrationListener listener,
        @BindsInstance SqlEcho echo,
        @BindsInstance SettingsNote note);
  }
}
