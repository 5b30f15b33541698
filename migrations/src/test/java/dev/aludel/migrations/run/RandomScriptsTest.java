package dev.aludel.migrations.run;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.revision.MigrationException;
import dev.aludel.test.RandomSeed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a script holds, it is taken, or refused in words that are fit for people. */
final class RandomScriptsTest {
  private static final int SCRIPTS = 150;

  private static final List<String> PIECES =
      List.of(
          "create table t (a integer not null primary key, b varchar(10) default 'x');\n",
          "create table u (a bigint references t (a) on delete cascade, check (a > 0));\n",
          "alter table t add column c numeric(10, 2);\n",
          "alter table t alter column b set not null, drop column c;\n",
          "alter table t add constraint k unique (b);\n",
          "create unique index i on t (b) where a > 1;\n",
          "create view v as select t.a, count(*) as n from t group by t.a having count(*) > 1;\n",
          "insert into t (a, b) values (1, 'it''s'), (2, null);\n",
          "update t set b = case when a in (1, 2) then lower(b) || 'x' else cast(a as text) end;\n",
          "delete from t where exists (select 1 from u where u.a = t.a);\n",
          "--@ verbatim\n",
          "--@ verbatim sqlite\n",
          "--@ verbatim postgresql\n",
          "--@ autocommit\n",
          "copy t (a, b) from stdin;\n1\tx\n\\.\n",
          "create trigger r after insert on t begin update t set b = 'y'; end;\n",
          "create function f() returns trigger as $$ begin return new; end $$ language plpgsql;\n",
          "pragma foreign_keys = off;\n",
          "drop table t;\n",
          "\n--@ downgrade\n",
          "\n--@ upgrade sqlite\n");

  private static final List<String> NOISE =
      List.of(
          "(",
          ")",
          ",",
          ";",
          "'",
          "\"",
          "`",
          "[",
          "]",
          "$$",
          "--",
          "/*",
          "*/",
          "\\",
          "\n",
          "\r",
          "\t",
          "\u0000",
          "\u001b",
          "\u202e",
          "\ufffd",
          "\u00e9",
          "\ud83d\ude00",
          " not ",
          " null ",
          " case ",
          " end ",
          " select ",
          " from ",
          " begin ",
          " values ",
          " 1e999 ",
          " 0x ",
          "99999999999999999999",
          "::",
          "?",
          ":a",
          "{",
          "}",
          "--@ ",
          "e'",
          " interval '1' day ",
          " date ",
          " array[1] ",
          " .. ",
          " x'zz' ");

  @TempDir private Path folder;

  @BeforeEach
  void writeFirst() throws IOException {
    Files.createDirectory(folder.resolve("r"));
  }

  private static <T> T any(List<T> things, RandomGenerator random) {
    return things.get(random.nextInt(things.size()));
  }

  private static String script(RandomGenerator random) {
    StringBuilder text = new StringBuilder("--@ revision a1\n--@ revises base\n--@ upgrade\n");
    int body = text.length();
    for (int i = random.nextInt(1, 8); i > 0; i--) {
      text.append(any(PIECES, random));
    }
    for (int i = random.nextInt(6); i > 0; i--) {
      int place = random.nextInt(body, text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.insert(place, any(NOISE, random));
        case 1 -> text.delete(place, Math.min(text.length(), place + random.nextInt(1, 9)));
        default -> text.insert(place, any(NOISE, random).repeat(random.nextInt(1, 400)));
      }
      if (text.length() <= body) {
        break;
      }
    }
    return text.toString();
  }

  private void translate(String url) throws IOException {
    Migrator.builder()
        .url(url)
        .scripts(folder.resolve("r"))
        .build()
        .upgradeSql(OfflineOptions.ANY_VERSION, new StringBuilder(), "heads");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite:///none.db", "postgresql://nobody@localhost/none"})
  void script_isTaken_orRefusedInWords(String url) throws IOException {
    RandomGenerator random = RandomSeed.printed("RandomScriptsTest").random();
    for (int i = 0; i < SCRIPTS; i++) {
      String script = script(random);
      Files.write(folder.resolve("r/a1.sql"), script.getBytes(StandardCharsets.UTF_8));
      try {
        translate(url);
      } catch (MigrationException e) {
        assertThat(e).as(script).isNotInstanceOf(UnexpectedFailureException.class);
        assertThat(e.getMessage()).as(script).contains("a1").hasSizeLessThan(5000);
        assertThat(requireNonNull(e.getMessage()).codePoints())
            .as(script)
            // Several refusals are told at once, each on its line.
            .noneMatch(
                c ->
                    c != '\n'
                        && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT));
      }
    }
  }
}
