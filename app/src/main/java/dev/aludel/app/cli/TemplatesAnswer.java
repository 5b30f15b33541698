package dev.aludel.app.cli;

import dev.aludel.migrations.author.ProjectTemplate;
import java.util.List;

/** Templates of a project. */
record TemplatesAnswer(List<ProjectTemplate> templates) implements Answer {

  @Override
  public List<String> lines(Verbosity verbosity) {
    int width = templates.stream().mapToInt(template -> template.word().length()).max().orElse(0);
    return templates.stream()
        .map(
            template ->
                template.word()
                    + " ".repeat(width - template.word().length() + 3)
                    + template.description())
        .toList();
  }

  @Override
  public JsonObject json() {
    return new JsonObject()
        .putObjects(
            "templates",
            templates.stream()
                .map(
                    template ->
                        new JsonObject()
                            .put("name", template.word())
                            .put("description", template.description()))
                .toList());
  }
}
