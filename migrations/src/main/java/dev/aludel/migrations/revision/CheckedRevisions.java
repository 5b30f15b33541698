package dev.aludel.migrations.revision;

import java.util.Map;
import java.util.NavigableMap;

/**
 * Revisions whose references all lead somewhere, and never back to themselves.
 *
 * @param byId each revision under its id
 * @param labels the revision that each label stands on
 * @param links how they are joined
 */
record CheckedRevisions(
    NavigableMap<RevisionId, Revision> byId, Map<String, RevisionId> labels, Links links) {}
