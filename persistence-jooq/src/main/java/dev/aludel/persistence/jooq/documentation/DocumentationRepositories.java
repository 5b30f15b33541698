package dev.aludel.persistence.jooq.documentation;

import dev.aludel.domain.documentation.ChangeRecords;
import dev.aludel.domain.documentation.CodeElements;
import dev.aludel.domain.documentation.DesignDecisions;
import dev.aludel.domain.documentation.Documents;
import dev.aludel.domain.documentation.Inconsistencies;
import dev.aludel.domain.documentation.Projects;
import dev.aludel.domain.documentation.Recommendations;
import dev.aludel.domain.documentation.Relationships;
import dev.aludel.persistence.jooq.statement.Calls;
import dev.aludel.persistence.jooq.statement.StatementCompiler;

/** Makes the repositories of this package; their statements are compiled once. Immutable. */
public final class DocumentationRepositories {

  private final ProjectStatements projects;
  private final DocumentStatements documents;
  private final RelationshipStatements relationships;
  private final DesignDecisionStatements designDecisions;
  private final ChangeRecordStatements changeRecords;
  private final InconsistencyStatements inconsistencies;
  private final CodeElementStatements functions;
  private final CodeElementStatements classes;
  private final RecommendationStatements recommendations;
  private final RecommendationPartStatements partsOfRecommendations;

  /** Compiles all statements. */
  public DocumentationRepositories(StatementCompiler compiler) {
    this.projects = new ProjectStatements(compiler);
    this.documents = new DocumentStatements(compiler);
    this.relationships = new RelationshipStatements(compiler);
    this.designDecisions = new DesignDecisionStatements(compiler);
    this.changeRecords = new ChangeRecordStatements(compiler);
    this.inconsistencies = new InconsistencyStatements(compiler);
    this.functions = new CodeElementStatements(compiler, CodeElementColumns.OF_FUNCTIONS);
    this.classes = new CodeElementStatements(compiler, CodeElementColumns.OF_CLASSES);
    this.recommendations = new RecommendationStatements(compiler);
    this.partsOfRecommendations = new RecommendationPartStatements(compiler);
  }

  /** The projects, with their calls run where {@code calls} runs them. */
  public Projects projects(Calls calls) {
    return new JooqProjects(projects, calls);
  }

  /** The documents, with their calls run where {@code calls} runs them. */
  public Documents documents(Calls calls) {
    return new JooqDocuments(documents, calls);
  }

  /** The relationships, with their calls run where {@code calls} runs them. */
  public Relationships relationships(Calls calls) {
    return new JooqRelationships(relationships, calls);
  }

  /** The design decisions, with their calls run where {@code calls} runs them. */
  public DesignDecisions designDecisions(Calls calls) {
    return new JooqDesignDecisions(designDecisions, calls);
  }

  /** The change records, with their calls run where {@code calls} runs them. */
  public ChangeRecords changeRecords(Calls calls) {
    return new JooqChangeRecords(changeRecords, calls);
  }

  /** The inconsistencies, with their calls run where {@code calls} runs them. */
  public Inconsistencies inconsistencies(Calls calls) {
    return new JooqInconsistencies(inconsistencies, calls);
  }

  /** The code elements, with their calls run where {@code calls} runs them. */
  public CodeElements codeElements(Calls calls) {
    return new JooqCodeElements(functions, classes, calls);
  }

  /** The recommendations, with their calls run where {@code calls} runs them. */
  public Recommendations recommendations(Calls calls) {
    return new JooqRecommendations(recommendations, partsOfRecommendations, calls);
  }
}
