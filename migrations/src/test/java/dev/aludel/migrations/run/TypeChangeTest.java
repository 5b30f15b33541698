package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.run.TestDatabase.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A type changes in ways that PostgreSQL takes only when it is told how. */
final class TypeChangeTest {
  private static final String CHANGE = "alter table pots alter column price set data type integer";

  @TempDir private Path folder;
  private Scripts scripts;

  @BeforeEach
  void writeScripts() throws IOException {
    scripts =
        new Scripts(Files.createDirectory(folder.resolve("revisions")))
            .add(
                "a1",
                "base",
                "create table pots (price text);\ninsert into pots values ('12');",
                "drop table pots;");
  }

  private Migrator migrator(TestDatabase database) {
    return Migrator.builder().url(database.url()).scripts(scripts.folder()).build();
  }

  @Test
  void upgrade_tellsHowToConvert_whenPostgresqlDoesNot() throws IOException {
    scripts.add("b2", "a1", CHANGE + ";", "");
    try (TestDatabase database = Kind.POSTGRESQL.open(folder)) {
      assertThatThrownBy(() -> migrator(database).upgrade())
          .isInstanceOf(MigrationFailedException.class)
          .hasMessage(
              "Upgrade to b2 failed at %s/b2.sql:4:1: the database says \"ERROR: column \"price\" cannot be cast automatically to type integer; Hint: You might need to specify \"USING price::integer\".\".\n  Statement: %s\n  The database is at a1: the revision before this one stays. Say how the values are converted: put \"--@ verbatim postgresql\" and the same statement with \"using COLUMN::TYPE\" at its end before this one, and run again.",
              scripts.folder(), CHANGE);
    }
  }

  @Test
  void upgrade_tellsNothingOfConversion_whenADefaultIsInTheWay() throws IOException {
    scripts
        .add("b2", "a1", "alter table pots alter column price set default 'x';", "")
        .add("c3", "b2", "--@ verbatim\n" + CHANGE + " using price::integer;", "");
    try (TestDatabase database = Kind.POSTGRESQL.open(folder)) {
      assertThatThrownBy(() -> migrator(database).upgrade())
          .isInstanceOf(MigrationFailedException.class)
          .hasMessageEndingWith("Mend the script or the data, and run again.");
    }
  }

  @Test
  void upgrade_namesTheNextRevision_whenANewValueOfAnEnumIsUsedAtOnce() throws IOException {
    String add = "--@ verbatim postgresql\nalter type sizes add value 'large';\n";
    String use = "--@ verbatim postgresql\ninsert into lids values ('large');\n";
    scripts
        .add(
            "b2",
            "a1",
            "--@ verbatim postgresql\ncreate type sizes as enum ('small');\ncreate table lids (size text);\n--@ verbatim postgresql\nalter table lids alter size type sizes using size::sizes;",
            "")
        .add("c3", "b2", add + use, "");
    try (TestDatabase database = Kind.POSTGRESQL.open(folder)) {
      assertThatThrownBy(() -> migrator(database).upgrade())
          .isInstanceOf(MigrationFailedException.class)
          .hasMessageEndingWith(
              "PostgreSQL takes a value that is added to a type only when that is committed: use it in a revision after the one that adds it.");

      scripts.add("c3", "b2", add, "").add("d4", "c3", use, "");
      migrator(database).upgrade();

      assertThat(database.query("select size from lids")).containsExactly("large");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_converts_whenItIsTold(Kind kind) throws IOException {
    String using = "--@ verbatim postgresql\n" + CHANGE + " using price::integer;\n";
    scripts.add("b2", "a1", using + CHANGE + ";", "");
    try (TestDatabase database = kind.open(folder)) {
      migrator(database).upgrade();

      assertThat(database.query("select price + 1 from pots")).containsExactly("13");
    }
  }
}
