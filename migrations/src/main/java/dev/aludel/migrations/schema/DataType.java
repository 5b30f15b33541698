package dev.aludel.migrations.schema;

import static java.util.Objects.requireNonNull;

/**
 * The type of a column as a script writes it.
 *
 * @param name its words in lower case, without arguments: {@code character varying}
 * @param written as SQL, with arguments: {@code character varying(20)}
 * @param offset where it begins in its statement
 */
public record DataType(String name, String written, int offset) {

  public DataType {
    requireNonNull(name, "name");
    requireNonNull(written, "written");
  }
}
