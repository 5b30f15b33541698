package dev.aludel.app.cli;

import dev.aludel.migrations.run.VersionTableState;
import java.util.List;
import java.util.Locale;

/** Whether the version table had to be made. */
record EnsureVersionAnswer(String database, String versionTable, VersionTableState state)
    implements Answer {

  @Override
  public List<String> lines(Verbosity verbosity) {
    return List.of(
        switch (state) {
          case CREATED -> "Created the version table %s in %s.".formatted(versionTable, database);
          case PRESENT ->
              "Nothing to do: %s has the version table %s.".formatted(database, versionTable);
        });
  }

  @Override
  public List<String> done() {
    return lines(Verbosity.NORMAL);
  }

  @Override
  public JsonObject json() {
    return new JsonObject()
        .put("database", database)
        .put("versionTable", versionTable)
        .put("state", state.name().toLowerCase(Locale.ROOT));
  }
}
