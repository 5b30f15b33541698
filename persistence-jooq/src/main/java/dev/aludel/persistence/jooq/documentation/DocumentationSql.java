package dev.aludel.persistence.jooq.documentation;

import dev.aludel.persistence.jooq.statement.StatementCompiler;

/** The SQL of all statements of this package, which is kept rendered in the files beside it. */
public final class DocumentationSql {

  private DocumentationSql() {}

  /** Compiles it. */
  public static void compile(StatementCompiler compiler) {
    ProjectSql.compile(compiler.of("projects"));
    DocumentSql.compile(compiler.of("documents"));
    RelationshipSql.compile(compiler.of("relationships"));
    DesignDecisionSql.compile(compiler.of("designDecisions"));
    ChangeRecordSql.compile(compiler.of("changeRecords"));
    InconsistencySql.compile(compiler.of("inconsistencies"));
    CodeElementSql.compileFunctions(compiler.of("functions"));
    CodeElementSql.compileClasses(compiler.of("classes"));
    RecommendationSql.compile(compiler.of("recommendations"));
    RecommendationPartSql.compile(compiler.of("partsOfRecommendations"));
  }
}
