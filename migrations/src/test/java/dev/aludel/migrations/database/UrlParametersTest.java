package dev.aludel.migrations.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGProperty;
import org.sqlite.SQLiteConfig.Pragma;

final class UrlParametersTest {

  private static DatabaseUrl parse(String url) {
    return DatabaseUrl.parse(url, Surroundings.NONE);
  }

  @ParameterizedTest
  @EnumSource(PGProperty.class)
  void list_decidesOnEachPropertyOfPostgresqlsDriver(PGProperty property) {
    assertThat(decisions(PostgresParameterList.ALL, property.getName())).isOne();
  }

  @ParameterizedTest
  @EnumSource(PGProperty.class)
  void list_takesTheValuesOfPostgresqlsDriver(PGProperty property) {
    ParameterValues values = PostgresParameterList.ALL.taken().get(property.getName());
    String usual = property.getDefaultValue();
    if (values != null && usual != null && !usual.isEmpty()) {
      assertThat(usual).matches(values.taken());
    }
    String[] choices = property.getChoices();
    if (values != null && choices != null) {
      assertThat(Arrays.asList(choices)).allMatch(values.taken());
    }
  }

  @ParameterizedTest
  @EnumSource(Pragma.class)
  void list_decidesOnEachPragmaOfSqlitesDriver(Pragma pragma) {
    assertThat(decisions(SqliteParameterList.DRIVER, pragma.pragmaName)).isOne();
  }

