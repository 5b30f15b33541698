package dev.aludel.persistence.testkit.inmemory;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.documentation.DocumentationKeysets;
import dev.aludel.domain.documentation.Project;
import dev.aludel.domain.documentation.Projects;
import dev.aludel.persistence.StorableText;
import java.util.List;
import java.util.Optional;

/** The projects in memory. */
final class InMemoryProjects extends MutableTableRepository<Project, Project.Id>
    implements Projects {

  static final Table<Project, Project.Id> TABLE =
      Table.of("projects", Project::id)
          .text("name", Project::name)
          .text("root_path", Project::rootPath)
          .text("description", Project::descriptionOrNull)
          .unique(List.of("root_path"), Project::rootPath);

  InMemoryProjects(Calls calls) {
    super(TABLE, "project", DocumentationKeysets.PROJECTS, calls);
  }

  @Override
  public Optional<Project> findByRootPath(String rootPath) {
    requireNonNull(rootPath, "rootPath");
    StorableText.require("projects.root_path", rootPath);
    return calls()
        .read(
            tables ->
                tables.all(TABLE).stream()
                    .filter(project -> project.rootPath().equals(rootPath))
                    .findFirst());
  }
}
