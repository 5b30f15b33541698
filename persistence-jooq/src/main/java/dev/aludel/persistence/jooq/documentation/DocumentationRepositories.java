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
import dev.aludel.persistence.jooq.statement.CompiledStatements;

/** Makes the repositories of this package; their statements are read once. Immutable. */
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

  /**
   * Repositories for a database.
   *
   * @param statements of this package
   */
  public DocumentationRepositories(CompiledStatements statements) {
    this.projects = new ProjectStatements(statements.of("projects"));
    this.documents = new DocumentStatements(statements.of("documents"));
    this.relationships = new RelationshipStatements(statements.of("relationships"));
    this.designDecisions = new DesignDecisionStatements(statements.of("designDecisions"));
    this.changeRecords = new ChangeRecordStatements(statements.of("changeRecords"));
    this.inconsistencies = new InconsistencyStatements(statements.of("inconsistencies"));
    this.functions =
        new CodeElementStatements(statements.of("functions"), CodeElementColumns.OF_FUNCTIONS);
    this.classes =
        new CodeElementStatements(statements.of("classes"), CodeElementColumns.OF_CLASSES);
    this.recommendations = new RecommendationStatements(statements.of("recommendations"));
    this.partsOfRecommendations =
        new RecommendationPartStatements(statements.of("partsOfRecommendations"));
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
    return new JooqDesignDecisions(designDecisions, documents, calls);
  }

  /** The change records, with their calls run where {@code calls} runs them. */
  public ChangeRecords changeRecords(Calls calls) {
    return new JooqChangeRecords(changeRecords, documents, calls);
  }

  /** The inconsistencies, with their calls run where {@code calls} runs them. */
  public Inconsistencies inconsistencies(Calls calls) {
    return new JooqInconsistencies(inconsistencies, calls);
  }

  /** The code elements, with their calls run where {@code calls} runs them. */
  public CodeElements codeElements(Calls calls) {
    return new JooqCodeElements(functions, classes, documents, calls);
  }

  /** The recommendations, with their calls run where {@code calls} runs them. */
  public Recommendations recommendations(Calls calls) {
    return new JooqRecommendations(recommendations, partsOfRecommendations, calls);
  }
}
