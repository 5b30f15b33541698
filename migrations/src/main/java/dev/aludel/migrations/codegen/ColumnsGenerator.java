package dev.aludel.migrations.codegen;

import org.jooq.codegen.JavaGenerator;
import org.jooq.codegen.JavaWriter;
import org.jooq.meta.ColumnDefinition;
import org.jooq.meta.SchemaDefinition;
import org.jooq.meta.TableDefinition;

/**
 * jOOQ's generator, which also writes each table's columns as constants of another type: for code
 * that knows them by name and by type, and runs without jOOQ. They lie in the package {@code
 * columns}, in a class with the name of the table's own. The database's property {@code columnType}
 * is the type, with a type parameter and a constructor that takes {@code table.column}.
 */
public final class ColumnsGenerator extends JavaGenerator {
  private static final String TYPE = "columnType";

  /** For jOOQ's code generation tool. */
  public ColumnsGenerator() {}

  @Override
  protected void generateTable(SchemaDefinition schema, TableDefinition table) {
    super.generateTable(schema, table);
    JavaWriter out = newJavaWriter(getStrategy().getFile("columns/" + name(table) + ".java"));
    out.println("package %s.columns;", getStrategy().getTargetPackage());
    out.println();
    out.println("@SuppressWarnings(\"all\")");
    out.println("public final class %s {", name(table));
    table.getColumns().forEach(column -> writeConstant(column, out));
    out.println();
    out.println("private %s() {}", name(table));
    out.println("}");
    closeJavaWriter(out);
  }

  private void writeConstant(ColumnDefinition column, JavaWriter out) {
    String type = column.getDatabase().getProperties().getProperty(TYPE);
    out.println(
        "public static final %s<%s> %s = new %s<>(\"%s.%s\");",
        type,
        getJavaType(column.getType(resolver(out)), out),
        getStrategy().getJavaIdentifier(column),
        type,
        column.getContainer().getName(),
        column.getName());
  }

  private String name(TableDefinition table) {
    return getStrategy().getJavaClassName(table);
  }
}
