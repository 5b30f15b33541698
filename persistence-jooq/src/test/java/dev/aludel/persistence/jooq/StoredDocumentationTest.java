package dev.aludel.persistence.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.CorruptStorageException;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.StoredText;
import dev.aludel.domain.documentation.CodeElement;
import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.DocumentRelationship;
import dev.aludel.domain.documentation.Inconsistency;
import dev.aludel.domain.documentation.Recommendation;
import dev.aludel.migrations.Migrator;
import dev.aludel.persistence.SchemaPolicy;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import dev.aludel.persistence.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** The documentation that Alembic's side wrote, every row of every table, met through the ports. */
@ParameterizedClass
@ValueSource(strings = {"documentation-20250416_180000.db", "all-heads.db"})
final class StoredDocumentationTest {

  private static final String WRITTEN_AT = "20250416_180000";
  private static final List<String> TABLES =
      List.of(
          "projects",
          "documents",
          "document_relationships",
          "functions",
          "classes",
          "design_decisions",
          "change_records",
          "inconsistencies",
          "recommendations",
          "suggested_changes",
          "developer_decisions",
          "inconsistency_documents",
          "recommendation_inconsistencies");

  @TempDir private Path folder;

  @Parameter private String fixtureName = "";

  private String fixture() {
    return "sqlite:///" + folder.resolve("documentation.db");
  }

  @BeforeEach
  void copyFixture() throws IOException {
    try (InputStream stored =
        Objects.requireNonNull(StoredDocumentationTest.class.getResourceAsStream(fixtureName))) {
      Files.copy(stored, folder.resolve("documentation.db"));
    }
  }

  @Test
  void everyRowComesBack_afterItsSqliteFileIsUpgraded() throws SQLException {
    List<List<List<@Nullable Object>>> written = writtenRows(fixture());

    assertComesBack(fixture(), written);
  }

  @Test
  void everyRowComesBack_afterTheSameRowsAreUpgradedOnPostgres() throws SQLException {
    try (TestDatabase postgres = TestDatabases.emptyPostgres()) {
      Migrator.builder().url(postgres.url()).bundled().build().upgrade(WRITTEN_AT);
      load(postgres.url());

      assertComesBack(postgres.url(), writtenRows(fixture()));
    }
  }

  @Test
  void unknownText_isAnErrorThatShowsIt() throws SQLException {
    Storages.open(config(fixture())).close();
    execute(fixture(), List.of("update documents set type = 'Prose' where id = 7"));

    try (Storage storage = Storages.open(config(fixture()))) {
      assertThatThrownBy(() -> storage.documents().get(new Document.Id(7)))
          .isInstanceOf(CorruptStorageException.class)
          .hasMessage(
              "documents.type of the row with id \"7\" holds \"Prose\", where one of Code,"
                  + " Markdown, Header, Config is expected. Correct the row in the database.");
    }
  }

  private static StorageConfig config(String url) {
    return StorageConfig.builder(url).schemaPolicy(SchemaPolicy.UPGRADE).build();
  }

  private static void assertComesBack(String url, List<List<List<@Nullable Object>>> written) {
    assertThat(written.get(TABLES.indexOf("documents"))).hasSize(200);
    try (Storage storage = Storages.open(config(url))) {
      List<List<List<@Nullable Object>>> met = metRows(storage);
      for (String table : TABLES) {
        assertThat(met.get(TABLES.indexOf(table)))
            .as(table)
            .containsExactlyInAnyOrderElementsOf(written.get(TABLES.indexOf(table)));
      }
    }
  }

  /** What the ports give, in the order of the tables and their columns. */
  private static List<List<List<@Nullable Object>>> metRows(Storage storage) {
    List<CodeElement> elements = pages(storage.codeElements()::page);
    List<Inconsistency> inconsistencies = pages(storage.inconsistencies()::page);
    List<Recommendation> recommendations = pages(storage.recommendations()::page);
    return List.of(
        rows(
            pages(storage.projects()::page),
            one ->
                row(
                    one.id().value(),
                    one.name(),
                    one.rootPath(),
                    one.descriptionOrNull(),
                    one.createdAt(),
                    one.updatedAt())),
        rows(pages(storage.documents()::page), one -> document(storage, one)),
        rows(pages(storage.relationships()::page), StoredDocumentationTest::relationship),
        rows(ofKind(elements, CodeElement.Kind.FUNCTION), StoredDocumentationTest::function),
        rows(ofKind(elements, CodeElement.Kind.CLASS), StoredDocumentationTest::codeClass),
        rows(
            pages(storage.designDecisions()::page),
            one ->
                row(
                    one.id().value(),
                    one.documentId().value(),
                    one.description(),
                    one.rationaleOrNull(),
                    one.alternativesOrNull(),
                    one.decidedAtOrNull(),
                    one.createdAt())),
        rows(
            pages(storage.changeRecords()::page),
            one ->
                row(
                    one.id().value(),
                    one.documentId().value(),
                    one.changedAt(),
                    one.summary(),
                    one.detailsOrNull(),
                    one.createdAt())),
        rows(inconsistencies, StoredDocumentationTest::inconsistency),
        rows(recommendations, StoredDocumentationTest::recommendation),
        rows(
            recommendations.stream()
                .flatMap(
                    of ->
                        pages(request -> storage.recommendations().changes(of.id(), request))
                            .stream())
                .toList(),
            one ->
                row(
                    one.id().value(),
                    one.recommendationId().value(),
                    Objects.requireNonNull(one.documentIdOrNull()).value(),
                    one.type(),
                    one.location(),
                    one.beforeOrNull(),
                    one.afterOrNull(),
                    one.createdAt())),
        rows(
            recommendations.stream()
                .flatMap(
                    of ->
                        pages(request -> storage.recommendations().decisions(of.id(), request))
                            .stream())
                .toList(),
            one ->
                row(
                    one.id().value(),
                    one.recommendationId().value(),
                    one.decidedAt(),
                    one.verdict(),
                    one.commentsOrNull(),
                    one.implementedAtOrNull(),
                    one.createdAt())),
        inconsistencies.stream()
            .flatMap(
                of ->
                    pages(request -> storage.inconsistencies().documents(of.id(), request)).stream()
                        .map(document -> row(of.id().value(), document.value())))
            .toList(),
        recommendations.stream()
            .flatMap(
                of ->
                    pages(request -> storage.recommendations().inconsistencies(of.id(), request))
                        .stream()
                        .map(inconsistency -> row(of.id().value(), inconsistency.value())))
            .toList());
  }

