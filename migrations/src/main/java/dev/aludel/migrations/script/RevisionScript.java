package dev.aludel.migrations.script;

import dev.aludel.migrations.revision.Revision;
import dev.aludel.migrations.sql.SourceText;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One revision as its SQL file. The header is read at once; the sections are read when they are
 * asked for, so that a script that does not run costs nothing but its header.
 */
public final class RevisionScript {
  private final SourceText source;
  private final @Nullable Path file;
  private final HeaderReader.Header header;

  private RevisionScript(SourceText source, @Nullable Path file) {
    this.source = source;
    this.file = file;
    this.header = HeaderReader.read(source);
  }

  /**
   * Reads a script's header.
   *
   * @param name what messages call the script
   * @throws ScriptException if the header is not right
   */
  public static RevisionScript read(String name, String text) {
    return new RevisionScript(new SourceText(name, text), null);
  }

  /**
   * Reads the header of a script that is, or will be, a file of its own; messages call it by its
   * path.
   *
   * @throws ScriptException if the header is not right
   */
  public static RevisionScript read(Path file, String text) {
    return new RevisionScript(new SourceText(file.toString(), text), file);
  }

  boolean hasTextOf(RevisionScript other) {
    return source.text().equals(other.source.text());
  }

  public Revision revision() {
    return header.revision();
  }

  /** Where people can edit it; empty for a script of the class path. */
  public Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /**
   * The sections, read anew at each call.
   *
   * @throws ScriptException if something in them is not right
   */
  public ScriptBody body() {
    return BodyReader.read(source, header.bodyOffset(), null);
  }

  /**
   * As {@link #body()}, and refuses statements that change {@code kept} tables, all of them at
   * once.
   */
  public ScriptBody body(KeptTables kept) {
    return BodyReader.read(source, header.bodyOffset(), kept);
  }
}
