package dev.aludel.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.StorageUnavailableException;
import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.database.DatabaseUnavailableException;
import dev.aludel.persistence.SchemaPolicy;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteJDBCLoader;

/** What happens with a driver that can lose commits; the build runs it with such a one. */
@EnabledIfSystemProperty(named = "aludel.sqlite.driver", matches = "refused")
final class RefusedDriverTest {
  @TempDir private Path folder;

  @Test
  void everything_isRefused_beforeAFileIsMade() throws IOException {
    assertThat(SQLiteJDBCLoader.getVersion()).isEqualTo("3.49.1.0");
    String url = "sqlite:///" + folder.resolve("a.db");
    SQLiteDataSource dataSource = new SQLiteDataSource();
    dataSource.setUrl("jdbc:sqlite:" + folder.resolve("a.db"));

    for (Migrator migrator :
        List.of(
            Migrator.builder().url(url).bundled().build(),
            Migrator.builder().url("sqlite://").bundled().build(),
            Migrator.builder().dataSource(dataSource).bundled().build())) {
      for (ThrowingCallable call :
          List.<ThrowingCallable>of(
              migrator::upgrade, () -> migrator.stamp("heads"), migrator::ensureVersion)) {
        assertThatThrownBy(call)
            .isInstanceOf(DatabaseUnavailableException.class)
            .hasMessage(refusal());
      }
    }
    for (SchemaPolicy policy : SchemaPolicy.values()) {
      for (String each : List.of(url, "sqlite://")) {
        assertThatThrownBy(
                () -> Storages.open(StorageConfig.builder(each).schemaPolicy(policy).build()))
            .isInstanceOf(StorageUnavailableException.class)
            .hasMessage(refusal());
      }
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  private static String refusal() {
    return "Cannot use SQLite 3.49.1, which the driver sqlite-jdbc 3.49.1.0 brings: there two connections that copy the write-ahead log of a file at one time can lose commits. Use sqlite-jdbc 3.51.3 or newer, but not 3.52.0; with Spring Boot, set its property sqlite-jdbc.version to 3.51.3.0 or newer. No file was made or touched.";
  }
}
