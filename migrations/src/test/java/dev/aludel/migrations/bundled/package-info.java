/**
 * What the bundled revisions must do: build what Alembic's built, convert without loss, come down
 * again, and go on from a database that Alembic made. The databases under {@code alembic} were
 * written by Alembic and SQLAlchemy themselves.
 */
@NullMarked
package dev.aludel.migrations.bundled;

import org.jspecify.annotations.NullMarked;
