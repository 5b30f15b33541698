package dev.aludel.persistence.jooq.documentation;

import dev.aludel.domain.documentation.Document;

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
}
