package dev.aludel.migrations.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.sql.DatabaseProduct;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

final class DataSourceDatabaseTest {

  @TempDir private Path folder;

  @Test
  void of_knowsWhatItIs_withoutAConnectionOfSqlitesOwn() {
    Path file = folder.resolve("shop.db");

    Database database = Database.of(source(file));

    assertThat(database.product()).isEqualTo(DatabaseProduct.SQLITE);
    assertThat(database.file()).contains(file);
    assertThat(database).hasToString("jdbc:sqlite:" + file);
    assertThat(file).doesNotExist();
  }

  @Test
  void of_takesTheDriversOwnOptions() {
    Path file = folder.resolve("shop.db");
    SQLiteDataSource source = source(file);
    source.setUrl(
        "jdbc:sqlite:%s?transaction_mode=IMMEDIATE&recursive_triggers=true".formatted(file));

    Migrator.builder().dataSource(source).bundled().build().upgrade("heads");

    assertThat(Database.of(source).file()).contains(file);
    assertThat(folder.resolve("shop.db-aludel-lock")).exists();
  }

  @Test
  void open_takesTheSourcesOwnConnection() throws SQLException {
    Path file = folder.resolve("shop.db");
    SQLiteDataSource source = source(file);
    source.setUserVersion(42);

    try (Connection connection = Database.of(source).open()) {
      assertThat(connection.createStatement().executeQuery("pragma user_version").getInt(1))
          .isEqualTo(42);
    }
    assertThat(Files.exists(file)).isTrue();
  }

  @Test
  void upgrade_saysWhatTheDriverSays_whenThereIsNoConnection() {
    Path file = folder.resolve("missing").resolve("shop.db");
    Migrator migrator = Migrator.builder().dataSource(source(file)).bundled().build();

    assertThatThrownBy(() -> migrator.upgrade("heads"))
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessage(
            "Cannot get a connection from jdbc:sqlite:%s: \"[SQLITE_CANTOPEN] Unable to open the database file (unable to open database file)\"."
                .formatted(file));
  }

  @Test
  void of_refusesAWord_thatWouldBecomeAPartOfTheFilesName() {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + folder.resolve("shop.db") + "?transaction_mod=IMMEDIATE");

    assertThatThrownBy(() -> Database.of(source))
        .isInstanceOf(DatabaseUrlException.class)
        .hasMessageStartingWith(
            "Cannot read the database URL: SQLite has no parameter \"transaction_mod\".");
    assertThat(folder).isEmptyDirectory();
  }

  private static SQLiteDataSource source(Path file) {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }
}
