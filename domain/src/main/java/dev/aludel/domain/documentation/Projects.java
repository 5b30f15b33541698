package dev.aludel.domain.documentation;

import dev.aludel.domain.MutableRepository;
import java.util.Optional;

/** The projects. Deleting one deletes all that belongs to it in the same transaction. */
public interface Projects extends MutableRepository<Project, Project.Id> {

  /** The project whose documents lie under this root, by code point; absent when there is none. */
  Optional<Project> findByRootPath(String rootPath);
}
