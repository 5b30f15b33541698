package dev.aludel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.aludel.app.cli.Streams.Colour;
import dev.aludel.app.wiring.Environment;
import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.database.DatabaseUrl;
import dev.aludel.migrations.database.DatabaseUrlException;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a URL is written, and wherever it fails: its password is shown nowhere. */
final class SecretsTest {
  private static final String SECRET = "geheim77";

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("upgrade"),
          List.of("-v", "upgrade"),
          List.of("upgrade", "--sql"),
          List.of("downgrade", "base"),
          List.of("stamp", "001"),
          List.of("ensure-version"),
          List.of("-v", "current"),
          List.of("current", "--json"),
          List.of("-v", "history", "-i"),
          List.of("show", "current"),
          List.of("backup"),
          List.of("revision", "-m", "Add pots", "--head", "current"),
          List.of("-v", "demo"));

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://u:geheim77@127.0.0.1:1/t",
        "postgresql://u:%67eheim77@127.0.0.1:1/t",
        "postgres://u:geheim77@127.0.0.1:1/t?sslmode=require",
        "postgresql+psycopg2://u:geheim77@127.0.0.1:1,127.0.0.1:2/t",
        "postgresql://u:geheim77@/t?host=/missing",
        "postgresql://u@127.0.0.1:1/t?password=geheim77",
        "postgresql://127.0.0.1:1/t?sslpassword=geheim77&sslmode=require",
        "postgresql://127.0.0.1:1/t?socketFactoryArg=geheim77",
        "postgresql://u:a@b@geheim77@127.0.0.1:1/t",
        "postgresql://u:a/geheim77?x@127.0.0.1:1/t",
        "postgresql://u:a@h/geheim77?x=y@127.0.0.1:1/t",
        "postgresql://u:1?geheim77=x@127.0.0.1:1/t",
        "postgresql://u%3Ageheim77@127.0.0.1:1/t",
        "postgresql://u:geheim77@127.0.0.1:port/t",
        "postgresql://u:geheim77@127.0.0.1:99999/t",
        "postgresql://u:geheim77@[::1/t",
        "postgresql://u:geheim77",
        "postgresql://u:geheim77/t",
        "postgresql:u:geheim77@127.0.0.1/t",
        "postgresql:/u:geheim77@127.0.0.1/t",
        "postgresql://127.0.0.1:1/t;password=geheim77",
        "postgresql://127.0.0.1:1/t&password=geheim77",
        "postgresql://127.0.0.1:1/t?user=u&password=a&geheim77",
        "postgresql://127.0.0.1:1/t?user=u&password=a&geheim77=1",
        "postgresql://127.0.0.1:1/t?passwrd=geheim77",
        "postgresql://127.0.0.1:1/t?PASSWORD=geheim77",
        "postgresql://127.0.0.1:1/t?sslmode=geheim77",
        "postgresql://127.0.0.1:1/t?password=geheim77&password=geheim77",
        "postgresql://127.0.0.1:1/t?geheim77",
        "jdbc:postgresql://127.0.0.1:1/t?user=u&password=geheim77",
        "jdbc:postgresql://127.0.0.1:1/t?user=u&pass%77ord=geheim77",
        "jdbc:postgresql://127.0.0.1:1/t?user=u&password=%geheim77",
        "jdbc:postgresql://127.0.0.1:port/t?user=u&password=geheim77",
        "jdbc:postgresql://127.0.0.1:1/t?loggerLevel=TRACE&password=geheim77",
        "jdbc:postgresql:t1?user=u;password=geheim77",
        "jdbc:postgresql:t1;user=u;password=geheim77",
        "jdbc:postgresql://u:geheim77@127.0.0.1:1/t",
        "jdbc:postgresql://u:a@geheim77@127.0.0.1:1/t",
        "jdbc:postgresql://u:super?geheim77@h/x",
        "jdbc:postgresql://u:12?geheim77@h/x",
        "jdbc:postgresql://u:12/geheim77@h/x",
        "jdbc:postgresql:u:geheim77@h/x",
        "postgresq://u:geheim77@127.0.0.1/t",
        "mysql://u:geheim77@127.0.0.1/t",
        "jdbc:mysql://u:geheim77@127.0.0.1/t",
        "u:geheim77@127.0.0.1://t",
        "u:geheim77@127.0.0.1/t",
        "sqlite://u:geheim77@h/a.db",
        "sqlite:///a.db?password=geheim77",
        "jdbc:sqlite:a.db?password=geheim77",
        "jdbc:sqlite:a.db?pass%77ord=geheim77",
        "jdbc:sqlite:a.db?hexkey_mode=geheim77",
        "jdbc:sqlite:file:a.db?key=geheim77"
      })
  void secret_isShownNowhere(String url) throws IOException {
    List<String> said = new ArrayList<>();
    for (List<String> command : COMMANDS) {
      said.add(say(Map.of("HOME", folder.toString()), command, "--url", url));
      said.add(say(Map.of("ALUDEL_DATABASE_URL", url), command));
    }
    boolean toBeTold = url.contains("://") || url.startsWith("jdbc:") || url.startsWith("postgres");
    for (String option :
        toBeTold
            ? List.of("--ulr", "-url", "--script-location", "--config", "--head")
            : List.<String>of()) {
      said.add(say(Map.of(), List.of("current"), option, url));
      said.add(say(Map.of(), List.of("revision"), option + "=" + url));
    }
    for (String command :
        List.of("show", "edit", "upgrade", "stamp", "downgrade", "init", "heads")) {
      said.add(toBeTold ? say(Map.of(), List.of(command), url) : "");
    }
    Files.writeString(folder.resolve("aludel.properties"), "url = " + url.replace("\\", "\\\\"));
    said.add(say(Map.of(), List.of("-v", "current")));

    assertThat(said).noneMatch(text -> text.contains(SECRET));
    assertThat(folder).isDirectoryNotContaining(file -> file.toString().contains("a.db"));
  }

  private String say(Map<String, String> variables, List<String> command, String... more) {
    StringWriter said = new StringWriter();
    Streams streams =
        new Streams(new PrintWriter(said, false), new PrintWriter(said, false), Colour.OFF);
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(List.of(more));
    new AludelCommandLine(new Environment(variables, folder, Clock.systemUTC()), streams)
        .run(arguments.toArray(String[]::new));
    return said.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://u:geheim77@127.0.0.1:1/t",
        "jdbc:postgresql://127.0.0.1:1/t?user=u&password=geheim77",
        "jdbc:postgresql://u:geheim77@127.0.0.1:1/t",
        "postgresql://u:geheim77@127.0.0.1:port/t",
        "oracle://u:geheim77@127.0.0.1/t"
      })
  void secret_isInNoTraceOfTheLibrary(String url) {
    StringWriter said = new StringWriter();
    PrintWriter trace = new PrintWriter(said);
    StorageConfig config = StorageConfig.of(url);
    trace.println(config);
    catchThrowable(() -> Storages.open(config)).printStackTrace(trace);
    catchThrowable(() -> Migrator.builder().url(url).bundled().build().upgrade("heads"))
        .printStackTrace(trace);
    try {
      DatabaseUrl parsed = DatabaseUrl.parse(url);
      trace.println(parsed + " " + parsed.jdbcUrl());
    } catch (DatabaseUrlException e) {
      e.printStackTrace(trace);
    }

    assertThat(said.toString()).doesNotContain(SECRET);
  }
}
