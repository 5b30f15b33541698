package dev.aludel.app.cli;

import dev.aludel.app.wiring.AludelComponent;
import dev.aludel.app.wiring.Setting;
import dev.aludel.app.wiring.Settings;
import dev.aludel.migrations.author.NewRevision;
import dev.aludel.migrations.author.Splice;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code aludel revision}. */
@Command(
    name = "revision",
    description = {
      "Writes the script of a new revision, which follows the head.",
      "Nothing is written that would break the graph. Opens no database, but for a target that counts from where it is."
    },
    footer = {
      "",
      "Examples:",
      "  aludel revision -m 'Add customers'",
      "  aludel revision -m 'Begin the ledger' --head base --branch-label ledger",
      "  aludel revision -m 'Add invoices' --head ledger@head --depends-on accounts"
    })
final class RevisionCommand extends LookingCommand {
  @Mixin private final NewScriptOptions script = new NewScriptOptions();

  @Option(
      names = "--head",
      order = 2,
      paramLabel = "TARGET",
      description =
          "What it follows: a head, LABEL@head, base for a new root; may be repeated; default head.")
  private List<String> heads = new ArrayList<>();

  @Option(
      names = "--splice",
      order = 3,
      description = "Lets --head be no head: a new branch begins there.")
  private boolean splice;

  @Option(
      names = "--depends-on",
      order = 4,
      paramLabel = "TARGET",
      description = "What must be applied before it, in another branch; may be repeated.")
  private List<String> dependencies = new ArrayList<>();

  @Option(
      names = "--revision-template",
      order = 14,
      paramLabel = "FILE",
      description = {
        "A text with placeholders to make the script from.",
        "Variable ALUDEL_REVISION_TEMPLATE; default revision.sql.template of the script location, or ours."
      })
  private @Nullable String template;

  RevisionCommand(AludelCommand aludel) {
    super(aludel);
  }

  @Override
  Map<Setting, String> ownSettings() {
    Map<Setting, String> settings = new EnumMap<>(Setting.class);
    settings.putAll(super.ownSettings());
    settings.putAll(script.settings());
    if (template != null) {
      settings.put(Setting.REVISION_TEMPLATE, template);
    }
    return settings;
  }

  @Override
  Answer answer(AludelComponent component, Console console) {
    Settings settings = component.settings();
    presenceFor(Stream.concat(heads.stream(), dependencies.stream()).toList(), settings, console);
    NewRevision.Builder request =
        script
            .request(settings, environment())
            .heads(heads)
            .splice(splice ? Splice.ALLOWED : Splice.REFUSED)
            .dependsOn(dependencies);
    settings.revisionTemplate().ifPresent(request::template);
    return new RevisionAnswer(component.migrator().writer().write(request.build()));
  }
}
