package dev.aludel.benchmarks.migration;

import dev.aludel.benchmarks.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A SQLite file with a large table that has what tables have: keys, indexes, a check, a trigger.
 */
final class DocumentsDatabase {
  static final String TABLE = "documents";
  static final String[] COMPANIONS = {
    "create index ix_documents_project on documents (project_id)",
    "create index ix_documents_path on documents (path)",
    "create trigger documents_deleted after delete on documents begin insert into log values"
        + " (old.id); end"
  };
  private static final int PROJECTS = 1000;

  private final Path file;

  private DocumentsDatabase(Path file) {
    this.file = file;
  }

  /** A file with so many documents; made once in {@code folder}, and not to be changed. */
  static DocumentsDatabase of(int rows, Path folder) throws IOException, SQLException {
    DocumentsDatabase database = new DocumentsDatabase(folder.resolve("documents-" + rows + ".db"));
    if (!Files.exists(database.file)) {
      Path unfinished = Files.createTempFile(folder, "documents", ".db");
      new DocumentsDatabase(unfinished).fill(rows);
      Files.move(unfinished, database.file, StandardCopyOption.ATOMIC_MOVE);
    }
    return database;
  }

  /** A copy, in place of what was there. */
  DocumentsDatabase copy(Path target) throws IOException {
    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
    return new DocumentsDatabase(target);
  }

  /** The text of the table under another name, its column {@code size} of another type. */
  static String create(String table, String sizeType) {
    return """
    create table %s (
      id integer primary key,
      project_id integer not null references projects (id) on delete cascade,
      path text not null,
      title text,
      body text,
      kind varchar(20) not null default 'Code' check (kind <> ''),
      size %s,
      score real,
      created_time bigint not null,
      updated_time bigint
    )\
    """
        .formatted(table, sizeType);
  }

  private void fill(int rows) throws SQLException {
    try (Connection connection = open()) {
      Database.execute(
          connection,
          "begin",
          "create table projects (id integer primary key, name text)",
          create(TABLE, "text"),
          "create table log (document_id integer)",
          "insert into projects %s select i, 'project ' || i from n".formatted(numbers(PROJECTS)),
          """
          insert into documents %s
          select i, 1 + i %% %d, 'src/main/java/dev/example/File' || i || '.java', 'The title of ' || i,
            substr(hex(randomblob(60)), 1, 80), 'Code', cast(i * 37 %% 100000 as text), i * 0.5,
            1700000000000 + i, 1700000000000 + i
          from n\
          """
              .formatted(numbers(rows), PROJECTS));
      Database.execute(connection, COMPANIONS);
      Database.execute(connection, "commit");
    }
  }

  private static String numbers(int last) {
    return "with recursive n (i) as (values (1) union all select i + 1 from n where i < %d)"
        .formatted(last);
  }

  String url() {
    return "sqlite:///" + file;
  }

  Connection open() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }
}
