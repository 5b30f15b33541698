package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.run.TestDatabase.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Over schemas at random, with foreign keys of any action, old orphans, keys to the table itself
 * and to tables that are not there: tables that a team's own SQL makes anew, in any order and way,
 * leave every row of every table as it was, up and down.
 */
final class OwnSqlRebuildPropertyTest {
  private static final List<String> ACTIONS =
      List.of("cascade", "set null", "set default", "restrict", "no action");
  private static final int SCHEMAS = 40;

  @TempDir private Path folder;

  static Stream<Long> seeds() {
    return new Random(20261130).longs(SCHEMAS).boxed();
  }

  /** Rows, and whole keys, that point nowhere from the beginning. */
  private enum Orphans {
    NONE,
    SOME
  }

  private record Table(String name, String elements, String options) {
    String create(String called) {
      return "create table %s (%s)%s;\n".formatted(called, elements, options);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void rebuilds_changeNoRow(long seed) throws IOException {
    Random random = new Random(seed);
    Orphans orphans = random.nextBoolean() ? Orphans.SOME : Orphans.NONE;
    List<Table> tables = tables(orphans, random);
    TestDatabase database = Kind.SQLITE.open(folder);
    for (Table table : tables) {
      database.execute(table.create(table.name()));
      fill(database, table, orphans, random);
    }
    write("a1", rebuilds(tables, orphans, random), rebuilds(tables, orphans, random));
    Map<String, List<String>> before = content(database, tables);
    Migrator migrator = Migrator.builder().url(database.url()).scripts(folder).build();

    migrator.upgrade();
    assertThat(content(database, tables)).as("up, seed %d", seed).isEqualTo(before);

    migrator.downgrade("base");
    assertThat(content(database, tables)).as("down, seed %d", seed).isEqualTo(before);
  }

  private static List<Table> tables(Orphans orphans, Random random) {
    List<Table> tables = new ArrayList<>();
    int count = 2 + random.nextInt(4);
    int known = orphans == Orphans.SOME ? count + 1 : count;
    for (int i = 0; i < count; i++) {
      boolean withoutRowId = random.nextInt(3) == 0;
      String elements =
          "id integer primary key, x text, a int default 1 %s, b int default 2 %s"
              .formatted(reference(known, random), reference(known, random));
      tables.add(new Table("t" + i, elements, withoutRowId ? " without rowid" : ""));
    }
    return tables;
  }

  private static String reference(int tables, Random random) {
    return random.nextInt(4) == 0
        ? ""
        : "references t%d%s on delete %s on update %s%s"
            .formatted(
                random.nextInt(tables),
                random.nextBoolean() ? " (id)" : "",
                ACTIONS.get(random.nextInt(ACTIONS.size())),
                ACTIONS.get(random.nextInt(ACTIONS.size())),
                random.nextInt(4) == 0 ? " deferrable initially deferred" : "");
  }

  private static void fill(TestDatabase database, Table table, Orphans orphans, Random random) {
    for (int id = 1; id < 6; id++) {
      database.execute(
          "insert into %s values (%d, 'x%d', %s, %s)"
              .formatted(table.name(), id, id, value(orphans, random), value(orphans, random)));
    }
  }

  private static String value(Orphans orphans, Random random) {
    int value = random.nextInt(orphans == Orphans.SOME ? 7 : 6);
    return value == 0 ? "null" : String.valueOf(value);
  }

  // Where foreign keys are on, nobody can copy an orphan.
  private static String rebuilds(List<Table> tables, Orphans orphans, Random random) {
    StringBuilder script = new StringBuilder();
    script.append(orphans == Orphans.SOME ? "pragma foreign_keys = off;\n" : "");
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      script.append(rebuild(tables.get(random.nextInt(tables.size())), random));
    }
    return script.toString();
  }

  private static String rebuild(Table table, Random random) {
    String name = table.name();
    return switch (random.nextInt(3)) {
      case 0 ->
          table.create("_alembic_tmp_" + name)
              + "insert into _alembic_tmp_%1$s select * from %1$s;\ndrop table if exists main.%1$s;\nalter table _alembic_tmp_%1$s rename to \"%1$s\";\n"
                  .formatted(name);
      case 1 ->
          "create temp table aside as select * from %1$s;\ndrop table %1$s;\n".formatted(name)
              + table.create(name)
              + "insert into %s select * from aside;\ndrop table temp.aside;\n".formatted(name);
      default ->
          "create table copy_of_%1$s as select * from %1$s;\ndrop table \"%1$s\";\n".formatted(name)
              + table.create(name)
              + "insert into %1$s select * from copy_of_%1$s;\ndrop table copy_of_%1$s;\n"
                  .formatted(name);
    };
  }

  private void write(String id, String upgrade, String downgrade) throws IOException {
    Files.writeString(
        folder.resolve(id + ".sql"),
        "--@ revision %s\n--@ revises base\n--@ upgrade sqlite\n%s--@ downgrade sqlite\n%s"
            .formatted(id, upgrade, downgrade));
  }

  private static Map<String, List<String>> content(TestDatabase database, List<Table> tables) {
    Map<String, List<String>> content = new TreeMap<>();
    for (Table table : tables) {
      content.put(
          table.name(),
          database.query(
              "select id || ' ' || x || ' ' || coalesce(a, '-') || ' ' || coalesce(b, '-') from "
                  + table.name()));
      content.put(
          table.name() + " refers",
          database.query(
              "select \"from\" || ' ' || \"table\" || ' ' || on_delete from"
                  + " pragma_foreign_key_list('"
                  + table.name()
                  + "')"));
    }
    return content;
  }
}
