package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.dialect.sqlite.ScratchSchema.ForeignKeyText;
import dev.aludel.migrations.schema.Constraint;
import dev.aludel.migrations.schema.Identifier;
import dev.aludel.migrations.script.ScriptStatement;
import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What rows must not have for their table to get a constraint. */
final class ConstraintGuards implements Constraint.Visitor<Optional<TranslatedStatement>> {
  private final ScratchSchema schema;
  private final RowSource rows;
  private final ScriptStatement origin;
  private final SqliteTableWriter writer;

  ConstraintGuards(
      ScratchSchema schema, RowSource rows, ScriptStatement origin, SqliteTableWriter writer) {
    this.schema = schema;
    this.rows = rows;
    this.origin = origin;
    this.writer = writer;
  }

  @Override
  public Optional<TranslatedStatement> visit(Constraint.PrimaryKey key) {
    String noKey = anyIsNull(key.columns());
    String complaint =
        "(%s) of %s cannot become a primary key, because these values are there more than once, or"
            + " are null";
    if (becomesRowId(key)) {
      noKey += " or typeof(" + SqlText.name(key.columns().get(0).value()) + ") <> 'integer'";
      complaint += ", or are no integers";
    }
    return Optional.of(repeated(key.columns(), noKey, complaint));
  }

  private boolean becomesRowId(Constraint.PrimaryKey key) {
    return key.columns().size() == 1
        && schema.typeOf(rows.table(), key.columns().get(0).value()).equalsIgnoreCase("integer");
  }

  @Override
  public Optional<TranslatedStatement> visit(Constraint.Unique unique) {
    refuseUnknownColumns(unique.columns());
    return Optional.of(
        repeated(
            unique.columns(),
            "false",
            "(%s) of %s cannot become unique, because these values are there more than once"));
  }

  private void refuseUnknownColumns(List<Identifier> names) {
    for (Identifier name : names) {
      if (rows.columns().stream().noneMatch(other -> SqlText.sameName(other, name.value()))) {
        throw writer.refusal(
            "the table %s has no column %s. It has: %s."
                .formatted(rows.table(), name.value(), String.join(", ", rows.columns())));
      }
    }
  }

  private TranslatedStatement repeated(
      List<Identifier> columns, String refusedAlways, String complaint) {
    List<String> names = values(columns);
    return TranslatedStatement.guard(
        "select %s from %s where %s or not (%s) group by %s having count(*) > 1 or %s"
            .formatted(
                RowSource.shown(names),
                rows.from(rows.table()),
                refusedAlways,
                anyIsNull(columns),
                SqlText.names(names),
                refusedAlways),
        origin,
        complaint.formatted(String.join(", ", names), rows.table()));
  }

  private static String anyIsNull(List<Identifier> columns) {
    return values(columns).stream()
        .map(column -> SqlText.name(column) + " is null")
        .collect(Collectors.joining(" or "));
  }

  private static List<String> values(List<Identifier> columns) {
    return columns.stream().map(Identifier::value).toList();
  }

  @Override
  public Optional<TranslatedStatement> visit(Constraint.Check check) {
    String condition = writer.conditionOf(check);
    List<Token> tokens = Lexer.substance(condition, SqlSyntax.SQLITE);
    List<String> shown =
        rows.columns().stream()
            .filter(column -> tokens.stream().anyMatch(token -> TableText.names(token, column)))
            .toList();
    refuseUnknownNames(tokens);
    return Optional.of(
        rows.guard(
            "not " + condition,
            shown,
            origin,
            "%s cannot get the check%s, because these rows break it"
                .formatted(rows.table(), check.givenName().map(name -> " " + name).orElse(""))));
  }

  // SQLite takes a name in double quotes that it does not know for a string.
  private void refuseUnknownNames(List<Token> tokens) {
    for (Token token : tokens) {
      boolean known =
          token.kind() != Token.Kind.QUOTED_NAME
              || TableText.names(token, rows.table())
              || rows.columns().stream().anyMatch(column -> TableText.names(token, column));
      if (!known) {
        throw writer.refusal(
            "the check names %s, and %s has no such column. It has: %s."
                .formatted(token.text(), rows.table(), String.join(", ", rows.columns())));
      }
    }
  }

  @Override
  public Optional<TranslatedStatement> visit(Constraint.ForeignKey key) {
    refuseUnknownColumns(key.columns());
    String parent = parent(key);
    if (schema.table(parent).isEmpty()) {
      throw writer.refusal(
          "there is no table %s for a foreign key of %s to refer to."
              .formatted(key.referencedTable(), rows.table()));
    }
    List<String> parentColumns =
        key.referencedColumns().isEmpty()
            ? schema.primaryKey(parent)
            : values(key.referencedColumns());
    if (parentColumns.size() != key.columns().size()) {
      throw writer.refusal(
          "the foreign key to %s names %d columns, and %d there."
              .formatted(key.referencedTable(), key.columns().size(), parentColumns.size()));
    }
    if (!schema.isKey(parent, parentColumns)) {
      throw writer.refusal(
          "the foreign key to %s refers to (%s), which is neither the primary key nor unique there."
              .formatted(key.referencedTable(), String.join(", ", parentColumns)));
    }
    // A key in the place of the same key: old orphans stay, and new ones are found at the end.
    return rows.hadForeignKey(ForeignKeyText.of(parent, values(key.columns()), parentColumns))
        ? Optional.empty()
        : Optional.of(orphans(key, parent, parentColumns));
  }

  private TranslatedStatement orphans(
      Constraint.ForeignKey key, String parent, List<String> parentColumns) {
    List<String> present = new ArrayList<>();
    List<String> match = new ArrayList<>();
    for (int i = 0; i < parentColumns.size(); i++) {
      // The plus takes the child's affinity away: the parent's decides, as it does for the key.
      String child = SqlText.name(rows.table()) + "." + SqlText.name(key.columns().get(i).value());
      match.add("aludel_parent." + SqlText.name(parentColumns.get(i)) + " = +" + child);
      present.add(child + " is not null");
    }
    String from =
        SqlText.sameName(parent, rows.table())
            ? rows.from("aludel_parent")
            : "main." + SqlText.name(parent) + " as aludel_parent";
    return rows.guard(
        "%s and not exists (select 1 from %s where %s)"
            .formatted(String.join(" and ", present), from, String.join(" and ", match)),
        values(key.columns()),
        origin,
        "%s cannot get the foreign key %sto %s, because these rows have no row there"
            .formatted(
                rows.table(),
                key.givenName().map(name -> name + " ").orElse(""),
                key.referencedTable()));
  }

  private static String parent(Constraint.ForeignKey key) {
    return key.referencedTable().parts().get(key.referencedTable().parts().size() - 1).value();
  }
}
