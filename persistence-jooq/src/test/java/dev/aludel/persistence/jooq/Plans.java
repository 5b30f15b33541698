package dev.aludel.persistence.jooq;

import java.sql.SQLException;
import java.util.List;
import org.jooq.Query;

/** How a database would run a statement. */
interface Plans {

  /**
   * The steps that read a whole table or index, or sort what they read; empty when there are none.
   * Walking an index in its order up to a limit is no scan, unless rows are thrown away meanwhile.
   */
  List<String> scans(String sql) throws SQLException;

  /** The SQL of a statement as the database can explain it, which has no values for it. */
  String explainable(Query statement);
}
