package dev.aludel.persistence.jooq.statement;

import dev.aludel.migrations.sql.DatabaseProduct;

/** How a whole list is read in memory that does not grow with it. */
enum Streaming {
  /**
   * Page by page: our SQLite connections keep one statement for each text, so that the same text,
   * asked for meanwhile, would end the rows that are being read.
   */
  PAGES,
  /** As the rows of one query that stays open. */
  OPEN_QUERY;

  static Streaming of(DatabaseProduct product) {
    return switch (product) {
      case SQLITE -> PAGES;
      case POSTGRESQL -> OPEN_QUERY;
    };
  }
}
