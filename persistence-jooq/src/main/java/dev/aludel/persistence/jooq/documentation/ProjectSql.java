package dev.aludel.persistence.jooq.documentation;

import static dev.aludel.persistence.jooq.generated.Tables.PROJECTS;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;

import dev.aludel.persistence.jooq.statement.EntitySql;
import dev.aludel.persistence.jooq.statement.KeysetOrder;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import java.util.List;
import org.jooq.Field;

/** The SQL of {@link ProjectStatements}. */
final class ProjectSql {

  private static final List<Field<?>> DATA =
      List.of(
          PROJECTS.NAME,
          PROJECTS.ROOT_PATH,
          PROJECTS.DESCRIPTION,
          PROJECTS.CREATED_TIME,
          PROJECTS.UPDATED_TIME);

  private ProjectSql() {}

  static void compile(StatementCompiler compiler) {
    EntitySql entities =
        new EntitySql(
            compiler,
            PROJECTS,
            PROJECTS.ID,
            DATA,
            KeysetOrder.ascending(PROJECTS.CREATED_TIME, PROJECTS.ID));
    entities.query("byRootPath", PROJECTS.ROOT_PATH.eq(parameter(PROJECTS.ROOT_PATH)));
  }
}
