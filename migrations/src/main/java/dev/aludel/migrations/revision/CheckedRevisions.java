package dev.aludel.migrations.revision;

import java.util.Map;

/**
 * Revisions whose references all lead somewhere, and never back to themselves.
 *
 * @param byId each revision under its id, in the order of the ids
 * @param labels the revision that each label stands on
 * @param links how they are joined
 */
record CheckedRevisions(
    Map<RevisionId, Revision> byId, Map<String, RevisionId> labels, Links links) {}
