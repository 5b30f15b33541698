package dev.aludel.domain.documentation;

import dev.aludel.domain.Keyset;

/** The orders in which the documentation is paged, the same on every adapter. */
public final class DocumentationKeysets {

  /** All projects: ascending creation time, then id. */
  public static final Keyset<Project> PROJECTS =
      Keyset.<Project>of("projects")
          .thenNumber(project -> project.createdAt().toEpochMilli())
          .thenNumber(project -> project.id().value());

  /** All documents: ascending creation time, then id. */
  public static final Keyset<Document> DOCUMENTS =
      Keyset.<Document>of("documents")
          .thenNumber(document -> document.createdAt().toEpochMilli())
          .thenNumber(document -> document.id().value());

  /** All relationships: ascending creation time, then id. */
  public static final Keyset<DocumentRelationship> RELATIONSHIPS =
      Keyset.<DocumentRelationship>of("relationships")
          .thenNumber(relationship -> relationship.createdAt().toEpochMilli())
          .thenNumber(relationship -> relationship.id().value());

  /** All code elements: functions before classes, ascending creation time, then id. */
  public static final Keyset<CodeElement> CODE_ELEMENTS =
      Keyset.<CodeElement>of("code elements")
          .thenNumber(element -> element.kind() == CodeElement.Kind.FUNCTION ? 0 : 1)
          .thenNumber(element -> element.createdAt().toEpochMilli())
          .thenNumber(element -> element.id().value());

  /** All design decisions: ascending creation time, then id. */
  public static final Keyset<DesignDecision> DESIGN_DECISIONS =
      Keyset.<DesignDecision>of("design decisions")
          .thenNumber(decision -> decision.createdAt().toEpochMilli())
          .thenNumber(decision -> decision.id().value());

  /** All change records: ascending creation time, then id. */
  public static final Keyset<ChangeRecord> CHANGE_RECORDS =
      Keyset.<ChangeRecord>of("change records")
          .thenNumber(record -> record.createdAt().toEpochMilli())
          .thenNumber(record -> record.id().value());

  /** All inconsistencies: ascending creation time, then id. */
  public static final Keyset<Inconsistency> INCONSISTENCIES =
      Keyset.<Inconsistency>of("inconsistencies")
          .thenNumber(inconsistency -> inconsistency.createdAt().toEpochMilli())
          .thenNumber(inconsistency -> inconsistency.id().value());

  /** All recommendations: ascending creation time, then id. */
  public static final Keyset<Recommendation> RECOMMENDATIONS =
      Keyset.<Recommendation>of("recommendations")
          .thenNumber(recommendation -> recommendation.createdAt().toEpochMilli())
          .thenNumber(recommendation -> recommendation.id().value());

  private DocumentationKeysets() {}

  /** The documents of one project: ascending path, then id. */
  public static Keyset<Document> documentsOf(Project.Id project) {
    return byPath("documents of a project", project);
  }

  /** The documents of one type of one project: ascending path, then id. */
  public static Keyset<Document> documentsOf(Project.Id project, Document.Type type) {
    return byPath("documents of a type", project).where(type.stored());
  }

  /** The documents of one project with one digest: ascending path, then id. */
  public static Keyset<Document> documentsWithDigest(Project.Id project, String digest) {
    return byPath("documents with a digest", project).where(digest);
  }

  private static Keyset<Document> byPath(String query, Project.Id project) {
    return Keyset.<Document>of(query)
        .where(project.toString())
        .thenText(Document::path)
        .thenNumber(document -> document.id().value());
  }

  /** The relationships of one document in one direction: ascending id. */
  public static Keyset<DocumentRelationship> relationshipsOf(
      Document.Id document, DocumentRelationship.Direction direction) {
    return Keyset.<DocumentRelationship>of("relationships of a document")
        .where(document.toString())
        .where(direction.name())
        .thenNumber(relationship -> relationship.id().value());
  }

  /**
   * The neighbours of one document: ascending distance, then id.
   *
   * @throws IllegalArgumentException when the depth is not 1 to {@value Relationships#MAX_DEPTH}
   */
  public static Keyset<Neighbour> neighbourhood(Document.Id document, int depth) {
    if (depth < 1 || depth > Relationships.MAX_DEPTH) {
      throw new IllegalArgumentException(
          "The depth of a neighbourhood is 1 to %d, not %d. Ask for a nearer one."
              .formatted(Relationships.MAX_DEPTH, depth));
    }
    return Keyset.<Neighbour>of("neighbourhood")
        .where(document.toString())
        .where(Integer.toString(depth))
        .thenNumber(Neighbour::distance)
        .thenNumber(neighbour -> neighbour.id().value());
  }

