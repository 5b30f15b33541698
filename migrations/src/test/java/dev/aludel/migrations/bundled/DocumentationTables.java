package dev.aludel.migrations.bundled;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables of the branch {@code documentation}: their rows, their order and their times. */
final class DocumentationTables {
  /** Parents before children. */
  static final List<String> ALL =
      List.of(
          "projects",
          "documents",
          "document_relationships",
          "functions",
          "classes",
          "design_decisions",
          "change_records",
          "inconsistencies",
          "recommendations",
          "suggested_changes",
          "developer_decisions",
          "inconsistency_documents",
          "recommendation_inconsistencies");

  /** What revision 20261120_090000 makes milliseconds, in the order of the columns. */
  static final List<Time> TIMES =
      List.of(
          Time.ofRow("projects", "created"),
          Time.ofRow("projects", "updated"),
          new Time("documents", "last_modified", "modified_time", Null.NEVER),
          Time.ofRow("documents", "created"),
          Time.ofRow("documents", "updated"),
          Time.ofRow("document_relationships", "created"),
          Time.ofRow("document_relationships", "updated"),
          Time.ofRow("functions", "created"),
          Time.ofRow("functions", "updated"),
          Time.ofRow("classes", "created"),
          Time.ofRow("classes", "updated"),
          new Time("design_decisions", "decision_date", "decided_time", Null.STAYS),
          Time.ofRow("design_decisions", "created"),
          new Time("change_records", "timestamp", "changed_time", Null.NEVER),
          Time.ofRow("change_records", "created"),
          new Time("inconsistencies", "timestamp", "detected_time", Null.NEVER),
          Time.ofRow("inconsistencies", "created"),
          Time.ofRow("inconsistencies", "updated"),
          new Time("recommendations", "creation_timestamp", "proposed_time", Null.NEVER),
          new Time(
              "recommendations",
              "last_codebase_change_timestamp",
              "codebase_changed_time",
              Null.STAYS),
          Time.ofRow("recommendations", "created"),
          Time.ofRow("recommendations", "updated"),
          Time.ofRow("suggested_changes", "created"),
          new Time("developer_decisions", "timestamp", "decided_time", Null.NEVER),
          new Time(
              "developer_decisions", "implementation_timestamp", "implemented_time", Null.STAYS),
          Time.ofRow("developer_decisions", "created"));

  private DocumentationTables() {}

  /** What becomes of a time that is null. */
  enum Null {
    NEVER,
    STAYS,
    BECOMES_ZERO
  }

  /** A time, by its names before and after. */
  record Time(String table, String timestamp, String milliseconds, Null nulls) {
    static Time ofRow(String table, String stem) {
      return new Time(table, stem + "_at", stem + "_time", Null.BECOMES_ZERO);
    }
  }

  /** All rows of all tables. */
  static Map<String, List<List<@Nullable String>>> rows(TestedDatabase database) {
    Map<String, List<List<@Nullable String>>> rows = new LinkedHashMap<>();
    ALL.forEach(
        table -> rows.put(table, database.query("select * from " + table + " order by 1, 2")));
    return rows;
  }

  /** Writes the rows of one database into another, whatever its kind. */
  static void copy(Map<String, List<List<@Nullable String>>> rows, TestedDatabase target) {
    List<String> inserts = new ArrayList<>();
    rows.forEach(
        (table, all) ->
            all.forEach(
                row ->
                    inserts.add(
                        "insert into %s values (%s)"
                            .formatted(
                                table,
                                String.join(
                                    ", ",
                                    row.stream().map(DocumentationTables::literal).toList())))));
    target.execute(inserts.toArray(String[]::new));
  }

  private static String literal(@Nullable String value) {
    return value == null ? "null" : "'" + value.replace("'", "''") + "'";
  }
}
