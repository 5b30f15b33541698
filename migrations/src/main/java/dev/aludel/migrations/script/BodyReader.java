package dev.aludel.migrations.script;

import dev.aludel.migrations.revision.Direction;
import dev.aludel.migrations.script.Directive.Word;
import dev.aludel.migrations.sql.DatabaseProduct;
import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SourceText;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the sections of a script and splits each into its statements. */
final class BodyReader {
  private final SourceText source;
  private final Lexer lexer;
  private final List<Section> sections = new ArrayList<>();
  private final Refusals refusals = new Refusals();
  private final @Nullable KeptTables kept;
  private @Nullable OpenSection open;

  private BodyReader(SourceText source, int offset, @Nullable KeptTables kept) {
    this.kept = kept;
    this.source = source;
    this.lexer = new Lexer(source.text(), offset);
  }

  /**
   * @param kept tables in which a script may not write; null for none
   */
  static ScriptBody read(SourceText source, int offset, @Nullable KeptTables kept) {
    return new BodyReader(source, offset, kept).read();
  }

  private ScriptBody read() {
    SqlSyntax syntax = SqlSyntax.PORTABLE;
    Token token = lexer.next(syntax);
    while (token.kind() != Token.Kind.END) {
      Optional<Directive> directive = Directive.of(token, source);
      if (directive.isPresent()) {
        take(directive.get());
      } else if (open != null) {
        open.take(token);
      }
      token = lexer.next(open == null ? syntax : open.syntax());
    }
    closeSection();
    refusals.throwIfAny();
    refuseMissingUpgrade();
    return new ScriptBody(sections);
  }

  private void take(Directive directive) {
    switch (directive.word().place()) {
      case SECTION -> openSection(directive);
      case HEADER ->
          throw directive.misplaced("It belongs into the header, before \"--@ upgrade\".");
      case STATEMENT, DOWNGRADE_SECTION -> {
        if (open != null) {
          open.take(directive);
        }
      }
    }
  }

  private void openSection(Directive directive) {
    closeSection();
    Direction direction =
        directive.word() == Word.UPGRADE ? Direction.UPGRADE : Direction.DOWNGRADE;
    DatabaseProduct product = product(directive);
    boolean repeated =
        sections.stream()
            .anyMatch(known -> known.direction() == direction && known.product() == product);
    if (repeated) {
      throw directive.repeated();
    }
    open = new OpenSection(source, directive, direction, product, refusals, kept);
  }

  private void closeSection() {
    if (open != null) {
      sections.add(open.close());
    }
    open = null;
  }

  /** The database that a directive's argument names; null if it has none. */
  static @Nullable DatabaseProduct product(Directive directive) {
    String word = directive.argument();
    if (word.isEmpty()) {
      return null;
    }
    return DatabaseProduct.ofWord(word)
        .orElseThrow(
            () ->
                new ScriptException(
                    directive.position(),
                    "unknown database \"%s\" in \"--@ %s\". Known are: %s."
                        .formatted(word, directive.word().text(), DatabaseProduct.words())));
  }

  private void refuseMissingUpgrade() {
    if (sections.stream().noneMatch(section -> section.direction() == Direction.UPGRADE)) {
      throw new ScriptException(
          source.position(source.text().length()),
          "the script has no \"--@ upgrade\" section. Write it, empty if there is nothing to do.");
    }
  }
}
