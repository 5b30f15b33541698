package dev.aludel.migrations.dialect.sqlite;

import dev.aludel.migrations.dialect.sqlite.ConstraintText.Kind;
import dev.aludel.migrations.dialect.sqlite.TableText.ColumnText;
import dev.aludel.migrations.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Edits of what is said of a column behind its type. */
final class ColumnProperties {
  private final ColumnText column;

  ColumnProperties(ColumnText column) {
    this.column = column;
  }

  /** The column gets one property more. */
  TextEdit with(String property) {
    return TextEdit.insert(column.propertiesEnd(), " " + property);
  }

  /** The column takes no nulls; nothing is to be done if it says so already. */
  List<TextEdit> notNull() {
    if (column.properties(Kind.NOT_NULL).findAny().isPresent()) {
      return List.of();
    }
    List<TextEdit> edits = without(Kind.NULL);
    edits.add(with("not null"));
    return edits;
  }

  /** All properties of a kind go. */
  List<TextEdit> without(Kind kind) {
    return without(property -> property.kind() == kind);
  }

  /** All properties that are {@code removed} go. */
  List<TextEdit> without(Predicate<ConstraintText> removed) {
    List<TextEdit> edits = new ArrayList<>();
    column.properties().stream()
        .filter(removed)
        .map(property -> TextEdit.delete(property.span().start(), property.span().end()))
        .forEach(edits::add);
    if (!edits.isEmpty()) {
      column.properties().stream()
          .filter(removed.negate())
          .findFirst()
          .ifPresent(first -> edits.addAll(apartFromType(first)));
    }
    return edits;
  }

  // Straight behind the type, "generated always" is read as words of it, with the comments before
  // them; "as" is not.
  private static List<TextEdit> apartFromType(ConstraintText first) {
    List<Token> tokens = first.substance();
    return tokens.get(0).isWord("generated")
        ? List.of(TextEdit.delete(tokens.get(0).offset(), tokens.get(2).offset()))
        : List.of();
  }
}
