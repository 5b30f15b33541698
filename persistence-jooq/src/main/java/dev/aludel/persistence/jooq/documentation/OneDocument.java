package dev.aludel.persistence.jooq.documentation;

import dev.aludel.domain.documentation.Document;
import dev.aludel.persistence.jooq.statement.StatementExecutor;

/** What replaces all that a document has of something is of that document alone. */
final class OneDocument {

  private OneDocument() {}

  static void require(Document.Id document, Document.Id given, String what, Object id) {
    if (!given.equals(document)) {
      throw new IllegalArgumentException(
          "The %s %s is of the document %s, not of %s. Give those of one document."
              .formatted(what, id, given, document));
    }
  }

  /** Lets one transaction at a time replace what the document has; the first statement of it. */
  static void claim(StatementExecutor run, DocumentStatements statements, Document.Id document) {
    statements.claim.ifPresent(claim -> run.update(claim, document.value()));
  }
}
