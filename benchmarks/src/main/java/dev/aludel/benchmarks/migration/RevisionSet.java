package dev.aludel.benchmarks.migration;

import static java.util.stream.Collectors.joining;

import dev.aludel.benchmarks.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A history of so many revisions, one statement each, in SQL that both databases take: ten for each
 * table, which is created, indexed, widened and filled. It is written in the form of each tool.
 *
 * @param folder where the files lie, one folder for each tool
 */
record RevisionSet(int count, Path folder) {
  private static final int FOR_EACH_TABLE = 10;

  /** Written once in a run. */
  static RevisionSet of(int count) throws IOException {
    RevisionSet set = new RevisionSet(count, WorkFolder.of("revisions_" + count));
    if (!Files.exists(set.ours())) {
      set.write();
    }
    return set;
  }

  Path ours() {
    return folder.resolve("ours");
  }

  Path flyway() {
    return folder.resolve("flyway");
  }

  Path liquibase() {
    return folder.resolve("liquibase");
  }

  /** How many tables there are in the end. */
  int tables() {
    return (count + FOR_EACH_TABLE - 1) / FOR_EACH_TABLE;
  }

  List<String> statements() {
    return IntStream.rangeClosed(1, count).mapToObj(RevisionSet::statement).toList();
  }

  /** The id of a revision, from 1. */
  static String id(int number) {
    return "r%05d".formatted(number);
  }

  private static String statement(int number) {
    String table = "things_" + (number - 1) / FOR_EACH_TABLE;
    int step = (number - 1) % FOR_EACH_TABLE;
    return switch (step) {
      case 0 ->
          "create table %s (id integer primary key, name varchar(100) not null, created bigint)"
              .formatted(table);
      case 1 -> "create index ix_%s on %s (name)".formatted(table, table);
      case 8 -> "insert into %s (id, name, created) values (1, 'one', 0)".formatted(table);
      case 9 -> "update %s set name = 'first' where id = 1".formatted(table);
      default -> "alter table %s add column note_%d varchar(200)".formatted(table, step);
    };
  }

  private void write() throws IOException {
    for (Path each : List.of(flyway(), liquibase(), ours())) {
      Files.createDirectories(each);
    }
    Files.writeString(
        liquibase().resolve("changelog.sql"),
        IntStream.rangeClosed(1, count)
            .mapToObj(number -> "--changeset ada:%d\n%s;\n".formatted(number, statement(number)))
            .collect(joining("\n", "--liquibase formatted sql\n\n", "")));
    for (int number = 1; number <= count; number++) {
      String sql = statement(number) + ";\n";
      Files.writeString(flyway().resolve("V%d__step.sql".formatted(number)), sql);
      Files.writeString(
          ours().resolve("20261120_%s_step.sql".formatted(id(number))),
          "--@ revision %s\n--@ revises %s\n--@ created 2026-11-20T08:00:00Z\n--@ message Step %d\n\n--@ upgrade\n%s"
              .formatted(id(number), number == 1 ? "base" : id(number - 1), number, sql));
    }
  }
}