  private static long decisions(ParameterList list, String name) {
    return Stream.of(list.taken(), list.refused()).filter(map -> map.containsKey(name)).count();
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql://db/shop?sslmod=require, PostgreSQL, sslmod, sslmode",
    "jdbc:postgresql://db/shop?sslmod=require, PostgreSQL, sslmod, sslmode",
    "postgresql+psycopg2://db/shop?schema=app, PostgreSQL, schema, currentSchema",
    "postgresql://db/shop?serch_path=app, PostgreSQL, serch_path, search_path",
    "postgresql://db/shop?aplication_name=app, PostgreSQL, aplication_name, application_name",
    "sqlite:///a.db?read_uncommited=on, SQLite, read_uncommited, read_uncommitted",
    "sqlite://?read_uncommited=on, SQLite, read_uncommited, read_uncommitted",
    "jdbc:sqlite:a.db?read_uncommited=on, SQLite, read_uncommited, read_uncommitted",
    "jdbc:sqlite::memory:?read_uncommited=on, SQLite, read_uncommited, read_uncommitted",
    "jdbc:sqlite:file:a.db?mod=ro, SQLite, mod, mode"
  })
  void parse_namesTheNearest_whenAParameterIsUnknown(
      String url, String database, String written, String nearest) {
    assertThatThrownBy(() -> parse(url))
        .isInstanceOf(DatabaseUrlException.class)
        .hasMessage(
            "Cannot read the database URL: %s has no parameter \"%s\". Did you mean \"%s\"?",
            database, written, nearest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"jdbc:sqlite:new.db?nosuch=1", "sqlite:///new.db?nosuch=1", "sqlite://?nosuch=1"})
  void parse_isRefused_whenAParameterIsNearToNone(String url) {
    assertThatThrownBy(() -> parse(url))
        .isInstanceOf(DatabaseUrlException.class)
        .hasMessage(
            "Cannot read the database URL: SQLite has no parameter \"nosuch\". Leave it out; & in"
                + " a value is written as %26, and docs/parameters.md lists them all.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "preferQueryMode=simple | it would change what statements mean. Leave it out.",
        "hostaddr=127.0.0.1     | write the address as host.",
        "PGHOST=db              | write host.",
        "sslcrl=a.crl           | PostgreSQL's driver for Java does not have it. Leave it out."
      })
  void parse_saysWhy_whenAParameterIsNotTaken(String parameter, String reason) {
    assertThatThrownBy(() -> parse("postgresql:///shop?" + parameter))
        .isInstanceOf(DatabaseUrlException.class)
        .hasMessage(
            "Cannot read the database URL: the parameter \"%s\" is not taken: %s",
            parameter.replaceFirst("=.*", ""), reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vfs=unix-none",
        "nolock=1",
        "immutable=1",
        "password=geheim",
        "foreign_keys=off",
        "journal_mode=fast",
        "cache_size=many",
        "mode=ro",
        "transaction_mode=IMMEDIATE"
      })
  void parse_isRefused_whenSqliteWouldNotDoIt(String parameter) {
    assertThatThrownBy(() -> parse("jdbc:sqlite:a.db?" + parameter))
        .isInstanceOf(DatabaseUrlException.class)
        .hasMessageContaining("the parameter \"%s\"", parameter.replaceFirst("=.*", ""))
        .hasMessageNotContaining("geheim");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sslmode=encrypt            | sslmode | one of disable, allow, prefer, require, verify-ca, verify-full",
        "connect_timeout=soon       | connect_timeout | a whole number",
        "ssl=require                | ssl | one of true, false",
        "application_name=          | application_name | not empty"
      })
  void parse_saysWhatIsTaken_whenAValueIsNot(String parameter, String name, String values) {
    assertThatThrownBy(() -> parse("postgresql:///shop?" + parameter))
        .isInstanceOf(DatabaseUrlException.class)
        .hasMessage(
            "Cannot read the database URL: the parameter \"%s\" has a value that it does not take:"
                + " it is %s.",
            name, values);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application_name=a       | ApplicationName=a",
        "ApplicationName=a        | ApplicationName=a",
        "connect_timeout=3        | connectTimeout=3",
        "search_path=app%2Cpublic | currentSchema=app,public",
        "currentSchema=app        | currentSchema=app",
        "options=-c%20work_mem=8MB | options=-c work_mem=8MB",
        "keepalives=1             | tcpKeepAlive=true",
        "load_balance_hosts=random | loadBalanceHosts=true",
        "target_session_attrs=read-write | targetServerType=primary",
        "target_session_attrs=prefer-standby | targetServerType=preferSecondary",
        "target_session_attrs=Read-Write | targetServerType=primary",
        "targetServerType=PREFERsecondary | targetServerType=preferSecondary",
        "sslmode=Verify-Full      | sslmode=verify-full",
        "ssl=TRUE                 | ssl=true",
        "sslmode=verify-full      | sslmode=verify-full",
        "sslcert=a.crt            | sslcert=a.crt",
        "prepareThreshold=0       | prepareThreshold=0"
      })
  void parse_givesTheDriverItsOwnName(String parameter, String property) {
    assertThat(parse("postgresql:///shop?" + parameter).properties())
        .containsEntry(property.replaceFirst("=.*", ""), property.replaceFirst("[^=]*=", ""));
  }

  @Test
  void parse_isRefused_whenAValueHoldsAZero() {
    assertThatThrownBy(() -> parse("postgresql:///shop?search_path=a%00b"))
        .isInstanceOf(DatabaseUrlException.class)
        .hasMessage(
            "Cannot read the database URL: the parameter \"search_path\" holds the character with the number zero, which no database takes.");
  }

  @Test
  void parse_takesTheEncodingThatTheDriverHasAnyway() {
    assertThat(parse("postgresql:///shop?client_encoding=utf8").properties())
        .containsOnlyKeys("password");
  }

  @Test
  void parse_verifiesTheServer_whenItsCertificateIsNamed() {
    assertThat(parse("postgresql:///shop?sslmode=require&sslrootcert=ca.crt").properties())
        .containsEntry("sslmode", "verify-ca");
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql://db/shop?host=db2, host",
    "postgresql://ann@db/shop?user=bob, user",
    "postgresql://db/shop?dbname=other, dbname",
    "postgresql://db:1/shop?port=2, port",
    "postgresql://db/shop?sslmode=require&sslmode=disable, sslmode",
    "jdbc:postgresql://db/shop?dbname=other, dbname"
  })
  void parse_isRefused_whenAThingIsSaidTwice(String url, String name) {
    assertThatThrownBy(() -> parse(url))
        .isInstanceOf(DatabaseUrlException.class)
        .hasMessage(
            "Cannot read the database URL: it says \"%s\" twice. Leave one out.".formatted(name));
  }

  static Stream<String[]> twoNames() {
    return Stream.of(
        new String[] {"connect_timeout=1&connectTimeout=2", "connect_timeout", "connectTimeout"},
        new String[] {"search_path=a&currentSchema=b", "search_path", "currentSchema"},
        new String[] {"ssl=true&sslmode=require", "ssl", "sslmode"},
        new String[] {"search_path=a&options=-c search_path=b", "currentSchema", "options"});
  }

  @ParameterizedTest
  @MethodSource("twoNames")
  void parse_isRefused_whenAThingIsSaidByTwoNames(String query, String one, String other) {
    assertThatThrownBy(() -> parse("postgresql:///shop?" + query))
        .isInstanceOf(DatabaseUrlException.class)
        .hasMessage(
            "Cannot read the database URL: \"%s\" and \"%s\" say the same thing. Leave one out.",
            one, other);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://h/x?user=a&password=b&sslmod=require",
        "postgresql://h/x?user=a&password=b&sslmod=require"
      })
  void unknownName_isTold_whenItIsASlipBehindAPassword(String url) {
    assertThatThrownBy(() -> parse(url))
        .hasMessage(
            "Cannot read the database URL: PostgreSQL has no parameter \"sslmod\". Did you mean \"sslmode\"?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter=2", "Pot7=x", "prot=x", "swordfish=1"})
  void unknownName_isNotTold_whenItMayBeAPartOfAPassword(String part) {
    assertThatThrownBy(() -> parse("postgresql://h/x?user=a&password=b&" + part))
        .hasMessageStartingWith(
            "Cannot read the database URL: PostgreSQL has no parameter number 3. Leave it out;");
  }
}
