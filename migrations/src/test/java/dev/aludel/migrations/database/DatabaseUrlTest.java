package dev.aludel.migrations.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.sql.DatabaseProduct;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseUrlTest {

  @ParameterizedTest
  @CsvSource({
    "sqlite:///a.db, a.db, jdbc:sqlite:a.db",
    "sqlite:///a b/c.db, a b/c.db, jdbc:sqlite:a b/c.db",
    "sqlite:////tmp/a.db, /tmp/a.db, jdbc:sqlite:/tmp/a.db",
    "sqlite+pysqlite:///a.db, a.db, jdbc:sqlite:a.db",
    "sqlite:///file:a.db, file:a.db, jdbc:sqlite:./file:a.db",
    "sqlite:///:resource:a.db, :resource:a.db, jdbc:sqlite:./:resource:a.db",
    "jdbc:sqlite:a.db, a.db, jdbc:sqlite:a.db",
    "jdbc:sqlite:a.db?cache_size=9, a.db, jdbc:sqlite:a.db?cache_size=9",
    "jdbc:sqlite:file:a%20b.db, a b.db, jdbc:sqlite:file:a%20b.db",
    "jdbc:sqlite:file:a.db?cache=private, a.db, jdbc:sqlite:file:a.db?cache=private"
  })
  void parse_findsTheFile_whenTheUrlIsOfSqlite(String url, Path file, String jdbcUrl) {
    DatabaseUrl parsed = DatabaseUrl.parse(url);

    assertThat(parsed.file()).contains(file);
    assertThat(parsed.jdbcUrl()).isEqualTo(jdbcUrl);
    assertThat(parsed).hasToString(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sqlite://",
        "sqlite:///",
        "sqlite:///:memory:",
        "jdbc:sqlite::memory:",
        "jdbc:sqlite:file:x?mode=memory&cache=shared",
        "jdbc:sqlite:file::memory:?cache=shared"
      })
  void parse_findsNoFile_whenTheDatabaseIsInMemory(String url) {
    assertThat(DatabaseUrl.parse(url).file()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "postgres", "postgresql+psycopg2", "postgresql+asyncpg"})
  void parse_findsAllParts_whenTheUrlIsOfPostgresql(String scheme) {
    DatabaseUrl url =
        DatabaseUrl.parse(
            scheme + "://ann:secret@db.example:6432/shop?sslmode=require&connect_timeout=3");

    assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:6432/shop");
    assertThat(url.properties())
        .isEqualTo(
            Map.of(
                "user", "ann", "password", "secret", "sslmode", "require", "connectTimeout", "3"));
    assertThat(url).hasToString("postgresql://ann:***@db.example:6432/shop");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '~',
      value = {
        "p%40ss p@ss",
        "p@ss p@ss",
        "a:b:c a:b:c",
        "a/b a/b",
        "a?b a?b",
        "100% 100%",
        "%zz %zz",
        "%C3%A9 é",
        "a+b a+b",
        "#&=;\"' #&=;\"'"
      })
  void parse_takesAnyPassword_andShowsNone(String written, String password) {
    DatabaseUrl url = DatabaseUrl.parse("postgresql://ann:" + written + "@db/shop");

    assertThat(url.properties()).containsEntry("password", password).containsEntry("user", "ann");
    assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://db/shop");
    assertThat(url).hasToString("postgresql://ann:***@db/shop");
  }

  @Test
  void parse_takesADefaultHostAndAnIpv6Host() {
    assertThat(DatabaseUrl.parse("postgresql:///shop").jdbcUrl())
        .isEqualTo("jdbc:postgresql://localhost/shop");
    assertThat(DatabaseUrl.parse("postgresql://u@[::1]:5433/my%20shop").jdbcUrl())
        .isEqualTo("jdbc:postgresql://[::1]:5433/my+shop");
  }

  @Test
  void toString_hidesThePassword_whenTheUrlIsOfJdbc() {
    DatabaseUrl url =
        DatabaseUrl.parse("jdbc:postgresql://db/shop?user=ann&password=se:c@ret&ssl=true");

    assertThat(url.jdbcUrl())
        .isEqualTo("jdbc:postgresql://db/shop?user=ann&password=se:c@ret&ssl=true");
    assertThat(url).hasToString("jdbc:postgresql://db/shop?user=ann&password=***&ssl=true");
  }

  @Test
  void toString_hidesThePassword_whenItStandsBeforeTheHostOfAJdbcUrl() {
    assertThat(DatabaseUrl.parse("jdbc:postgresql://ann:se@c/ret@db/shop"))
        .hasToString("jdbc:postgresql://ann:***@db/shop");
  }

  @Test
  void open_hidesThePassword_whenTheDriverCannotReadTheUrl() {
    Database database =
        Database.of(DatabaseUrl.parse("jdbc:postgresql://db:port/shop?user=ann&password=secret"));

    assertThatThrownBy(database::open)
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessageStartingWith(
            "Cannot connect to jdbc:postgresql://db:port/shop?user=ann&password=***: ")
        .hasMessageNotContaining("secret");
  }

  @Test
  void open_namesTheHost_whenItIsUnknown() {
    Database database =
        Database.of(DatabaseUrl.parse("postgresql://ann@no-such-host.invalid/shop"));

    assertThatThrownBy(database::open)
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessage(
            "Cannot connect to postgresql://ann@no-such-host.invalid/shop: PostgreSQL's driver says"
                + " \"unknown host no-such-host.invalid\". Check host, port, name and rights, and"
                + " that the server runs.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "oracle://ann:secret@db/shop | unknown scheme \"oracle\"",
        "aludel.db                   | it has no scheme"
      })
  void parse_isRefused_whenTheSchemeIsUnknown(String url, String reason) {
    assertThatThrownBy(() -> DatabaseUrl.parse(url))
        .isInstanceOf(DatabaseUrlException.class)
        .hasMessage(
            "Cannot read the database URL: "
                + reason
                + ". Known forms are sqlite:///relative/file.db, sqlite:////absolute/file.db,"
                + " sqlite:// (in memory), postgresql://user:password@host:5432/name,"
                + " jdbc:sqlite:... and jdbc:postgresql:...");
  }

  @Test
  void parse_isRefused_whenASqliteUrlHasAHost() {
    assertThatThrownBy(() -> DatabaseUrl.parse("sqlite://a.db"))
        .isInstanceOf(DatabaseUrlException.class)
        .hasMessage(
            "Cannot read the database URL: a SQLite database has no host, and the URL names one."
                + " Write sqlite:///file.db for a file below the working directory, or"
                + " sqlite:////folder/file.db for an absolute path.");
  }

  @Test
  void parse_isRefused_whenASqliteUrlHasOptions() {
    assertThatThrownBy(() -> DatabaseUrl.parse("sqlite:///a.db?cache_size=9"))
        .isInstanceOf(DatabaseUrlException.class)
        .hasMessage(
            "Cannot read the database URL sqlite:///a.db?cache_size=9: a SQLite database takes no"
                + " options behind \"?\" in this form. Leave them out, or write"
                + " jdbc:sqlite:file.db?option=value.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite:///a.db ", "sqlite:///a.db\r", "jdbc:sqlite:a.db\n"})
  void parse_isRefused_whenTheDriverWouldOpenAnotherFile(String url) {
    assertThatThrownBy(() -> DatabaseUrl.parse(url))
        .isInstanceOf(DatabaseUrlException.class)
        .hasMessage(
            "Cannot read the database URL %s: the file's name ends with white space. Take it away;"
                + " a line may have brought along its end.",
            url.strip());
  }

  @Test
  void parse_isRefused_whenADatabaseIsInAJar() {
    assertThatThrownBy(() -> DatabaseUrl.parse("jdbc:sqlite::resource:a.db"))
        .isInstanceOf(DatabaseUrlException.class)
        .hasMessage(
            "Cannot read the database URL jdbc:sqlite::resource:a.db: a database in a jar can only"
                + " be read. Copy it into a file, and name that.");
  }

  @Test
  void parse_isRefused_whenThePortIsNoNumber() {
    assertThatThrownBy(() -> DatabaseUrl.parse("postgresql://ann:secret@db:port/shop"))
        .isInstanceOf(DatabaseUrlException.class)
        .hasMessage(
            "Cannot read the database URL: what stands behind the colon of the host is no port"
                + " number. A user and a password end with @, before the host.");
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql://ann:secret@db:99999/shop, 99999",
    "postgresql://db:65536/shop, 65536",
    "postgresql://db:0/shop, 0",
    "postgresql://db:123456789/shop, 123456789",
    "jdbc:postgresql://db:99999/shop?user=ann&password=secret, 99999",
    "'jdbc:postgresql://db:5432,[::1]:70000', 70000"
  })
  void parse_isRefused_whenThePortIsOutOfRange(String url, String port) {
    assertThatThrownBy(() -> DatabaseUrl.parse(url))
        .isInstanceOf(DatabaseUrlException.class)
        .hasMessage(
            "Cannot read the database URL: there is no port %s. A port is a number from 1 to 65535.",
            port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://db:65535/shop",
        "jdbc:postgresql://db:65535/shop",
        "jdbc:postgresql://[::1:99999]/shop",
        "jdbc:postgresql://db/shop?options=a:99999"
      })
  void parse_takesThePort_whenItIsInRange(String url) {
    assertThat(DatabaseUrl.parse(url).product()).isEqualTo(DatabaseProduct.POSTGRESQL);
  }
}
