package dev.aludel.app.cli;

import dev.aludel.app.wiring.Environment;
import dev.aludel.app.wiring.Setting;
import dev.aludel.app.wiring.Settings;
import dev.aludel.migrations.author.AuthorException;
import dev.aludel.migrations.author.FileNamePattern;
import dev.aludel.migrations.author.NewRevision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every new script can be given. */
final class NewScriptOptions {
  @Option(
      names = {"-m", "--message"},
      order = 1,
      paramLabel = "TEXT",
      description = "What the revision is for.")
  private String message = "";

  @Option(
      names = "--rev-id",
      order = 10,
      paramLabel = "ID",
      description = "Its id, up to 32 of letters, digits and _; default 12 random digits.")
  private @Nullable String id;

  @Option(
      names = "--branch-label",
      order = 11,
      paramLabel = "LABEL",
      description = "A name for the branch that it belongs to; may be repeated.")
  private List<String> labels = new ArrayList<>();

  @Option(
      names = "--version-path",
      order = 12,
      paramLabel = "DIR",
      description =
          "Where its script goes, in or below a script location; default beside the script that it follows.")
  private @Nullable Path folder;

  @Option(
      names = "--file-name-template",
      order = 13,
      paramLabel = "NAME",
      description = {
        "How its file is called, with placeholders, $${revision} among them.",
        "Variable ALUDEL_FILE_NAME_TEMPLATE; default $${date}_$${revision}_$${slug}.sql."
      })
  private @Nullable String fileNameTemplate;

  /** What these options set. */
  Map<Setting, String> settings() {
    return fileNameTemplate == null
        ? Map.of()
        : Map.of(Setting.FILE_NAME_TEMPLATE, fileNameTemplate);
  }

  /** A request for a script, with what is given here and in the settings. */
  NewRevision.Builder request(Settings settings, Environment environment) {
    NewRevision.Builder request = NewRevision.saying(message);
    labels.forEach(request::label);
    if (id != null) {
      request.id(id);
    }
    if (folder != null) {
      request.folder(environment.workingDirectory().resolve(folder).normalize());
    }
    return request.fileName(fileName(settings));
  }

  private FileNamePattern fileName(Settings settings) {
    try {
      return new FileNamePattern(settings.fileNameTemplate());
    } catch (AuthorException e) {
      throw fileNameTemplate == null ? e : new WrongValueException(e);
    }
  }
}
