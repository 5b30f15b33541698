/** Tests of what is PostgreSQL's own, against a server. */
@NullMarked
package dev.aludel.migrations.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
