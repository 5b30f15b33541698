/** Reading files, the same everywhere. Knows nothing of what they hold. */
@NullMarked
package dev.aludel.migrations.file;

import org.jspecify.annotations.NullMarked;
