package dev.aludel.migrations.script;

import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.sql.SourceText;

/**
 * One revision as its SQL file. The header is read at once; the sections are read when they are
 * asked for, so that a script that does not run costs nothing but its header.
 */
public final class RevisionScript {
  private final SourceText source;
  private final HeaderReader.Header header;

  private RevisionScript(SourceText source) {
    this.source = source;
    this.header = HeaderReader.read(source);
  }

  /**
   * Reads a script's header.
   *
   * @param name what messages call the script
   * @throws ScriptException if the header is not right
   */
  public static RevisionScript read(String name, String text) {
    return new RevisionScript(new SourceText(name, text));
  }

  public Revision revision() {
    return header.revision();
  }

  /**
   * The sections, read anew at each call.
   *
   * @throws ScriptException if something in them is not right
   */
  public ScriptBody body() {
    return BodyReader.read(source, header.bodyOffset());
  }
}
