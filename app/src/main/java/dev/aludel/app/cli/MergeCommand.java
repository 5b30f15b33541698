package dev.aludel.app.cli;

import dev.aludel.app.wiring.AludelComponent;
import dev.aludel.app.wiring.Setting;
import dev.aludel.migrations.author.NewRevision;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code aludel merge}. */
@Command(
    name = "merge",
    description = {
      "Writes the script of a revision that joins heads, and tells where their branches meet.",
      "Opens no database, but for a target that counts from where it is."
    },
    footer = {
      "",
      "Examples:",
      "  aludel merge heads",
      "  aludel merge 3f2a 91c0 -m 'Join accounts and ledger'"
    })
final class MergeCommand extends LookingCommand {
  @Mixin private final NewScriptOptions script = new NewScriptOptions();

  @Parameters(
      paramLabel = "TARGET",
      arity = "0..*",
      description = "The heads to join: ids, LABEL@head, heads; default heads.")
  private List<String> targets = new ArrayList<>();

  MergeCommand(AludelCommand aludel) {
    super(aludel);
  }

  @Override
  Map<Setting, String> ownSettings() {
    Map<Setting, String> settings = new EnumMap<>(Setting.class);
    settings.putAll(super.ownSettings());
    settings.putAll(script.settings());
    return settings;
  }

  @Override
  Answer answer(AludelComponent component, Console console) {
    presenceFor(targets, component.settings(), console);
    NewRevision request =
        script.request(component.settings(), environment()).heads(targets).build();
    return new MergeAnswer(component.migrator().writer().merge(request));
  }
}
