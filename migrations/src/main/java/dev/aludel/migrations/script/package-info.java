/**
 * The format of revision scripts: reading directives and sections, splitting sections into
 * statements, finding scripts on disk and on the classpath. Start at {@code ScriptDirectory}.
 */
@NullMarked
package dev.aludel.migrations.script;

import org.jspecify.annotations.NullMarked;
