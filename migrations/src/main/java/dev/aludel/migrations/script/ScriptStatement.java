package dev.aludel.migrations.script;

import static java.util.Objects.requireNonNull;

import dev.aludel.migrations.effect.Effect;
import dev.aludel.migrations.effect.Effects;
import dev.aludel.migrations.sql.DatabaseProduct;
import dev.aludel.migrations.sql.SourcePosition;
import dev.aludel.migrations.sql.SourceText;
import dev.aludel.migrations.sql.SqlSyntax;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a script as it is written, without the {@code ;} that ends it.
 *
 * @param position where its first token begins
 * @param only the one database that it is for, or null: for each
 */
public record ScriptStatement(
    String text,
    SourcePosition position,
    Form form,
    Execution execution,
    @Nullable DatabaseProduct only) {
  private static final String PRAGMA = "pragma";

  /** Who understands the text. */
  public enum Form {
    /** Aludel does, and translates it for each database. */
    PORTABLE,
    /** The database does; the text is passed on as it is. */
    VERBATIM
  }

  /** How the statement relates to the transaction of its revision. */
  public enum Execution {
    TRANSACTIONAL,
    AUTOCOMMIT
  }

  public ScriptStatement {
    requireNonNull(text, "text");
    requireNonNull(position, "position");
    requireNonNull(form, "form");
    requireNonNull(execution, "execution");
  }

  public boolean runsOn(DatabaseProduct product) {
    return only == null || only == product;
  }

  /** Where the character at {@code offset} of {@link #text} stands in the script. */
  public SourcePosition positionAt(int offset) {
    SourcePosition inside = new SourceText(position.source(), text).position(offset);
    return inside.line() == 1
        ? new SourcePosition(
            position.source(), position.line(), position.column() + inside.column() - 1)
        : new SourcePosition(
            position.source(), position.line() + inside.line() - 1, inside.column());
  }

  /** The rules by which its text falls into tokens. */
  public SqlSyntax syntax() {
    return Optional.ofNullable(only).map(DatabaseProduct::syntax).orElse(SqlSyntax.PORTABLE);
  }

  // What is passed on to each database is SQLite's if no other has the word.
  SqlSyntax syntaxOfEffects() {
    boolean pragma = text.regionMatches(true, 0, PRAGMA, 0, PRAGMA.length());
    return pragma && form == Form.VERBATIM ? SqlSyntax.SQLITE : syntax();
  }

  /** What it does on the database that it is for; read from its text at each call. */
  public List<Effect> effects() {
    return Effects.of(text, syntaxOfEffects());
  }
}