  private static List<CodeElement> ofKind(List<CodeElement> elements, CodeElement.Kind kind) {
    return elements.stream().filter(element -> element.kind() == kind).toList();
  }

  private static List<@Nullable Object> document(Storage storage, Document one) {
    return row(
        one.id().value(),
        one.path(),
        one.type(),
        one.modifiedAt(),
        one.size(),
        one.digest(),
        one.projectId().value(),
        storage.documents().content(one.id()).orElse(null),
        one.intentOrNull(),
        one.designPrinciplesOrNull(),
        one.constraintsOrNull(),
        one.referenceDocumentationOrNull(),
        one.createdAt(),
        one.updatedAt());
  }

  private static List<@Nullable Object> relationship(DocumentRelationship one) {
    return row(
        one.id().value(),
        one.sourceId().value(),
        one.targetId().value(),
        one.type(),
        one.topic(),
        one.scope(),
        one.createdAt(),
        one.updatedAt());
  }

  private static List<@Nullable Object> function(CodeElement one) {
    List<@Nullable Object> row = codeClass(one);
    row.add(7, one.parametersOrNull());
    return row;
  }

  private static List<@Nullable Object> codeClass(CodeElement one) {
    return row(
        one.id().value(),
        one.documentId().value(),
        one.name(),
        one.intentOrNull(),
        one.designPrinciplesOrNull(),
        one.implementationDetailsOrNull(),
        one.designDecisionsOrNull(),
        one.startLineOrNull(),
        one.endLineOrNull(),
        one.createdAt(),
        one.updatedAt());
  }

  private static List<@Nullable Object> inconsistency(Inconsistency one) {
    return row(
        one.id().value(),
        one.detectedAt(),
        one.severity(),
        one.type(),
        one.description(),
        one.suggestedResolutionOrNull(),
        one.status(),
        one.createdAt(),
        one.updatedAt());
  }

  private static List<@Nullable Object> recommendation(Recommendation one) {
    return row(
        one.id().value(),
        one.proposedAt(),
        one.title(),
        one.status(),
        one.developerFeedbackOrNull(),
        one.codebaseChangedAtOrNull(),
        one.createdAt(),
        one.updatedAt());
  }

  private static <E> List<List<@Nullable Object>> rows(
      List<E> entities, Function<E, List<@Nullable Object>> row) {
    return entities.stream().map(row).toList();
  }

  private static List<@Nullable Object> row(@Nullable Object... values) {
    List<@Nullable Object> row = new ArrayList<>();
    for (Object value : values) {
      row.add(
          value instanceof StoredText text
              ? text.stored()
              : value instanceof Integer number ? (Object) number.longValue() : value);
    }
    return row;
  }

  private static <T> List<T> pages(Function<PageRequest, Page<T>> list) {
    List<T> items = new ArrayList<>();
    Optional<PageRequest> request = Optional.of(PageRequest.first(100));
    while (request.isPresent()) {
      Page<T> page = list.apply(request.get());
      items.addAll(page.items());
      request = page.next().map(cursor -> PageRequest.after(cursor, 100));
    }
    return items;
  }

  /** All rows as they were written, times as what they say. */
  private static List<List<List<@Nullable Object>>> writtenRows(String url) throws SQLException {
    List<List<List<@Nullable Object>>> tables = new ArrayList<>();
    for (String table : TABLES) {
      tables.add(query(url, "select * from " + table));
    }
    return tables;
  }

  private static List<List<@Nullable Object>> query(String url, String sql) throws SQLException {
    List<List<@Nullable Object>> found = new ArrayList<>();
    try (Connection connection = TestDatabases.connect(url);
        Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery(sql)) {
      while (results.next()) {
        List<@Nullable Object> row = new ArrayList<>();
        for (int column = 1; column <= results.getMetaData().getColumnCount(); column++) {
          row.add(meaning(results.getObject(column)));
        }
        found.add(row);
      }
    }
    return found;
  }

  private static @Nullable Object meaning(@Nullable Object value) {
    if (value instanceof Integer number) {
      return number.longValue();
    }
    return value instanceof String text
            && text.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}")
        ? time(text)
        : value;
  }

  private static Instant time(String text) {
    return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
  }

  private void load(String url) throws SQLException {
    List<String> inserts = new ArrayList<>();
    for (String table : TABLES) {
      for (List<@Nullable Object> row : query(fixture(), "select * from " + table)) {
        inserts.add(
            "insert into %s values (%s)"
                .formatted(
                    table,
                    String.join(
                        ", ", row.stream().map(StoredDocumentationTest::literal).toList())));
      }
    }
    execute(url, inserts);
  }

  private static String literal(@Nullable Object value) {
    return value == null ? "null" : "'" + value.toString().replace("'", "''") + "'";
  }

  private static void execute(String url, List<String> statements) throws SQLException {
    try (Connection connection = TestDatabases.connect(url);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
