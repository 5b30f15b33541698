package dev.aludel.migrations.operation;

import dev.aludel.migrations.schema.Identifier;
import dev.aludel.migrations.schema.QualifiedName;
import dev.aludel.migrations.script.ScriptException;
import dev.aludel.migrations.script.ScriptStatement;
import java.util.Optional;

/**
 * An {@code alter index ... rename to} statement.
 *
 * @param presence what happens when there is no such index
 */
public record RenameIndex(QualifiedName index, Presence presence, Identifier newName) {

  /** What happens when there is no such index. */
  public enum Presence {
    MUST_BE_THERE,
    MAY_BE_ABSENT
  }

  /**
   * The renaming that {@code statement} asks for; empty if it is another statement.
   *
   * @throws ScriptException if it alters an index in another way
   */
  public static Optional<RenameIndex> read(ScriptStatement statement) {
    TokenCursor cursor = new TokenCursor(statement);
    if (!cursor.accept("alter", "index")) {
      return Optional.empty();
    }
    Presence presence =
        cursor.accept("if", "exists") ? Presence.MAY_BE_ABSENT : Presence.MUST_BE_THERE;
    QualifiedName index = cursor.qualifiedName("an index");
    cursor.expect("rename", "to");
    Identifier newName = cursor.identifier("an index");
    cursor.expectEnd();
    return Optional.of(new RenameIndex(index, presence, newName));
  }
}
