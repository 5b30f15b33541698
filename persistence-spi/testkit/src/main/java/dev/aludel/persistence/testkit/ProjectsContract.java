package dev.aludel.persistence.testkit;

import static dev.aludel.persistence.testkit.DocumentationSamples.change;
import static dev.aludel.persistence.testkit.DocumentationSamples.codeClass;
import static dev.aludel.persistence.testkit.DocumentationSamples.decision;
import static dev.aludel.persistence.testkit.DocumentationSamples.document;
import static dev.aludel.persistence.testkit.DocumentationSamples.function;
import static dev.aludel.persistence.testkit.DocumentationSamples.inconsistency;
import static dev.aludel.persistence.testkit.DocumentationSamples.recommendation;
import static dev.aludel.persistence.testkit.DocumentationSamples.record;
import static dev.aludel.persistence.testkit.DocumentationSamples.relationship;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.DocumentationKeysets;
import dev.aludel.domain.documentation.Inconsistency;
import dev.aludel.domain.documentation.Project;
import dev.aludel.domain.documentation.Projects;
import dev.aludel.domain.documentation.Recommendation;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link Projects} does on every storage. */
public abstract class ProjectsContract extends StorageContract {

  private Projects projects() {
    return storage().projects();
  }

  private static Project project(long id, String text, Instant time) {
    return new Project(new Project.Id(id), text, text + id, text, time, time);
  }

  @Test
  @Rule("PROJECTS-01")
  final void port_keepsTheSharedVocabulary() {
    new Vocabulary<>(projects(), Project::id, "project", DocumentationKeysets.PROJECTS)
        .holds(
            DocumentationSamples.project(1),
            project(1, "changed", NOON.plusMillis(7)),
            List.of(
                project(9, "a", NOON.minusMillis(1)),
                project(-3, "b", NOON),
                project(4, "c", NOON),
                project(2, "d", NOON.plusMillis(1))));
  }

  @Test
  @Rule("PROJECTS-02")
  final void insert_refuses_whenTheRootPathIsThere() {
    Project there = DocumentationSamples.project(1);
    projects().insert(there);
    Project other = new Project(new Project.Id(2), "other", there.rootPath(), null, NOON, NOON);

    assertThatThrownBy(() -> projects().insert(other))
        .isInstanceOfSatisfying(
            ConflictException.class,
            error -> {
              assertThat(error.table()).isEqualTo("projects");
              assertThat(error.columns()).containsExactly("root_path");
            });
    assertThat(projects().count()).isEqualTo(1);
  }

  @Test
  @Rule("PROJECTS-03")
  final void findByRootPath_goesByCodePoint() {
    Project upper = new Project(new Project.Id(1), "p", "/A", null, NOON, NOON);
    Project lower = new Project(new Project.Id(2), "p", "/a", null, NOON, NOON);
    projects().insertAll(List.of(upper, lower));

    assertThat(projects().findByRootPath("/A")).contains(upper);
    assertThat(projects().findByRootPath("/a")).contains(lower);
    assertThat(projects().findByRootPath("/a ")).isEmpty();
  }

  @Test
  @Rule("PROJECTS-04")
  final void delete_takesAllThatBelongsToItAndNothingElse() {
    for (long project : List.of(1L, 2L)) {
      fill(project);
    }

    assertThat(projects().delete(new Project.Id(1))).isTrue();

    assertThat(storage().documents().count()).isEqualTo(1);
    assertThat(storage().codeElements().count()).isEqualTo(2);
    assertThat(storage().relationships().count()).isEqualTo(1);
    assertThat(storage().designDecisions().count()).isEqualTo(1);
    assertThat(storage().changeRecords().count()).isEqualTo(1);
    assertThat(storage().inconsistencies().count()).isEqualTo(1);
    assertThat(storage().recommendations().count()).isEqualTo(1);
    assertThat(storage().recommendations().current(new Project.Id(2))).isPresent();
    assertThat(
            storage()
                .recommendations()
                .changes(new Recommendation.Id(1), PageRequest.first(1))
                .items())
        .isEmpty();
  }

  private void fill(long project) {
    projects().insert(DocumentationSamples.project(project));
    storage().documents().insert(document(project, project));
    storage().codeElements().insert(function(project, project, "f", null));
    storage().codeElements().insert(codeClass(project, project, "C"));
    storage().relationships().insert(relationship(project, project, project));
    storage().designDecisions().insert(decision(project, project, NOON));
    storage().changeRecords().insert(record(project, project, NOON));
    storage()
        .inconsistencies()
        .report(inconsistency(project, project), List.of(new Document.Id(project)));
    storage()
        .recommendations()
        .propose(
            recommendation(project, project),
            List.of(new Inconsistency.Id(project)),
            List.of(change(project, project, project)));
  }
}
