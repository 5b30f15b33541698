package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.run.ScriptRun.Outcome;
import dev.aludel.migrations.run.TestDatabase.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes to SQLite tables, as data: a script of them does what running them does. */
final class OfflineAlterCasesTest {
  @TempDir private Path online;
  @TempDir private Path offline;
  @TempDir private Path revisions;

  static Stream<Arguments> cases() throws IOException {
    try (InputStream file =
        OfflineAlterCasesTest.class.getResourceAsStream("/sqlite-alter-cases.json")) {
      JsonNode cases = new ObjectMapper().readTree(file).get("cases");
      return StreamSupport.stream(cases.spliterator(), false)
          .flatMap(
              json ->
                  Stream.of(
                      arguments(json, ScriptRun.SQLITE_SHELL, OfflineOptions.ANY_VERSION),
                      arguments(json, ScriptRun.SQLITE_JDBC, OfflineOptions.ANY_VERSION),
                      arguments(
                          json, ScriptRun.SQLITE_JDBC, OfflineOptions.targetVersion("3.54"))));
    }
  }

  private static Arguments arguments(JsonNode json, ScriptRun run, OfflineOptions options) {
    return Arguments.of(json.get("id").asText(), run, options, json);
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("cases")
  void script_doesWhatARunDoes(String name, ScriptRun run, OfflineOptions options, JsonNode json)
      throws IOException {
    Files.writeString(
        revisions.resolve("a1.sql"),
        "--@ revision a1\n--@ revises base\n--@ upgrade sqlite\n" + json.get("setup").asText());
    Files.writeString(
        revisions.resolve("b2.sql"),
        "--@ revision b2\n--@ revises a1\n--@ upgrade\n" + json.get("upgrade").asText());
    TestDatabase first = Kind.SQLITE.open(online);
    TestDatabase second = Kind.SQLITE.open(offline);
    Migrator migrator = Migrator.builder().url(first.url()).scripts(revisions).build();
    migrator.upgrade("a1");
    run.apply(second, script(migrator, options, "a1"));
    assertThat(Snapshot.of(second, Kind.SQLITE)).isEqualTo(Snapshot.of(first, Kind.SQLITE));

    if (json.has("error")) {
      List<String> before = Snapshot.of(second, Kind.SQLITE);
      Outcome outcome = run.run(second, script(migrator, options, "a1:b2"));
      assertThat(outcome.failed()).isTrue();
      assertThat(Snapshot.of(second, Kind.SQLITE)).isEqualTo(before);
    } else {
      migrator.upgrade("b2");
      run.apply(second, script(migrator, options, "a1:b2"));
      assertThat(Snapshot.of(second, Kind.SQLITE)).isEqualTo(Snapshot.of(first, Kind.SQLITE));
    }
  }

  private static String script(Migrator migrator, OfflineOptions options, String range)
      throws IOException {
    StringBuilder script = new StringBuilder();
    migrator.upgradeSql(options, script, range);
    return script.toString();
  }
}
