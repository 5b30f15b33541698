package dev.aludel.migrations.author;

import dev.aludel.migrations.revision.Revision;
import java.nio.file.Path;

/**
 * A script before it is written.
 *
 * @param revision what its header says, read back from the text
 */
record ScriptDraft(Path file, String text, Revision revision) {}
