package dev.aludel.migrations.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order of what completes a URL is that of libpq: URL, service, variables, password file. */
final class SurroundingsTest {
  @TempDir private Path home;

  private final Map<String, String> variables = new HashMap<>();

  @BeforeEach
  void setHome() {
    variables.put("HOME", home.toString());
  }

  private DatabaseUrl parse(String url) {
    return DatabaseUrl.parse(url, new Surroundings(variables, null));
  }

  private Path file(String name, String permissions, String... lines) throws IOException {
    Path file = Files.write(home.resolve(name), List.of(lines));
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  @ParameterizedTest
  @CsvSource({"postgresql://", "jdbc:postgresql:", "postgresql:///?application_name=a"})
  void variables_fillWhatTheUrlLeavesOut(String url) {
    variables.putAll(
        Map.of(
            "PGHOST", "db.example",
            "PGPORT", "6432",
            "PGUSER", "ann",
            "PGPASSWORD", "secret",
            "PGDATABASE", "shop",
            "PGSSLMODE", "require",
            "PGOPTIONS", "-c work_mem=8MB",
            "PGTARGETSESSIONATTRS", "read-write"));

    assertThat(parse(url)).hasToString("postgresql://ann:***@db.example:6432/shop");
    assertThat(parse(url).jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:6432/shop");
    assertThat(parse(url).properties())
        .containsEntry("user", "ann")
        .containsEntry("password", "secret")
        .containsEntry("sslmode", "require")
        .containsEntry("options", "-c work_mem=8MB")
        .containsEntry("targetServerType", "primary");
  }

  // The server takes a parameter of the connection after its options.
  @Test
  void options_countBesideASchemaOfTheUrl() {
    variables.put("PGOPTIONS", "-c statement_timeout=5s");

    assertThat(parse("postgresql://h/d?search_path=app").properties())
        .containsEntry("options", "-c statement_timeout=5s")
        .containsEntry("currentSchema", "app");
  }

  @Test
  void variables_areNotLookedAt_whenTheUrlSaysIt() {
    variables.putAll(
        Map.of("PGHOST", "h", "PGPORT", "1", "PGUSER", "u", "PGPASSWORD", "p", "PGDATABASE", "d"));
    variables.put("PGSSLMODE", "require");

    DatabaseUrl url = parse("postgresql://ann:secret@db:6432/shop?ssl=true");

    assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://db:6432/shop");
    assertThat(url.properties())
        .isEqualTo(Map.of("user", "ann", "password", "secret", "ssl", "true"));
  }

  @Test
  void variables_meanNothing_whenTheUrlIsOfSqlite() {
    variables.putAll(Map.of("PGHOST", "h", "PGPASSWORD", "p", "PGSERVICE", "missing"));

    assertThat(parse("sqlite:///a.db").properties()).isEmpty();
  }

  @Test
  void variable_isNamed_whenItsValueIsNotTaken() {
    variables.put("PGSSLMODE", "always");

    assertThatThrownBy(() -> parse("postgresql://db/shop"))
        .isInstanceOf(DatabaseUrlException.class)
        .hasMessage(
            "Cannot read the database URL: the parameter PGSSLMODE has a value that it does not"
                + " take: it is one of disable, allow, prefer, require, verify-ca, verify-full.");
  }

  @Test
  void service_comesBeforeTheVariables_andBehindTheUrl() throws IOException {
    file(
        ".pg_service.conf",
        "rw-r--r--",
        "# services",
        "[other]",
        "host=other",
        "[shop]",
        "host=db.example",
        "port=6432",
        "# the name",
        "dbname=shop",
        "user=ann",
        "password=secret",
        "[third]",
        "host=third");
    variables.putAll(Map.of("PGHOST", "h", "PGUSER", "u", "PGPASSWORD", "p"));

    assertThat(parse("postgresql://bob@/?service=shop"))
        .hasToString("postgresql://bob:***@db.example:6432/shop");
    variables.put("PGSERVICE", "third");
    assertThat(parse("jdbc:postgresql:")).hasToString("postgresql://u:***@third/");
  }

  @Test
  void service_isReadFromTheFileThatIsNamed() throws IOException {
    Path named = file("named.conf", "rw-r--r--", "[shop]", "host=named");
    Path inVariable = file("variable.conf", "rw-r--r--", "[shop]", "host=variable");
    file("pg_service.conf", "rw-r--r--", "[shop]", "host=system", "[more]", "host=more");
    variables.put("PGSYSCONFDIR", home.toString());

    assertThat(parse("postgresql:///?service=shop")).hasToString("postgresql://system/");
    variables.put("PGSERVICEFILE", inVariable.toString());
    assertThat(parse("postgresql:///?service=shop")).hasToString("postgresql://variable/");
    assertThat(parse("postgresql:///?service=more")).hasToString("postgresql://more/");
    assertThat(parse("postgresql:///?service=shop&servicefile=" + named))
        .hasToString("postgresql://named/");
  }

  @Test
  void service_isRefused_whenNoFileHasIt() throws IOException {
    assertThatThrownBy(() -> parse("postgresql:///?service=shop"))
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessage(
            "Cannot use the connection service \"shop\": there is no service file; it is"
                + " ~/.pg_service.conf, or PGSERVICEFILE names it.");
    Path file = file(".pg_service.conf", "rw-r--r--", "[other]");
    assertThatThrownBy(() -> parse("postgresql:///?service=shop"))
        .hasMessage(
            "Cannot use the connection service \"shop\": no group [shop] is in %s."
                .formatted(file));
    variables.put("PGSERVICEFILE", "/missing.conf");
    assertThatThrownBy(() -> parse("postgresql:///?service=shop"))
        .hasMessage(
            "Cannot use the connection service \"shop\": /missing.conf is no regular file.");
  }

  @Test
  void service_isRefused_whenAParameterIsUnknown() throws IOException {
    Path file = file(".pg_service.conf", "rw-r--r--", "[shop]", "sslmod=require");

    assertThatThrownBy(() -> parse("postgresql:///?service=shop"))
        .isInstanceOf(DatabaseUrlException.class)
        .hasMessage(
            "Cannot read the database URL: PostgreSQL has no parameter \"sslmod\" (%s:2). Did you"
                + " mean \"sslmode\"?",
            file);
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql://ann@db:6432/shop, first",
    "postgresql://ann@db/shop, usual",
    "postgresql://bob@db:6432/shop, any",
    "postgresql://ann@elsewhere/shop, any",
    "postgresql://c%5Cd@db:6432/a%3Ab, escaped:\\",
    "postgresql://ann@localhost/local, local",
    "postgresql://ann@/local?host=/var/run/postgresql, local",
    "postgresql://ann@/local?host=/srv/sockets, folder",
    "'postgresql://ann@h1,h2/shop', any"
  })
  void passwordFile_givesThePasswordOfTheFirstLineThatFits(String url, String password)
      throws IOException {
    file(
        ".pgpass",
        "rw-------",
        "# hostname:port:database:username:password",
        "db:6432:shop:ann:first",
        "db:5432:shop:ann:usual",
        "db:6432:a\\:b:c\\\\d:escaped\\:\\\\",
        "localhost:5432:local:ann:local",
        "/srv/sockets:*:local:ann:folder",
        "*:*:*:*:any");

    assertThat(parse(url).properties()).containsEntry("password", password);
  }

  @Test
  void passwordFile_isReadFromWhereItIsNamed() throws IOException {
    Path named = file("named", "rw-------", "*:*:*:*:named");
    variables.put("PGPASSFILE", file("variable", "rw-------", "*:*:*:*:variable").toString());

    assertThat(parse("postgresql:///shop").properties()).containsEntry("password", "variable");
    assertThat(parse("postgresql:///shop?passfile=" + named).properties())
        .containsEntry("password", "named");
  }

  @ParameterizedTest
  @CsvSource({"rw-r-----", "rw----r--", "rw--w----"})
  void passwordFile_isLeftOut_whenOthersMayUseIt(String permissions) throws IOException {
    file(".pgpass", permissions, "*:*:*:*:secret");

    assertThat(parse("postgresql:///shop").properties()).containsEntry("password", "");
  }

  @Test
  void passwordFile_isRefused_whenTheHostsHaveDifferentPasswords() throws IOException {
    file(".pgpass", "rw-------", "h1:*:*:*:one", "h2:*:*:*:two");

    assertThatThrownBy(() -> parse("postgresql://h1,h2/shop").properties())
        .isInstanceOf(DatabaseUnavailableException.class)
        .hasMessage(
            "The password file has no password that is the same for all hosts, and PostgreSQL's"
                + " driver for Java takes one. Write the same line for each host, or name one"
                + " host.");
  }

  @Test
  void password_isTheOneBesideTheUrl_beforeAllOthers() throws IOException {
    file(".pgpass", "rw-------", "*:*:*:*:file");
    variables.put("PGPASSWORD", "variable");
    Surroundings beside = new Surroundings(variables, "beside");

    assertThat(DatabaseUrl.parse("postgresql:///shop", beside).properties())
        .containsEntry("password", "beside");
    assertThatThrownBy(() -> DatabaseUrl.parse("postgresql://ann:secret@db/shop", beside))
        .isInstanceOf(DatabaseUrlException.class)
        .hasMessage(
            "Cannot read the database URL: it holds a password, and another one is given. Leave"
                + " one out.");
  }
}
