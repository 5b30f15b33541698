package dev.aludel.migrations.script;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** The revisions that come with Aludel: those of its storage. */
public final class BundledRevisions {
  private BundledRevisions() {}

  /** Their ids, sorted. The headers are read once, when they are first asked for. */
  public static Set<String> ids() {
    return Headers.IDS;
  }

  private static final class Headers {
    static final Set<String> IDS = read();

    private static Set<String> read() {
      Set<String> ids = new TreeSet<>();
      ScriptLocation.BUNDLED.scripts().forEach(script -> ids.add(script.revision().id().value()));
      return Collections.unmodifiableSet(ids);
    }
  }
}
