package dev.aludel.migrations.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseUrlTest {

  private static DatabaseUrl parse(String url) {
    return DatabaseUrl.parse(url, Surroundings.NONE);
  }

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
    "sqlite:///a.db?cache_size=9, a.db, jdbc:sqlite:a.db?cache_size=9",
    "jdbc:sqlite:file:a%20b.db, a b.db, jdbc:sqlite:a b.db",
    "jdbc:sqlite:file:///tmp/a.db, /tmp/a.db, jdbc:sqlite:/tmp/a.db",
    "jdbc:sqlite:file://localhost/tmp/a.db, /tmp/a.db, jdbc:sqlite:/tmp/a.db",
    "jdbc:sqlite:file:a%3Fb.db, a?b.db, jdbc:sqlite:file:a%3Fb.db",
    "jdbc:sqlite:file:x/a b.db?cache=private&mode=rw&cache_size=9, x/a b.db, jdbc:sqlite:file:x/a%20b.db?cache=private&cache_size=9&mode=rw"
  })
  void parse_findsTheFile_whenTheUrlIsOfSqlite(String url, Path file, String jdbcUrl) {
    DatabaseUrl parsed = parse(url);

    assertThat(parsed.file()).contains(file);
    assertThat(parsed.jdbcUrl()).isEqualTo(jdbcUrl);
    assertThat(parsed).hasToString(url.replaceFirst("\\?.*", ""));
    assertThat(parse(parsed.whole()).jdbcUrl()).isEqualTo(jdbcUrl);
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
    assertThat(parse(url).file()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "postgres", "postgresql+psycopg2", "postgresql+asyncpg"})
  void parse_findsAllParts_whenTheUrlIsOfPostgresql(String scheme) {
    DatabaseUrl url =
        parse(scheme + "://ann:secret@db.example:6432/shop?sslmode=require&connect_timeout=3");

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
    DatabaseUrl url = parse("postgresql://ann:" + written + "@db/shop");

    assertThat(url.properties()).containsEntry("password", password).containsEntry("user", "ann");
    assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://db/shop");
    assertThat(url).hasToString("postgresql://ann:***@db/shop");
  }

  @Test
  void parse_takesADefaultHostAndAnIpv6Host() {
    assertThat(parse("postgresql:///shop").jdbcUrl()).isEqualTo("jdbc:postgresql://localhost/shop");
    assertThat(parse("postgresql://u@[::1]:5433/my%20shop").jdbcUrl())
        .isEqualTo("jdbc:postgresql://[::1]:5433/my%20shop");
  }

  @Test
  void parse_findsAllParts_whenTheUrlIsOfJdbc() {
    DatabaseUrl url =
        parse("jdbc:postgresql://db:6432/my+shop?user=ann&password=se:c%40r%2Bet&ssl=true");

    assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://db:6432/my%20shop");
    assertThat(url.properties())
        .isEqualTo(Map.of("user", "ann", "password", "se:c@r+et", "ssl", "true"));
    assertThat(url).hasToString("postgresql://ann:***@db:6432/my shop");
  }

  @Test
  void open_namesTheHost_whenItIsUnknown() {
    Database database = Database.of(parse("postgresql://ann@no-such-host.invalid/shop"));

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
    assertThatThrownBy(() -> parse(url))
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
    assertThatThrownBy(() -> parse("sqlite://a.db"))
        .isInstanceOf(DatabaseUrlException.class)
        .hasMessage(
            "Cannot read the database URL: a SQLite database has no host, and the URL names one."
                + " Write sqlite:///file.db for a file below the working directory, or"
                + " sqlite:////folder/file.db for an absolute path.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite:///a.db ", "sqlite:///a.db\r", "jdbc:sqlite:a.db\n"})
  void parse_isRefused_whenTheDriverWouldOpenAnotherFile(String url) {
    assertThatThrownBy(() -> parse(url))
        .isInstanceOf(DatabaseUrlException.class)
        .hasMessage(
            "Cannot read the database URL %s: the file's name ends with white space. Take it away;"
                + " a line may have brought along its end.",
            url.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://ann:secret@db/shop",
        "jdbc:postgresql://ann@db:5432/shop",
        "jdbc:postgresql:ann:secret@db/shop"
      })
  void parse_isRefused_whenAUserStandsBeforeTheHostOfJdbc(String url) {
    assertThatThrownBy(() -> parse(url))
        .isInstanceOf(DatabaseUrlException.class)
        .hasMessage(
            "Cannot read the database URL: in JDBC's form no user and no password stand before the"
                + " host. Write jdbc:postgresql://host:5432/name?user=...&password=..., or"
                + " postgresql://user:password@host:5432/name.");
  }

  @Test
  void parse_isRefused_whenADatabaseIsInAJar() {
    assertThatThrownBy(() -> parse("jdbc:sqlite::resource:a.db"))
        .isInstanceOf(DatabaseUrlException.class)
        .hasMessage(
            "Cannot read the database URL jdbc:sqlite::resource:a.db: a database in a jar can only"
                + " be read. Copy it into a file, and name that.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://ann:secret@db:port/shop",
        "postgresql://ann:secret@db:99999/shop",
        "postgresql://db:65536/shop",
        "postgresql://db:0/shop",
        "postgresql://db:123456789/shop",
        "postgresql:///shop?port=0",
        "jdbc:postgresql://db:99999/shop?user=ann&password=secret",
        "jdbc:postgresql://db:5432,[::1]:70000"
      })
  void parse_isRefused_whenThePortIsNone(String url) {
    assertThatThrownBy(() -> parse(url))
        .isInstanceOf(DatabaseUrlException.class)
        .hasMessage(
            "Cannot read the database URL: a port is a number from 1 to 65535, and another text"
                + " stands in its place. A user and a password end with @, before the host.");
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql://db:65535/shop, jdbc:postgresql://db:65535/shop",
    "jdbc:postgresql:shop, jdbc:postgresql://localhost/shop",
    "jdbc:postgresql:, jdbc:postgresql://localhost/",
    "jdbc:postgresql:/, jdbc:postgresql://localhost/",
    "jdbc:postgresql://db, jdbc:postgresql://db/",
    "jdbc:postgresql://[fe80::1%25eth0]:65535/shop, jdbc:postgresql://[fe80::1%eth0]:65535/shop",
    "postgresql:///shop?host=::1&port=6432, jdbc:postgresql://[::1]:6432/shop",
    "postgresql:///?host=db&dbname=shop, jdbc:postgresql://db/shop",
    "'postgresql://h1:1,h2:2/shop', 'jdbc:postgresql://h1:1,h2:2/shop'",
    "'jdbc:postgresql://h1:1,[::1],h3/shop', 'jdbc:postgresql://h1:1,[::1],h3/shop'",
    "'postgresql:///shop?host=h1,h2&port=6432', 'jdbc:postgresql://h1:6432,h2:6432/shop'",
    "'postgresql:///shop?host=h1,h2&port=1,2', 'jdbc:postgresql://h1:1,h2:2/shop'"
  })
  void parse_findsTheHosts(String url, String jdbcUrl) {
    assertThat(parse(url).jdbcUrl()).isEqualTo(jdbcUrl);
    assertThat(parse(parse(url).whole()).jdbcUrl()).isEqualTo(jdbcUrl);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql:///shop?host=/run/postgresql&port=6432",
        "postgresql://%2Frun%2Fpostgresql:6432/shop",
        "jdbc:postgresql:shop?host=/run/postgresql&port=6432"
      })
  void parse_findsTheSocket(String text) {
    DatabaseUrl url = parse(text);

    assertThat(url).hasToString("postgresql:///shop?host=/run/postgresql&port=6432");
    assertThat(url.properties())
        .containsEntry("socketFactoryArg", "/run/postgresql/.s.PGSQL.6432")
        .containsEntry("sslmode", "disable");
  }
}
