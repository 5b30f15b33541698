package dev.aludel.persistence.jooq.statement;

import dev.aludel.domain.StorageException;
import java.sql.SQLException;
import java.util.List;

/** Turns a driver's errors into the storage's own; one for each database. */
public interface ErrorTranslator {

  /**
   * What a statement met.
   *
   * @param table the statement's table
   * @param references the columns of the table that point to other tables
   */
  record Place(String table, List<String> references) {

    /** For what belongs to no table: begin, commit, the connection. */
    public static final Place DATABASE = new Place("the database", List.of());

    /** Copies the columns. */
    public Place {
      references = List.copyOf(references);
    }
  }

  /** The error that a caller gets; the driver's one is its cause. */
  StorageException translate(SQLException error, Place place);
}
