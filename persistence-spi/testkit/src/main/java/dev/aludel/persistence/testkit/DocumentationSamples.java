package dev.aludel.persistence.testkit;

import dev.aludel.domain.documentation.ChangeRecord;
import dev.aludel.domain.documentation.CodeElement;
import dev.aludel.domain.documentation.DesignDecision;
import dev.aludel.domain.documentation.DeveloperDecision;
import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.DocumentRelationship;
import dev.aludel.domain.documentation.Inconsistency;
import dev.aludel.domain.documentation.Project;
import dev.aludel.domain.documentation.Recommendation;
import dev.aludel.domain.documentation.SuggestedChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Documentation to try ports with; numbers are ids, and times follow {@code NOON}. */
final class DocumentationSamples {

  private static final Instant NOON = StorageContract.NOON;

  private DocumentationSamples() {}

  static Project project(long id) {
    return new Project(new Project.Id(id), "project " + id, "/src/" + id, null, NOON, NOON);
  }

  static Document document(long id, long project) {
    return document(id, project, "path " + id);
  }

  static Document document(long id, long project, String path) {
    return document(id, project, path, Document.Type.CODE, "digest");
  }

  static Document document(long id, long project, String path, Document.Type type, String digest) {
    return new Document(
        new Document.Id(id),
        new Project.Id(project),
        path,
        type,
        NOON,
        id,
        digest,
        null,
        null,
        null,
        null,
        NOON,
        NOON);
  }

  static DocumentRelationship relationship(long id, long source, long target) {
    return relationship(id, source, target, "topic");
  }

  static DocumentRelationship relationship(long id, long source, long target, String topic) {
    return new DocumentRelationship(
        new DocumentRelationship.Id(id),
        new Document.Id(source),
        new Document.Id(target),
        DocumentRelationship.Type.DEPENDS_ON,
        topic,
        "scope",
        NOON,
        NOON);
  }

  static CodeElement function(long id, long document, String name, @Nullable String parameters) {
    return element(new CodeElement.Id(CodeElement.Kind.FUNCTION, id), document, name, parameters);
  }

  static CodeElement codeClass(long id, long document, String name) {
    return element(new CodeElement.Id(CodeElement.Kind.CLASS, id), document, name, null);
  }

  private static CodeElement element(
      CodeElement.Id id, long document, String name, @Nullable String parameters) {
    return new CodeElement(
        id,
        new Document.Id(document),
        name,
        null,
        null,
        null,
        null,
        parameters,
        null,
        null,
        NOON,
        NOON);
  }

  static DesignDecision decision(long id, long document, Instant createdAt) {
    return new DesignDecision(
        new DesignDecision.Id(id),
        new Document.Id(document),
        "decision " + id,
        null,
        null,
        null,
        createdAt);
  }

  static ChangeRecord record(long id, long document, Instant changedAt) {
    return new ChangeRecord(
        new ChangeRecord.Id(id), new Document.Id(document), changedAt, "change " + id, null, NOON);
  }

  static Inconsistency inconsistency(long id, @Nullable Long project) {
    return inconsistency(
        id, project, Inconsistency.Status.PENDING, Inconsistency.Severity.MAJOR, NOON);
  }

  static Inconsistency inconsistency(
      long id,
      @Nullable Long project,
      Inconsistency.Status status,
      Inconsistency.Severity severity,
      Instant detectedAt) {
    return new Inconsistency(
        new Inconsistency.Id(id),
        project == null ? null : new Project.Id(project),
        Inconsistency.Type.DOC_TO_CODE,
        severity,
        status,
        "inconsistency " + id,
        null,
        null,
        null,
        detectedAt,
        null,
        NOON,
        NOON);
  }

  static Recommendation recommendation(long id, @Nullable Long project) {
    return recommendation(id, project, Recommendation.Status.ACTIVE, NOON);
  }

  static Recommendation recommendation(
      long id, @Nullable Long project, Recommendation.Status status, Instant proposedAt) {
    return new Recommendation(
        new Recommendation.Id(id),
        project == null ? null : new Project.Id(project),
        "recommendation " + id,
        status,
        null,
        null,
        null,
        proposedAt,
        null,
        null,
        NOON,
        NOON);
  }

  static SuggestedChange change(long id, long recommendation, @Nullable Long document) {
    return new SuggestedChange(
        new SuggestedChange.Id(id),
        new Recommendation.Id(recommendation),
        document == null ? null : new Document.Id(document),
        SuggestedChange.Type.MODIFICATION,
        "line " + id,
        "before",
        null,
        NOON);
  }

  static DeveloperDecision verdict(
      long id, long recommendation, DeveloperDecision.Verdict verdict, @Nullable String comments) {
    return new DeveloperDecision(
        new DeveloperDecision.Id(id),
        new Recommendation.Id(recommendation),
        verdict,
        comments,
        NOON.plusSeconds(60),
        null,
        NOON);
  }
}
