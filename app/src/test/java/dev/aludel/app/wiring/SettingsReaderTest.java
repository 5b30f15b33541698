package dev.aludel.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.backup.BackupPolicy;
import dev.aludel.migrations.database.DatabaseUrl;
import dev.aludel.migrations.run.RunSettings.Transactions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsReaderTest {
  @TempDir private Path folder;

  private Settings read(Flags flags, Map<String, String> variables) {
    return SettingsReader.read(flags, new Environment(variables, folder, Clock.systemUTC()));
  }

  private Settings read() {
    return read(Flags.NONE, Map.of());
  }

  private void file(String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(lines));
  }

  private static Flags config(String file) {
    return new Flags(Path.of(file), List.of(), Map.of());
  }

  @Test
  void read_givesTheDefaults_whenNothingIsSet() {
    Settings settings = read();
    assertThat(settings.database()).hasToString("sqlite:///aludel.db");
    assertThat(settings.scriptLocations()).isEmpty();
    assertThat(settings.usesBundled()).isTrue();
    assertThat(settings.versionTable()).isEqualTo("alembic_version");
  }

  @Test
  void read_takesTheFile_whenNothingElseIsSet() throws IOException {
    file(
        "aludel.properties",
        "url = sqlite:///file.db",
        "script-location = revisions, more/revisions",
        "bundled = true",
        "version-table = Stände");
    Settings settings = read();
    assertThat(settings.database()).hasToString("sqlite:///file.db");
    assertThat(settings.scriptFolders())
        .containsExactly(folder.resolve("revisions"), folder.resolve("more/revisions"));
    assertThat(settings.usesBundled()).isTrue();
    assertThat(settings.versionTable()).isEqualTo("Stände");
  }

  @Test
  void read_prefersTheEnvironmentToTheFile() throws IOException {
    file(
        "aludel.properties",
        "url = sqlite:///file.db",
        "script-location = revisions",
        "bundled = true",
        "version-table = versions");
    Settings settings =
        read(
            Flags.NONE,
            Map.of(
                "ALUDEL_DATABASE_URL", "sqlite:///variable.db",
                "ALUDEL_SCRIPT_LOCATION", "one" + File.pathSeparator + "two",
                "ALUDEL_BUNDLED", "false",
                "ALUDEL_VERSION_TABLE", "others"));
    assertThat(settings.database()).hasToString("sqlite:///variable.db");
    assertThat(settings.scriptFolders())
        .containsExactly(folder.resolve("one"), folder.resolve("two"));
    assertThat(settings.usesBundled()).isFalse();
    assertThat(settings.versionTable()).isEqualTo("others");
  }

  @Test
  void read_prefersTheFlagsToTheEnvironment() {
    Settings settings =
        read(
            new Flags(
                null,
                List.of("three"),
                Map.of(
                    Setting.URL, "sqlite:///flag.db",
                    Setting.BUNDLED, "true",
                    Setting.VERSION_TABLE, "mine")),
            Map.of(
                "ALUDEL_DATABASE_URL", "sqlite:///variable.db",
                "ALUDEL_SCRIPT_LOCATION", "one",
                "ALUDEL_BUNDLED", "false",
                "ALUDEL_VERSION_TABLE", "others"));
    assertThat(settings.database()).hasToString("sqlite:///flag.db");
    assertThat(settings.scriptFolders()).containsExactly(folder.resolve("three"));
    assertThat(settings.usesBundled()).isTrue();
    assertThat(settings.versionTable()).isEqualTo("mine");
  }

  @Test
  void read_findsEachSettingOfRunsAndScripts_inItsPlace() throws IOException {
    file(
        "there/my.properties",
        "lock-wait = 2m",
        "lock-timeout = 250ms",
        "transaction = all",
        "backup = never",
        "revision-template = mine.template",
        "file-name-template = ${revision}.sql");
    Settings fromFile = read(config("there/my.properties"), Map.of());
    assertThat(fromFile.run().lockWait()).isEqualTo(Duration.ofMinutes(2));
    assertThat(fromFile.run().lockTimeout()).isEqualTo(Duration.ofMillis(250));
    assertThat(fromFile.run().transactions()).isEqualTo(Transactions.ONE_FOR_ALL);
    assertThat(fromFile.run().backup()).isEqualTo(BackupPolicy.NEVER);
    assertThat(fromFile.revisionTemplate()).contains(folder.resolve("there/mine.template"));
    assertThat(fromFile.fileNameTemplate()).isEqualTo("${revision}.sql");
    Settings fromVariables =
        read(
            new Flags(Path.of("there/my.properties"), List.of(), Map.of(Setting.LOCK_WAIT, "0")),
            Map.of(
                "ALUDEL_LOCK_WAIT", "5",
                "ALUDEL_LOCK_TIMEOUT", "7",
                "ALUDEL_TRANSACTION", "per-revision",
                "ALUDEL_BACKUP", "always",
                "ALUDEL_REVISION_TEMPLATE", "here.template",
                "ALUDEL_FILE_NAME_TEMPLATE", "${revision}_${slug}.sql"));
    assertThat(fromVariables.run().lockWait()).isZero();
    assertThat(fromVariables.run().lockTimeout()).isEqualTo(Duration.ofSeconds(7));
    assertThat(fromVariables.run().transactions()).isEqualTo(Transactions.ONE_FOR_EACH_REVISION);
    assertThat(fromVariables.run().backup()).isEqualTo(BackupPolicy.ALWAYS);
    assertThat(fromVariables.revisionTemplate()).contains(folder.resolve("here.template"));
    assertThat(fromVariables.fileNameTemplate()).isEqualTo("${revision}_${slug}.sql");
  }

  @Test
  void read_takesAnEmptyVariableForNone() {
    assertThat(read(Flags.NONE, Map.of("ALUDEL_DATABASE_URL", "")).database().toString())
        .isEqualTo("sqlite:///aludel.db");
  }

  @Test
  void read_beginsRelativePathsAtTheFolderOfTheFile() throws IOException {
    file("there/my.properties", "url = sqlite:///agent.db", "script-location = revisions");
    Settings settings = read(config("there/my.properties"), Map.of());
    assertThat(settings.database()).hasToString("sqlite:///" + folder.resolve("there/agent.db"));
    assertThat(settings.scriptFolders()).containsExactly(folder.resolve("there/revisions"));
    assertThat(
            read(Flags.NONE, Map.of("ALUDEL_CONFIG", "there/my.properties")).database().toString())
        .isEqualTo(settings.database().toString());
  }

  @Test
  void read_leavesOtherUrlsOfAFileAsTheyAre() throws IOException {
    for (String url :
        List.of("sqlite://", "sqlite:////a/b.db", "sqlite:///:memory:", "postgresql://h:1/d")) {
      file("there/my.properties", "url = " + url);
      assertThat(read(config("there/my.properties"), Map.of()).database().jdbcUrl())
          .isEqualTo(DatabaseUrl.parse(url).jdbcUrl());
    }
  }

  @Test
  void read_fails_whenTheNamedFileIsMissing() {
    assertThatThrownBy(() -> read(config("missing.properties"), Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "Cannot read the settings from %s: there is no such file. Name a file, or leave"
                + " --config and ALUDEL_CONFIG away.",
            folder.resolve("missing.properties"));
  }

  @Test
  void read_fails_whenTheNamedFileIsAFolder() {
    assertThatThrownBy(() -> read(config("."), Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "Cannot read the settings from %s: it is a folder. Name a file, or leave --config and"
                + " ALUDEL_CONFIG away.",
            folder);
  }

  @Test
  void read_fails_whenTheFileIsNoPropertiesFile() throws IOException {
    file("aludel.properties", "url = \\u00zz");
    assertThatThrownBy(this::read)
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "Cannot read the settings from %s: behind \"\\u\" four hexadecimal digits are expected;"
                + " a backslash that means itself is written twice. The file holds lines \"key ="
                + " value\" in UTF-8.",
            folder.resolve("aludel.properties"));
  }

  @Test
  void read_fails_whenAKeyStandsInTwoLines() throws IOException {
    file("aludel.properties", "url = sqlite:///a.db", "url: sqlite:///b.db");
    assertThatThrownBy(this::read)
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "Cannot read the settings from %s: url is set in two lines. Take one away.",
            folder.resolve("aludel.properties"));
  }

  @Test
  void read_fails_whenTheFileIsNotInUtf8() throws IOException {
    Files.write(folder.resolve("aludel.properties"), new byte[] {'u', 'r', 'l', '=', (byte) 0xff});
    assertThatThrownBy(this::read)
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "Cannot read the settings from %s: it is not in UTF-8. The file holds lines \"key ="
                + " value\" in UTF-8.",
            folder.resolve("aludel.properties"));
  }

  @Test
  void read_takesTheFile_whenItBeginsWithAByteOrderMark() throws IOException {
    file("aludel.properties", "\uFEFFurl = sqlite:///file.db");
    assertThat(read().database().toString()).isEqualTo("sqlite:///file.db");
  }

  @Test
  void read_takesTheSchemaOfTheVersionTable_whereverItIsNamed() throws IOException {
    Map<String, String> variable = Map.of("ALUDEL_VERSION_TABLE", "ops.versions");
    Flags flag = new Flags(null, List.of(), Map.of(Setting.VERSION_TABLE, "ops.versions"));
    assertThat(read(Flags.NONE, variable).versionTable()).isEqualTo("ops.versions");
    assertThat(read(flag, Map.of()).versionTable()).isEqualTo("ops.versions");
    file("aludel.properties", "version-table = ops.versions");
    assertThat(read().versionTable()).isEqualTo("ops.versions");
  }

  @Test
  void read_fails_whenTheVersionTableIsNamedByMoreThanASchema() {
    assertThatThrownBy(() -> read(Flags.NONE, Map.of("ALUDEL_VERSION_TABLE", "app.ops.versions")))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "The setting ALUDEL_VERSION_TABLE is \"app.ops.versions\"; it is TABLE or SCHEMA.TABLE,"
                + " and a name that holds a point, or begins with a quote, stands in double quotes:"
                + " \"ops.x\".versions.");
  }

  @Test
  void read_fails_whenTheFileHasUnknownSettings() throws IOException {
    file("aludel.properties", "url = sqlite://", "version_table = v", "echo = 1");
    assertThatThrownBy(this::read)
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "Unknown settings in %s: echo, version_table. Known are: url, password-file,"
                + " script-location, bundled, version-table, lock-wait, lock-timeout, transaction, backup, revision-template,"
                + " file-name-template.",
            folder.resolve("aludel.properties"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Aludel_Journal", "  "})
  void read_fails_whenTheVersionTableCannotHaveThatName(String name) {
    assertThatThrownBy(
            () -> read(new Flags(null, List.of(), Map.of(Setting.VERSION_TABLE, name)), Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "The setting --version-table is \"%s\"; it is the name of a table, and not that of the"
                + " journal, aludel_journal.",
            name);
  }

  @Test
  void read_fails_whenBundledIsNeitherTrueNorFalse() {
    assertThatThrownBy(() -> read(Flags.NONE, Map.of("ALUDEL_BUNDLED", "yes")))
        .isInstanceOf(SettingsException.class)
        .hasMessage("The setting ALUDEL_BUNDLED is \"yes\"; it is true or false.");
  }

  @Test
  void toString_showsNoPassword() {
    Flags flags =
        new Flags(
            null, List.of(), Map.of(Setting.URL, "postgresql://agent:geheim@localhost/agent"));
    assertThat(flags.toString()).doesNotContain("geheim");
    assertThat(read(flags, Map.of()))
        .hasToString(
            "Settings[database=postgresql://agent:***@localhost/agent, scriptLocations=[],"
                + " bundled=UNLESS_REPLACED, versionTable=alembic_version]");
  }
}
