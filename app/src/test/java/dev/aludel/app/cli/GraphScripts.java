package dev.aludel.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes a graph in the notation of {@code graph-cases.json} as scripts, which log their steps. */
final class GraphScripts {
  /** What every script writes into; must be there before one runs. */
  static final String LOG_TABLE = "create table steps (step text not null)";

  private static final Pattern REVISION =
      Pattern.compile("(\\w+)(?:\\[(\\w+)])?(?:<(?:\\(([\\w,]+)\\)|(\\w+)))?(?: dep (\\w+))?");

  private GraphScripts() {}

  static void write(String graph, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String text : graph.split("; ", -1)) {
      Matcher revision = REVISION.matcher(text);
      if (!revision.matches()) {
        throw new IllegalArgumentException("no revision: " + text);
      }
      Files.writeString(folder.resolve(revision.group(1) + ".sql"), script(revision));
    }
  }

  private static String script(Matcher revision) {
    String parents =
        Stream.of(revision.group(3), revision.group(4))
            .flatMap(Stream::ofNullable)
            .findFirst()
            .orElse("base");
    String label = revision.group(2) == null ? "" : "--@ branch " + revision.group(2) + "\n";
    String needs = revision.group(5) == null ? "" : "--@ depends-on " + revision.group(5) + "\n";
    return """
        --@ revision %1$s
        --@ revises %2$s
        %3$s%4$s--@ upgrade
        --@ verbatim
        insert into steps values ('+%1$s');
        --@ downgrade
        --@ verbatim
        insert into steps values ('-%1$s');
        """
        .formatted(revision.group(1), parents, label, needs);
  }
}
