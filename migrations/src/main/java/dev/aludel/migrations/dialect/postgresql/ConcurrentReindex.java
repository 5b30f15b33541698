package dev.aludel.migrations.dialect.postgresql;

import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A {@code reindex ... concurrently}. It builds an index {@code NAME_ccnew} beside each index, and
 * calls the old one {@code NAME_ccold} before that goes; broken off, it leaves one of the two
 * behind, invalid. PostgreSQL's manual says to drop it and to run the statement again.
 *
 * @param name what is reindexed, as the statement writes it; empty for the whole database
 */
record ConcurrentReindex(Scope scope, String name) {
  // Where there is such a name already, PostgreSQL counts on behind it; where a name is too long,
  // it shortens what stands before the suffix.
  private static final String LEFTOVERS =
      """
      with named (id) as (%s),
        parts (id) as (
          select id from named
          union select part.relid from named, pg_partition_tree(named.id) part),
        reindexed (id) as (
          select id from parts
          union select reltoastrelid from pg_class where oid in (select id from parts)),
        broken as (
          select i.indexrelid, i.indrelid, substring(c.relname from '^(.*)_cc(?:new|old)[0-9]*$') as name
          from pg_index i join pg_class c on c.oid = i.indexrelid where not i.indisvalid)
      select broken.indexrelid::regclass::text from broken
      where exists (
        select from pg_index i join pg_class c on c.oid = i.indexrelid
        where i.indrelid = broken.indrelid and i.indexrelid <> broken.indexrelid
          and starts_with(c.relname, broken.name)
          and (i.indexrelid in (select id from reindexed) or i.indrelid in (select id from reindexed)))
      order by 1\
      """;

  /** What is reindexed. */
  enum Scope {
    INDEX("select to_regclass(?)::oid"),
    TABLE("select to_regclass(?)::oid"),
    SCHEMA("select oid from pg_class where relnamespace = to_regnamespace(?)"),
    DATABASE("select oid from pg_class where ? is not null");

    private final String named;

    Scope(String named) {
      this.named = named;
    }

    private boolean isMeantBy(Token token) {
      return token.isWord(name().toLowerCase(Locale.ROOT));
    }
  }

  /** The reindexing that {@code sql} is; empty if it is another statement, or not concurrent. */
  static Optional<ConcurrentReindex> of(String sql) {
    List<Token> tokens = Lexer.substance(sql, SqlSyntax.POSTGRESQL);
    boolean concurrent = tokens.stream().anyMatch(token -> token.isWord("concurrently"));
    return concurrent && tokens.get(0).isWord("reindex")
        ? scoped(tokens.subList(afterOptions(tokens), tokens.size()))
        : Optional.empty();
  }

  private static int afterOptions(List<Token> tokens) {
    int index = 1;
    if (tokens.get(1).isSymbol('(')) {
      while (index < tokens.size() && !tokens.get(index).isSymbol(')')) {
        index++;
      }
      index++;
    }
    return Math.min(index, tokens.size());
  }

  private static Optional<ConcurrentReindex> scoped(List<Token> tokens) {
    for (Scope scope : Scope.values()) {
      if (!tokens.isEmpty() && scope.isMeantBy(tokens.get(0))) {
        return Optional.of(new ConcurrentReindex(scope, name(tokens)));
      }
    }
    return Optional.empty();
  }

  private static String name(List<Token> tokens) {
    return tokens.stream()
        .skip(1)
        .filter(token -> !token.isWord("concurrently") && !token.isSymbol(';'))
        .map(Token::text)
        .collect(Collectors.joining());
  }

  /** What a run of it that was broken off left, as SQL can name it. */
  List<String> leftovers(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LEFTOVERS.formatted(scope.named))) {
      query.setString(1, name);
      try (ResultSet rows = query.executeQuery()) {
        List<String> leftovers = new ArrayList<>();
        while (rows.next()) {
          leftovers.add(rows.getString(1));
        }
        return leftovers;
      }
    }
  }
}