  /** The elements of one kind of one document: ascending name, then id. */
  public static Keyset<CodeElement> codeElementsOf(Document.Id document, CodeElement.Kind kind) {
    return Keyset.<CodeElement>of("code elements of a document")
        .where(document.toString())
        .where(kind.name())
        .thenText(CodeElement::name)
        .thenNumber(element -> element.id().value());
  }

  /** The design decisions of one document: descending creation time, then id. */
  public static Keyset<DesignDecision> designDecisionsOf(Document.Id document) {
    return Keyset.<DesignDecision>of("design decisions of a document")
        .where(document.toString())
        .thenNumber(decision -> decision.createdAt().toEpochMilli())
        .thenNumber(decision -> decision.id().value());
  }

  /** The change records of one document: descending time of change, then id. */
  public static Keyset<ChangeRecord> changeRecordsOf(Document.Id document) {
    return Keyset.<ChangeRecord>of("change records of a document")
        .where(document.toString())
        .thenNumber(record -> record.changedAt().toEpochMilli())
        .thenNumber(record -> record.id().value());
  }

  /** The inconsistencies with one status: descending time of detection, then id. */
  public static Keyset<Inconsistency> inconsistencies(Inconsistency.Status status) {
    return newestFirst("inconsistencies with a status").where(status.stored());
  }

  /** The inconsistencies of one severity: descending time of detection, then id. */
  public static Keyset<Inconsistency> inconsistencies(Inconsistency.Severity severity) {
    return newestFirst("inconsistencies of a severity").where(severity.stored());
  }

  /** The inconsistencies of one project with one status: descending time of detection, then id. */
  public static Keyset<Inconsistency> inconsistenciesOf(
      Project.Id project, Inconsistency.Status status) {
    return newestFirst("inconsistencies of a project with a status")
        .where(project.toString())
        .where(status.stored());
  }

  /** The inconsistencies of one project and severity: descending time of detection, then id. */
  public static Keyset<Inconsistency> inconsistenciesOf(
      Project.Id project, Inconsistency.Severity severity) {
    return newestFirst("inconsistencies of a project and severity")
        .where(project.toString())
        .where(severity.stored());
  }

  private static Keyset<Inconsistency> newestFirst(String query) {
    return Keyset.<Inconsistency>of(query)
        .thenNumber(inconsistency -> inconsistency.detectedAt().toEpochMilli())
        .thenNumber(inconsistency -> inconsistency.id().value());
  }

  /** The documents of one inconsistency: ascending id. */
  public static Keyset<Document.Id> documentsOf(Inconsistency.Id inconsistency) {
    return Keyset.<Document.Id>of("documents of an inconsistency")
        .where(inconsistency.toString())
        .thenNumber(Document.Id::value);
  }

  /** The recommendations of one project: descending time of proposal, then id. */
  public static Keyset<Recommendation> recommendationsOf(Project.Id project) {
    return latestProposed("recommendations of a project").where(project.toString());
  }

  /** The recommendations with one status: descending time of proposal, then id. */
  public static Keyset<Recommendation> recommendations(Recommendation.Status status) {
    return latestProposed("recommendations with a status").where(status.stored());
  }

  private static Keyset<Recommendation> latestProposed(String query) {
    return Keyset.<Recommendation>of(query)
        .thenNumber(recommendation -> recommendation.proposedAt().toEpochMilli())
        .thenNumber(recommendation -> recommendation.id().value());
  }

  /** The suggested changes of one recommendation: ascending id. */
  public static Keyset<SuggestedChange> changesOf(Recommendation.Id recommendation) {
    return Keyset.<SuggestedChange>of("suggested changes")
        .where(recommendation.toString())
        .thenNumber(change -> change.id().value());
  }

  /** The inconsistencies of one recommendation: ascending id. */
  public static Keyset<Inconsistency.Id> inconsistenciesOf(Recommendation.Id recommendation) {
    return Keyset.<Inconsistency.Id>of("inconsistencies of a recommendation")
        .where(recommendation.toString())
        .thenNumber(Inconsistency.Id::value);
  }

  /** The decisions about one recommendation: descending time of decision, then id. */
  public static Keyset<DeveloperDecision> decisionsOf(Recommendation.Id recommendation) {
    return Keyset.<DeveloperDecision>of("decisions about a recommendation")
        .where(recommendation.toString())
        .thenNumber(decision -> decision.decidedAt().toEpochMilli())
        .thenNumber(decision -> decision.id().value());
  }
}
