/** The jOOQ code generator's view of the schema that the revisions build. */
@NullMarked
package dev.aludel.migrations.codegen;

import org.jspecify.annotations.NullMarked;
