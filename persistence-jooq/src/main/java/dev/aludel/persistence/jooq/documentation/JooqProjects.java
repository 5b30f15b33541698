package dev.aludel.persistence.jooq.documentation;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.documentation.DocumentationKeysets;
import dev.aludel.domain.documentation.Project;
import dev.aludel.domain.documentation.Projects;
import dev.aludel.persistence.jooq.statement.Calls;
import dev.aludel.persistence.jooq.statement.EntityRepository;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The projects in the table {@code projects}. */
final class JooqProjects extends EntityRepository<Project, Project.Id> implements Projects {

  private final ProjectStatements statements;

  JooqProjects(ProjectStatements statements, Calls calls) {
    super(statements.entities, DocumentationKeysets.PROJECTS, "project", calls);
    this.statements = statements;
  }

  @Override
  protected Object key(Project.Id id) {
    return id.value();
  }

  @Override
  protected Project.Id id(Project project) {
    return project.id();
  }

  @Override
  protected @Nullable Object[] values(Project project) {
    return ProjectStatements.values(project);
  }

  @Override
  public Optional<Project> findByRootPath(String rootPath) {
    requireNonNull(rootPath, "rootPath");
    return calls().first(statements.byRootPath, rootPath);
  }
}
