package dev.aludel.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EditCommandTest {
  @TempDir private Path folder;

  private Scenario scenario() throws IOException {
    SampleScripts.in(folder);
    return Scenario.in(folder).with("ALUDEL_SCRIPT_LOCATION", "scripts");
  }

  /** An editor that writes down how it was called, below its name. */
  private Path editor(String name, String rest) throws IOException {
    Path editor = folder.resolve(name);
    Files.writeString(
        editor, "#!/bin/sh\nprintf '<%%s>' \"$@\" >'%s/called'\n%s\n".formatted(folder, rest));
    return Files.setPosixFilePermissions(editor, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void edit_opensTheScript() throws IOException {
    Path editor = editor("my editor", "");
    scenario()
        .with("EDITOR", "false")
        .with("VISUAL", "'%s' -w \"two words\" $HOME ;no".formatted(editor))
        .run("edit", "aa11")
        .run("edit", "head", "--json")
        .matches("edit.txt");
    assertThat(folder.resolve("called"))
        .hasContent(
            "<-w><two words><$HOME><;no><%s>".formatted(folder.resolve("scripts/bb22.sql")));
  }

  @Test
  void edit_takesEditor_whenVisualIsEmpty() throws IOException {
    Path editor = editor("editor", "");
    scenario().with("VISUAL", " ").with("EDITOR", editor.toString()).run("edit", "bb22-1");
    assertThat(folder.resolve("called"))
        .hasContent("<%s>".formatted(folder.resolve("scripts/aa11.sql")));
  }

  @Test
  void edit_isRefused_whenThereIsNoEditorOrNoFile() throws IOException {
    Path failing = editor("failing", "exit 3");
    scenario()
        .run("edit", "head")
        .with("EDITOR", "no-such-editor -w")
        .run("edit", "head")
        .with("EDITOR", "vi \"x")
        .run("edit", "head")
        .with("EDITOR", failing.toString())
        .run("edit", "head")
        .run("edit", "base")
        .run("edit", "nonsense")
        .run("edit", "heads", "--bundled")
        .run("edit", "001", "--bundled")
        .run("edit")
        .matches("edit-refused.txt");
  }
}
