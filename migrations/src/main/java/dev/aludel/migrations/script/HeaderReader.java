package dev.aludel.migrations.script;

import dev.aludel.migrations.revision.MigrationException;
import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.script.Directive.Word;
import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SourcePosition;
import dev.aludel.migrations.sql.SourceText;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads a script up to its first section. */
final class HeaderReader {
  private static final String BASE = "base";

  private final SourceText source;
  private final Map<Word, Directive> directives = new EnumMap<>(Word.class);
  private int bodyOffset;

  private HeaderReader(SourceText source) {
    this.source = source;
  }

  /** What the header says, and where the first section begins. */
  record Header(Revision revision, int bodyOffset) {}

  static Header read(SourceText source) {
    HeaderReader reader = new HeaderReader(source);
    reader.collect();
    return new Header(reader.revision(), reader.bodyOffset);
  }

  private void collect() {
    Lexer lexer = new Lexer(source.text());
    Token token = lexer.next(SqlSyntax.PORTABLE);
    while (token.kind() != Token.Kind.END) {
      if (token.isSubstance()) {
        throw new ScriptException(
            source.position(token.offset()),
            "found \"%s\" before the first section; expected the header or \"--@ upgrade\"."
                .formatted(Excerpt.of(token.text())));
      }
      Optional<Directive> directive = Directive.of(token, source);
      if (directive.isPresent() && !take(directive.get())) {
        return;
      }
      token = lexer.next(SqlSyntax.PORTABLE);
    }
    bodyOffset = source.text().length();
  }

  /** Whether the header goes on after {@code directive}. */
  private boolean take(Directive directive) {
    return switch (directive.word().place()) {
      case HEADER -> {
        if (directives.put(directive.word(), directive) != null) {
          throw directive.repeated();
        }
        yield true;
      }
      case SECTION -> {
        bodyOffset = directive.offset();
        yield false;
      }
      case STATEMENT, DOWNGRADE_SECTION ->
          throw directive.misplaced("It belongs into a section, after \"--@ upgrade\".");
    };
  }

  private Revision revision() {
    RevisionId id = required(Word.REVISION, RevisionId::of);
    List<RevisionId> parents = required(Word.REVISES, HeaderReader::parents);
    return new Revision(
        id,
        parents,
        optional(Word.BRANCH, HeaderReader::names).orElse(Set.of()),
        List.copyOf(optional(Word.DEPENDS_ON, HeaderReader::names).orElse(Set.of())),
        optional(Word.CREATED, HeaderTime::parse).orElse(null),
        optional(Word.MESSAGE, message -> message).orElse(""),
        source.name());
  }

  private <T> T required(Word word, Function<String, T> parse) {
    return optional(word, parse)
        .orElseThrow(
            () ->
                new ScriptException(
                    new SourcePosition(source.name(), 1, 1),
                    "the header has no \"--@ %s\". A revision script begins with \"--@ revision ID\" and \"--@ revises PARENT\" (or \"--@ revises base\")."
                        .formatted(word.text())));
  }

  private <T> Optional<T> optional(Word word, Function<String, T> parse) {
    return Optional.ofNullable(directives.get(word)).map(directive -> parsed(directive, parse));
  }

  private static <T> T parsed(Directive directive, Function<String, T> parse) {
    if (directive.argument().isEmpty()) {
      throw new ScriptException(
          directive.position(), "\"--@ %s\" has no value.".formatted(directive.word().text()));
    }
    try {
      return parse.apply(directive.argument());
    } catch (MigrationException e) {
      throw new ScriptException(directive.position(), String.valueOf(e.getMessage()), e);
    } catch (DateTimeParseException e) {
      throw new ScriptException(
          directive.position(),
          "\"%s\" is no time; expected one in UTC such as 2025-09-16T16:30:00Z."
              .formatted(directive.argument()),
          e);
    }
  }

  private static List<RevisionId> parents(String argument) {
    if (argument.equals(BASE)) {
      return List.of();
    }
    List<RevisionId> parents = new ArrayList<>();
    for (String name : names(argument)) {
      parents.add(RevisionId.of(name));
    }
    return parents;
  }

  private static Set<String> names(String argument) {
    Set<String> names = new LinkedHashSet<>();
    for (String name : argument.split(",", -1)) {
      names.add(name.strip());
    }
    return names;
  }
}
