package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.operation.TableChange;
import dev.aludel.migrations.schema.Constraint;
import dev.aludel.migrations.schema.Identifier;
import dev.aludel.migrations.script.ScriptStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the rows of a table must not have for a change to be made. Each guard names the rows that
 * stand in the way; SQLite itself would name none, or change their values without a word.
 */
final class RowGuards implements TableChange.Visitor<Optional<TranslatedStatement>> {
  private static final int SHOWN_LENGTH = 60;
  private static final Pattern LENGTH = Pattern.compile("\\(\\s*(\\d+)\\s*\\)");
  private static final Set<String> DATES = Set.of("date", "time", "timestamp", "datetime");

  private final ScratchSchema schema;
  private final String table;
  private final ScriptStatement origin;
  private final SqliteTableWriter writer;

  RowGuards(ScratchSchema schema, String table, ScriptStatement origin, SqliteTableWriter writer) {
    this.schema = schema;
    this.table = table;
    this.origin = origin;
    this.writer = writer;
  }

  @Override
  public Optional<TranslatedStatement> visit(TableChange.SetType change) {
    String column = SqlText.name(change.column().value());
    String type = writer.typeOf(change);
    String corrupt = corrupt(column, type, change.type().name());
    Matcher length = LENGTH.matcher(type);
    boolean bounded = Affinity.of(type) == Affinity.TEXT && length.find();
    String refused =
        bounded
            ? "(%s) or length(cast(%s as text)) > %s".formatted(corrupt, column, length.group(1))
            : corrupt;
    return Optional.of(
        guard(
            refused,
            change.column(),
            "the column %s of %s cannot become %s, because these values would change or do not fit"
                .formatted(change.column(), table, type)));
  }

  // A value must come back as it was: converted to the new type and back to what it is now. Texts
  // in a column of times stay texts, unless they look like numbers.
  private static String corrupt(String column, String type, String typeName) {
    Affinity affinity = Affinity.of(type);
    String back =
        "case typeof(%1$s) when 'integer' then cast(cast(%1$s as %2$s) as integer) when 'real' then cast(cast(%1$s as %2$s) as real) else cast(cast(%1$s as %2$s) as text) end"
            .formatted(column, affinity);
    boolean times = DATES.contains(typeName.split(" ", 2)[0]);
    return switch (affinity) {
      case BLOB -> "false";
      case TEXT ->
          "typeof(%s) in ('integer', 'real') and %s is not %s".formatted(column, back, column);
      case INTEGER, REAL, NUMERIC ->
          times
              ? "typeof(%1$s) = 'text' and cast(%1$s as numeric) = cast(%1$s as text) and %2$s is not %1$s"
                  .formatted(column, back)
              : "typeof(%1$s) = 'blob' or (typeof(%1$s) <> 'null' and %2$s is not %1$s)"
                  .formatted(column, back);
    };
  }

  @Override
  public Optional<TranslatedStatement> visit(TableChange.SetNotNull change) {
    String column = SqlText.name(change.column().value());
    return Optional.of(
        guard(
            column + " is null",
            change.column(),
            "the column %s of %s cannot become not null, because it is null in these rows"
                .formatted(change.column(), table)));
  }

  @Override
  public Optional<TranslatedStatement> visit(TableChange.AddConstraint change) {
    return change.constraint().accept(new ConstraintGuards());
  }

  @Override
  public Optional<TranslatedStatement> visit(TableChange.AddColumn change) {
    return Optional.empty();
  }

  @Override
  public Optional<TranslatedStatement> visit(TableChange.DropColumn change) {
    return Optional.empty();
  }

  @Override
  public Optional<TranslatedStatement> visit(TableChange.RenameColumn change) {
    return Optional.empty();
  }

  @Override
  public Optional<TranslatedStatement> visit(TableChange.SetDefault change) {
    return Optional.empty();
  }

  @Override
  public Optional<TranslatedStatement> visit(TableChange.DropDefault change) {
    return Optional.empty();
  }

  @Override
  public Optional<TranslatedStatement> visit(TableChange.DropNotNull change) {
    return Optional.empty();
  }

  @Override
  public Optional<TranslatedStatement> visit(TableChange.DropConstraint change) {
    return Optional.empty();
  }

  @Override
  public Optional<TranslatedStatement> visit(TableChange.RenameTable change) {
    return Optional.empty();
  }

  private TranslatedStatement guard(String condition, Identifier column, String complaint) {
    return guard(condition, List.of(column), complaint);
  }

  private TranslatedStatement guard(String condition, List<Identifier> columns, String complaint) {
    return TranslatedStatement.guard(
        "select %s || ': ' || %s from %s where %s"
            .formatted(rowKey(), shown(columns), SqlText.name(table), condition),
        origin,
        complaint);
  }

