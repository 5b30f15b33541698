package dev.aludel.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder with two revisions, one after the other, that create a table each. */
final class SampleScripts {
  private SampleScripts() {}

  static Path in(Path folder) throws IOException {
    Path scripts = Files.createDirectories(folder.resolve("scripts"));
    write(scripts, "aa11", "base", "pots");
    write(scripts, "bb22", "aa11", "fires");
    return scripts;
  }

  private static void write(Path scripts, String id, String parent, String table)
      throws IOException {
    Files.writeString(
        scripts.resolve(id + ".sql"),
        """
        --@ revision %1$s
        --@ revises %2$s
        --@ created 2026-01-02T03:04:05Z
        --@ message Create %3$s

        --@ upgrade
        create table %3$s (id bigint not null primary key);

        --@ downgrade
        drop table %3$s;
        """
            .formatted(id, parent, table));
  }

  /** A revision that adds a column to a table. */
  static String altering(String id, String parent, String table, String column) {
    return """
        --@ revision %1$s
        --@ revises %2$s
        --@ message Add %4$s to %3$s

        --@ upgrade
        alter table %3$s add column %4$s bigint;

        --@ downgrade
        alter table %3$s drop column %4$s;
        """
        .formatted(id, parent, table, column);
  }

  /** A revision in which two statements have one end. */
  static String withoutSemicolon(String id, String parent) {
    return """
        --@ revision %s
        --@ revises %s

        --@ upgrade
        --@ verbatim
        create table ashes (id bigint)
        create table bones (id bigint);
        """
        .formatted(id, parent);
  }

  /** A revision that does nothing. */
  static String empty(String id, String parents, String... directives) {
    String more = directives.length == 0 ? "" : String.join("\n", directives) + "\n";
    return "--@ revision %s\n--@ revises %s\n%s--@ upgrade\n--@ downgrade\n"
        .formatted(id, parents, more);
  }
}
