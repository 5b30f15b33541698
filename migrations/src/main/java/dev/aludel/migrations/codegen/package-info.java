/** For jOOQ's code generator: the schema that the revisions build, and columns without jOOQ. */
@NullMarked
package dev.aludel.migrations.codegen;

import org.jspecify.annotations.NullMarked;
