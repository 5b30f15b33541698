package dev.aludel.migrations.dialect;

import dev.aludel.migrations.schema.DataType;
import dev.aludel.migrations.script.ScriptException;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.migrations.sql.DatabaseProduct;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The column types of portable SQL. Each database keeps the word that the script uses, but where it
 * does not know the word or would give the column a wrong affinity (SQLite takes a type with {@code
 * INT} in its name for an integer, and one that it has never heard of for a number).
 */
enum PortableType {
  INTEGERS(List.of("smallint", "integer", "int", "bigint"), null, null),
  TINY_INTEGER(List.of("tinyint"), null, "smallint"),
  BOOLEAN(List.of("boolean", "bool"), null, null),
  REALS(List.of("real", "float", "double precision"), null, null),
  DOUBLE(List.of("double"), null, "double precision"),
  DECIMALS(List.of("numeric", "decimal"), null, null),
  TEXTS(
      List.of("text", "varchar", "char", "character", "character varying", "char varying"),
      null,
      null),
  CHARACTER_LARGE_OBJECT(List.of("clob"), null, "text"),
  BINARY_LARGE_OBJECT(List.of("blob"), null, "bytea"),
  BINARIES(List.of("binary", "varbinary", "bytea"), "blob", "bytea"),
  DATES(
      List.of(
          "date",
          "time",
          "time without time zone",
          "time with time zone",
          "timestamp",
          "timestamp without time zone",
          "timestamp with time zone"),
      null,
      null),
  DATE_TIME(List.of("datetime"), null, "timestamp"),
  DOCUMENTS(List.of("json", "jsonb", "uuid", "xml"), "text", null),
  INTERVAL(List.of("interval"), "text", null);

  /** PostgreSQL's words for an integer that counts by itself. */
  private static final Set<String> COUNTING =
      Set.of("serial", "bigserial", "smallserial", "serial4", "serial8", "serial2");

  @SuppressWarnings("ImmutableEnumChecker") // always made by List.of
  private final List<String> names;

  private final @Nullable String onSqlite;
  private final @Nullable String onPostgresql;

  PortableType(List<String> names, @Nullable String onSqlite, @Nullable String onPostgresql) {
    this.names = names;
    this.onSqlite = onSqlite;
    this.onPostgresql = onPostgresql;
  }

  /**
   * The type as {@code product} has it.
   *
   * @throws ScriptException if the type is not portable
   */
  static String render(DataType type, ScriptStatement statement, DatabaseProduct product) {
    return of(type, statement).replacement(product).orElse(type.written());
  }

  static PortableType of(DataType type, ScriptStatement statement) {
    return Arrays.stream(values())
        .filter(known -> known.names.contains(type.name()))
        .findFirst()
        .orElseThrow(
            () ->
                new ScriptException(
                    statement.positionAt(type.offset()),
                    "the type \"%s\" is not portable. %s".formatted(type.written(), remedy(type))));
  }

  private static String remedy(DataType type) {
    return COUNTING.contains(type.name())
        ? ScriptException.IDENTITY_REMEDY
        : "Portable are: %s. %s".formatted(list(), ScriptException.VERBATIM_REMEDY);
  }

  private Optional<String> replacement(DatabaseProduct product) {
    return Optional.ofNullable(
        switch (product) {
          case SQLITE -> onSqlite;
          case POSTGRESQL -> onPostgresql;
        });
  }

  private static String list() {
    return Arrays.stream(values())
        .flatMap(known -> known.names.stream())
        .collect(Collectors.joining(", "));
  }
}