  private String rowKey() {
    try {
      List<String> key = schema.primaryKey(table);
      return key.isEmpty()
          ? "'row ' || rowid"
          : key.stream()
              .map(column -> SqlText.text(column + " ") + " || " + shown(column))
              .collect(Collectors.joining(" || ', ' || "));
    } catch (SQLException e) {
      throw new IllegalStateException("a database in memory answers", e);
    }
  }

  private static String shown(List<Identifier> columns) {
    return columns.stream()
        .map(Identifier::value)
        .map(RowGuards::shown)
        .collect(Collectors.joining(" || ', ' || "));
  }

  private static String shown(String column) {
    return "substr(quote(%s), 1, %d)".formatted(SqlText.name(column), SHOWN_LENGTH);
  }

  /** Guards for constraints that a table gets. */
  private final class ConstraintGuards
      implements Constraint.Visitor<Optional<TranslatedStatement>> {

    @Override
    public Optional<TranslatedStatement> visit(Constraint.PrimaryKey key) {
      return Optional.of(
          distinct(key.columns(), "a primary key", anyOf(key.columns(), " is null")));
    }

    @Override
    public Optional<TranslatedStatement> visit(Constraint.Unique unique) {
      return Optional.of(distinct(unique.columns(), "unique", "false"));
    }

    private TranslatedStatement distinct(List<Identifier> columns, String what, String orNull) {
      String list = SqlText.names(columns.stream().map(Identifier::value).toList());
      return TranslatedStatement.guard(
          "select %s from %s where %s or not (%s) group by %s having count(*) > 1 or %s"
              .formatted(
                  shown(columns),
                  SqlText.name(table),
                  orNull,
                  anyOf(columns, " is null"),
                  list,
                  orNull),
          origin,
          "(%s) of %s cannot become %s, because these values are there more than once, or are null"
              .formatted(list.replace("\"", ""), table, what));
    }

    private String anyOf(List<Identifier> columns, String test) {
      return columns.stream()
          .map(column -> SqlText.name(column.value()) + test)
          .collect(Collectors.joining(" or "));
    }

    @Override
    public Optional<TranslatedStatement> visit(Constraint.Check check) {
      List<Identifier> all;
      try {
        all = schema.storedColumns(table).stream().map(RowGuards::identifier).toList();
      } catch (SQLException e) {
        throw new IllegalStateException("a database in memory answers", e);
      }
      return Optional.of(
          guard(
              "not " + writer.conditionOf(check),
              all,
              "%s cannot get the check%s, because these rows break it"
                  .formatted(table, check.givenName().map(name -> " " + name).orElse(""))));
    }

    @Override
    public Optional<TranslatedStatement> visit(Constraint.ForeignKey key) {
      try {
        List<String> parentColumns =
            key.referencedColumns().isEmpty()
                ? schema.primaryKey(parent(key))
                : key.referencedColumns().stream().map(Identifier::value).toList();
        if (parentColumns.size() != key.columns().size()) {
          throw writer.refusal(
              "the foreign key to %s names %d columns, and %d there."
                  .formatted(key.referencedTable(), key.columns().size(), parentColumns.size()));
        }
        return Optional.of(orphans(key, parentColumns));
      } catch (SQLException e) {
        throw new IllegalStateException("a database in memory answers", e);
      }
    }

    private TranslatedStatement orphans(Constraint.ForeignKey key, List<String> parentColumns) {
      StringBuilder match = new StringBuilder();
      StringBuilder present = new StringBuilder();
      for (int i = 0; i < parentColumns.size(); i++) {
        // The plus takes the child's affinity away: the parent's decides, as it does for the key.
        String child = SqlText.name(table) + "." + SqlText.name(key.columns().get(i).value());
        match
            .append(i == 0 ? "" : " and ")
            .append("aludel_parent." + SqlText.name(parentColumns.get(i)) + " = +" + child);
        present.append(child + " is not null and ");
      }
      return guard(
          "%snot exists (select 1 from %s aludel_parent where %s)"
              .formatted(present, SqlText.name(parent(key)), match),
          key.columns(),
          "%s cannot get the foreign key %sto %s, because these rows have no row there"
              .formatted(
                  table,
                  key.givenName().map(name -> name + " ").orElse(""),
                  key.referencedTable()));
    }

    private static String parent(Constraint.ForeignKey key) {
      return key.referencedTable().parts().get(key.referencedTable().parts().size() - 1).value();
    }
  }

  private static Identifier identifier(String name) {
    return new Identifier(SqlText.name(name));
  }
}
