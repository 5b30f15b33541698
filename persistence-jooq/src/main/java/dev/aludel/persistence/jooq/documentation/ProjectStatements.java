package dev.aludel.persistence.jooq.documentation;

import static dev.aludel.persistence.jooq.generated.Tables.PROJECTS;
import static dev.aludel.persistence.jooq.statement.StatementCompiler.parameter;

import dev.aludel.domain.documentation.Project;
import dev.aludel.persistence.jooq.statement.CompiledQuery;
import dev.aludel.persistence.jooq.statement.EntityStatements;
import dev.aludel.persistence.jooq.statement.KeysetOrder;
import dev.aludel.persistence.jooq.statement.Row;
import dev.aludel.persistence.jooq.statement.StatementCompiler;
import java.util.List;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Every statement of {@link JooqProjects}. */
final class ProjectStatements {

  private static final List<Field<?>> DATA =
      List.of(
          PROJECTS.NAME,
          PROJECTS.ROOT_PATH,
          PROJECTS.DESCRIPTION,
          PROJECTS.CREATED_TIME,
          PROJECTS.UPDATED_TIME);

  final EntityStatements<Project> entities;
  final CompiledQuery<Project> byRootPath;

  ProjectStatements(StatementCompiler compiler) {
    entities =
        new EntityStatements<>(
            compiler,
            PROJECTS,
            PROJECTS.ID,
            DATA,
            KeysetOrder.ascending(PROJECTS.CREATED_TIME, PROJECTS.ID),
            ProjectStatements::project);
    byRootPath = entities.query(PROJECTS.ROOT_PATH.eq(parameter(PROJECTS.ROOT_PATH)));
  }

  /** The values in the order of the columns, the id last. */
  static @Nullable Object[] values(Project project) {
    return new @Nullable Object[] {
      project.name(),
      project.rootPath(),
      project.descriptionOrNull(),
      project.createdAt().toEpochMilli(),
      project.updatedAt().toEpochMilli(),
      project.id().value()
    };
  }

  private static Project project(Row row) {
    return new Project(
        new Project.Id(row.number(PROJECTS.ID)),
        row.text(PROJECTS.NAME),
        row.text(PROJECTS.ROOT_PATH),
        row.nullableText(PROJECTS.DESCRIPTION),
        row.time(PROJECTS.CREATED_TIME),
        row.time(PROJECTS.UPDATED_TIME));
  }
}
