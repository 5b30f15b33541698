package dev.aludel.migrations.script;

import dev.aludel.migrations.effect.Effect;
import dev.aludel.migrations.revision.Direction;
import dev.aludel.migrations.script.Directive.Word;
import dev.aludel.migrations.script.ScriptStatement.Execution;
import dev.aludel.migrations.script.ScriptStatement.Form;
import dev.aludel.migrations.sql.DatabaseProduct;
import dev.aludel.migrations.sql.SourceText;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A section while it is being read. */
final class OpenSection {
  private final SourceText source;
  private final Directive directive;
  private final Direction direction;
  private final @Nullable DatabaseProduct product;
  private final Refusals refusals;
  private final @Nullable KeptTables kept;
  private final List<ScriptStatement> statements = new ArrayList<>();
  private final Map<Word, Directive> pending = new EnumMap<>(Word.class);
  private @Nullable Directive irreversible;
  private @Nullable DatabaseProduct only;
  private OpenStatement statement = new OpenStatement();

  OpenSection(
      SourceText source,
      Directive directive,
      Direction direction,
      @Nullable DatabaseProduct product,
      Refusals refusals,
      @Nullable KeptTables kept) {
    this.source = source;
    this.refusals = refusals;
    this.kept = kept;
    this.directive = directive;
    this.direction = direction;
    this.product = product;
    this.only = product;
  }

  /** The syntax of the next token. */
  SqlSyntax syntax() {
    return only == null ? SqlSyntax.PORTABLE : only.syntax();
  }

  void take(Directive next) {
    if (!statement.isEmpty()) {
      throw next.misplaced(
          "The statement before it, \"%s\", is not finished: end it with \";\"."
              .formatted(Excerpt.of(statement.text(source))));
    }
    switch (next.word()) {
      case IRREVERSIBLE -> takeIrreversible(next);
      case VERBATIM -> takeVerbatim(next);
      default -> remember(next);
    }
  }

  private void takeIrreversible(Directive next) {
    if (direction != Direction.DOWNGRADE) {
      throw next.misplaced("It belongs into a downgrade section.");
    }
    if (next.argument().isEmpty()) {
      throw new ScriptException(
          next.position(), "\"--@ irreversible\" needs a reason, on the same line.");
    }
    if (irreversible != null) {
      throw next.repeated();
    }
    irreversible = next;
  }

  private void takeVerbatim(Directive next) {
    if (product != null) {
      throw next.misplaced(
          "All of \"--@ %s %s\" is passed on as it is."
              .formatted(direction.word(), product.word()));
    }
    remember(next);
    only = BodyReader.product(next);
  }

  private void remember(Directive next) {
    if (next.word() == Word.AUTOCOMMIT && !next.argument().isEmpty()) {
      throw new ScriptException(next.position(), "\"--@ autocommit\" takes no value.");
    }
    if (pending.put(next.word(), next) != null) {
      throw next.repeated();
    }
  }

  void take(Token token) {
    if (token.kind() == Token.Kind.UNTERMINATED) {
      throw new ScriptException(
          source.position(token.offset()),
          "found %s that is never closed.".formatted(Unterminated.nameOf(token)));
    }
    if (!token.isSubstance()) {
      return;
    }
    statement.refuseOtherThanData(token, source);
    if (statement.take(token, syntax())) {
      finishStatement();
    }
  }

  private void finishStatement() {
    if (!statement.isEmpty()) {
      add();
    } else if (!pending.isEmpty()) {
      throw withoutStatement();
    }
    statement = new OpenStatement();
  }

  private void add() {
    if (irreversible != null) {
      throw new ScriptException(
          source.position(statement.offset()),
          "found a statement in a section that is irreversible (line %d)."
              .formatted(irreversible.position().line()));
    }
    boolean verbatim = product != null || pending.containsKey(Word.VERBATIM);
    boolean autocommit = pending.containsKey(Word.AUTOCOMMIT);
    CopyForms.refuse(statement, syntax(), source);
    ScriptStatement read =
        new ScriptStatement(
            statement.text(source),
            source.position(statement.offset()),
            verbatim ? Form.VERBATIM : Form.PORTABLE,
            autocommit ? Execution.AUTOCOMMIT : Execution.TRANSACTIONAL,
            only);
    collectRefusals(read);
    statements.add(read);
    pending.clear();
    only = product;
  }

  // Where such a statement stands, others of its kind often do.
  private void collectRefusals(ScriptStatement read) {
    List<Effect> effects = read.effects();
    ShellCommand.refusal(statement, source)
        .or(() -> TransactionControl.refusal(read, effects))
        .ifPresent(refusals::add);
    SessionRules.refuse(read, effects);
    if (kept != null) {
      kept.refusal(read, effects).ifPresent(refusals::add);
    }
  }

  Section close() {
    statement.refuseIfUnfinished(source);
    finishStatement();
    return new Section(
        direction,
        product,
        directive.position(),
        statements,
        irreversible == null ? null : irreversible.argument());
  }

  private ScriptException withoutStatement() {
    return pending.values().iterator().next().misplaced("No statement follows it in its section.");
  }
}
