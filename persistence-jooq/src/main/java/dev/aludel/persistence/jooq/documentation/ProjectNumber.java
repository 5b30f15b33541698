package dev.aludel.persistence.jooq.documentation;

import dev.aludel.domain.documentation.Project;
import dev.aludel.persistence.jooq.statement.Column;
import dev.aludel.persistence.jooq.statement.Row;
import org.jspecify.annotations.Nullable;

/** The project of what may belong to none, as a value of a statement and out of a row. */
final class ProjectNumber {

  private ProjectNumber() {}

  static @Nullable Long of(Project.@Nullable Id project) {
    return project == null ? null : project.value();
  }

  static Project.@Nullable Id read(Row row, Column<Long> column) {
    Long number = row.nullableNumber(column);
    return number == null ? null : new Project.Id(number);
  }
}
