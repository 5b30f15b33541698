package dev.aludel.migrations.sql;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A database that revisions run on, by the word that scripts and URLs use for it. */
public enum DatabaseProduct {
  SQLITE("sqlite", "SQLite", SqlSyntax.SQLITE),
  POSTGRESQL("postgresql", "PostgreSQL", SqlSyntax.POSTGRESQL);

  private final String word;
  private final String title;
  private final SqlSyntax syntax;

  DatabaseProduct(String word, String title, SqlSyntax syntax) {
    this.word = word;
    this.title = title;
    this.syntax = syntax;
  }

  /** The word in scripts and URLs, in lower case. */
  public String word() {
    return word;
  }

  /** The name that people read. */
  public String title() {
    return title;
  }

  public SqlSyntax syntax() {
    return syntax;
  }

  public static Optional<DatabaseProduct> ofWord(String word) {
    return Arrays.stream(values()).filter(product -> product.word.equals(word)).findFirst();
  }

  /** All words, as a message lists them: {@code sqlite, postgresql}. */
  public static String words() {
    return Arrays.stream(values()).map(DatabaseProduct::word).collect(Collectors.joining(", "));
  }
}
