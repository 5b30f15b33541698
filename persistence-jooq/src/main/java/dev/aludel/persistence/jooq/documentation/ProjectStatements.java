package dev.aludel.persistence.jooq.documentation;

import dev.aludel.domain.documentation.Project;
import dev.aludel.persistence.jooq.generated.columns.Projects;
import dev.aludel.persistence.jooq.statement.CompiledQuery;
import dev.aludel.persistence.jooq.statement.CompiledStatements;
import dev.aludel.persistence.jooq.statement.EntityStatements;
import dev.aludel.persistence.jooq.statement.Row;
import org.jspecify.annotations.Nullable;

/** Every statement of {@link JooqProjects}. */
final class ProjectStatements {

  final EntityStatements<Project> entities;
  final CompiledQuery<Project> byRootPath;

  ProjectStatements(CompiledStatements statements) {
    entities = new EntityStatements<>(statements, ProjectStatements::project);
    byRootPath = entities.query("byRootPath");
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
        new Project.Id(row.number(Projects.ID)),
        row.text(Projects.NAME),
        row.text(Projects.ROOT_PATH),
        row.nullableText(Projects.DESCRIPTION),
        row.time(Projects.CREATED_TIME),
        row.time(Projects.UPDATED_TIME));
  }
}
