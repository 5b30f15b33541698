package dev.aludel.domain.documentation;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.InvalidCursorException;
import dev.aludel.domain.MutableRepository;
import dev.aludel.domain.NotFoundException;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.ValueNotStorableException;
import java.util.Collection;
import java.util.Optional;

/**
 * The documents of all projects. The content of a document is kept beside it and is read and
 * written by itself; update and upsert leave it alone. Deleting a document deletes its code
 * elements, design decisions, change records and relationships in the same transaction; suggested
 * changes of it stay, without a document.
 *
 * <p>The path and the digest of a document are keys, of at most 1,024 bytes in UTF-8: see {@link
 * ValueNotStorableException}.
 */
public interface Documents extends MutableRepository<Document, Document.Id> {

  /** The document of a project at a path, by code point; absent when there is none. */
  Optional<Document> find(Project.Id project, String path);

  /**
   * Adds the document, or replaces the one of its project at its path, which keeps its id, its time
   * of creation and its content. Repeating it changes nothing.
   *
   * @return the document as it is stored
   * @throws ConflictException when no document is at the path, and the id is there already
   */
  Document upsertByPath(Document document);

  /**
   * The documents of one project by path; empty for a project without documents.
   *
   * @throws InvalidCursorException when the request's cursor was made for another project or query
   */
  Page<Document> page(Project.Id project, PageRequest request);

  /**
   * The documents of one type of one project by path; empty when there are none.
   *
   * @throws InvalidCursorException when the request's cursor was made for another project, type or
   *     query
   */
  Page<Document> page(Project.Id project, Document.Type type, PageRequest request);

  /**
   * The documents of one project with one digest by path: copies of each other; empty when there
   * are none.
   *
   * @throws InvalidCursorException when the request's cursor was made for another project, digest
   *     or query
   */
  Page<Document> pageByDigest(Project.Id project, String digest, PageRequest request);

  /** The content of a document; absent when none is kept, or there is no such document. */
  Optional<String> content(Document.Id id);

  /**
   * Keeps the content of a document, of any length, in the place of what was kept. The document
   * itself is not touched: its time of update stays.
   *
   * @throws NotFoundException when there is no such document
   */
  void putContent(Document.Id id, String content);

  /**
   * Forgets the content of a document and keeps the document.
   *
   * @return whether there was content
   */
  boolean removeContent(Document.Id id);

  /**
   * Compares the files of a project, all of them, with its documents, in one query and without
   * reading contents. The answer is as long as what differs.
   *
   * @throws IllegalArgumentException when the snapshot has a path twice
   */
  SnapshotChanges changes(Project.Id project, Collection<FileState> snapshot);
}
