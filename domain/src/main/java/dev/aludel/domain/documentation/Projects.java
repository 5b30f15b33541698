package dev.aludel.domain.documentation;

import dev.aludel.domain.MutableRepository;
import dev.aludel.domain.ValueNotStorableException;
import java.util.Optional;

/**
 * The projects. Deleting one deletes all that belongs to it in the same transaction.
 *
 * <p>The root of a project is a key, of at most 1,024 bytes in UTF-8: see {@link
 * ValueNotStorableException}.
 */
public interface Projects extends MutableRepository<Project, Project.Id> {

  /** The project whose documents lie under this root, by code point; absent when there is none. */
  Optional<Project> findByRootPath(String rootPath);
}
