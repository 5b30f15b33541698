package dev.aludel.persistence.jooq;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.documentation.ChangeRecord;
import dev.aludel.domain.documentation.CodeElement;
import dev.aludel.domain.documentation.DesignDecision;
import dev.aludel.domain.documentation.DeveloperDecision;
import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.DocumentRelationship;
import dev.aludel.domain.documentation.DocumentRelationship.Direction;
import dev.aludel.domain.documentation.Inconsistency;
import dev.aludel.domain.documentation.Project;
import dev.aludel.domain.documentation.Recommendation;
import dev.aludel.domain.documentation.SuggestedChange;
import dev.aludel.persistence.Repositories;
import dev.aludel.persistence.SchemaPolicy;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import dev.aludel.persistence.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** No query of documentation reads a whole table, or sorts a list that it pages. */
final class DocumentationPlansTest {

  private static final Instant NOON = Instant.parse("2025-09-16T12:00:00.123Z");
  private static final Project.Id PROJECT = new Project.Id(1);
  private static final Document.Id DOCUMENT = new Document.Id(1);
  private static final Recommendation.Id RECOMMENDATION = new Recommendation.Id(1);
  private static final Pattern PARAMETER = Pattern.compile("\\?");

  @Test
  void plans_useIndexes_onSqlite() throws SQLException {
    try (TestDatabase database = TestDatabases.sqliteFile();
        Connection connection = TestDatabases.connect(database.url())) {
      for (String sql : statements(database)) {
        List<String> plan = rows(connection, "explain query plan " + sql, "detail");
        assertThat(plan)
            .as(sql)
            .noneMatch(line -> line.matches("SCAN (?!reached|CONSTANT).*(?<!INDEX \\w{1,99})"))
            .noneMatch(line -> line.contains("TEMP B-TREE") && !isNeighbourhood(sql));
      }
    }
  }

  @Test
  void plans_useIndexes_onPostgres() throws SQLException {
    try (TestDatabase database = TestDatabases.postgres();
        Connection connection = TestDatabases.connect(database.url());
        Statement settings = connection.createStatement()) {
      Set<String> statements = statements(database);
      // What is left of them has no index to go by.
      settings.execute("set enable_seqscan = off");
      settings.execute("set enable_sort = off");
      settings.execute("set plan_cache_mode = force_generic_plan");
      for (String sql : statements) {
        settings.execute("prepare hot as " + numbered(sql));
        List<String> plan = rows(connection, "explain execute hot" + nulls(sql), "QUERY PLAN");
        settings.execute("deallocate hot");
        assertThat(plan)
            .as(sql)
            .noneMatch(line -> line.contains("Seq Scan"))
            .noneMatch(line -> line.contains("Sort") && !isNeighbourhood(sql));
      }
    }
  }

  private static boolean isNeighbourhood(String sql) {
    return sql.contains("recursive");
  }

  private static String numbered(String sql) {
    StringBuilder numbered = new StringBuilder();
    Matcher parameters = PARAMETER.matcher(sql);
    for (int number = 1; parameters.find(); number++) {
      parameters.appendReplacement(numbered, "\\$" + number);
    }
    return parameters.appendTail(numbered).toString();
  }

  private static String nulls(String sql) {
    int parameters = (int) PARAMETER.matcher(sql).results().count();
    return parameters == 0 ? "" : "(" + String.join(", ", nCopies(parameters, "null")) + ")";
  }

  private static List<String> rows(Connection connection, String sql, String column)
      throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery(sql)) {
      while (results.next()) {
        rows.add(results.getString(column));
      }
    }
    return rows;
  }

  /** Every statement that the calls below run; counting all of a table is no query. */
  private static Set<String> statements(TestDatabase database) {
    Set<String> statements = new LinkedHashSet<>();
    StorageConfig config =
        StorageConfig.builder(database.url())
            .schemaPolicy(SchemaPolicy.UPGRADE)
            .sqlEcho(statements::add)
            .build();
    try (Storage storage = Storages.open(config)) {
      fill(storage);
      askForLists(storage);
      askForMore(storage);
    }
    statements.removeIf(sql -> !sql.matches("(?s)(select|with|update|delete).*"));
    assertThat(statements).hasSizeGreaterThan(70);
    return statements;
  }

  private static void fill(Repositories storage) {
    storage.projects().insert(new Project(PROJECT, "p", "/p", null, NOON, NOON));
    storage.projects().insert(new Project(new Project.Id(2), "q", "/q", null, NOON, NOON));
    for (long id : List.of(1L, 2L, 3L)) {
      storage.documents().upsertByPath(document(id));
      storage.designDecisions().insert(decision(id));
      storage.changeRecords().insert(record(id));
      storage.codeElements().insert(element(CodeElement.Kind.FUNCTION, id));
      storage.codeElements().insert(element(CodeElement.Kind.CLASS, id));
    }
    for (long id : List.of(1L, 2L, 3L)) {
      storage.inconsistencies().report(inconsistency(id), List.of(DOCUMENT, new Document.Id(2)));
    }
    for (long id = 1; id <= 4; id++) {
      storage.relationships().link(relationship(id, 1, 1 + id % 3));
      storage.relationships().link(relationship(10 + id, 1 + id % 3, 1));
    }
    for (long id = 9; id >= 1; id--) {
      storage.recommendations().propose(recommendation(id), inconsistencies(), changes(id));
      storage.recommendations().decide(verdict(id, id));
      storage.recommendations().upsert(recommendation(id));
      storage.recommendations().decide(verdict(id + 20, id));
    }
  }

  private static void askForLists(Repositories storage) {
    twoPages(storage.projects()::page);
    twoPages(storage.documents()::page);
    twoPages(request -> storage.documents().page(PROJECT, request));
    twoPages(request -> storage.documents().page(PROJECT, Document.Type.CODE, request));
    twoPages(request -> storage.documents().pageByDigest(PROJECT, "d", request));
    twoPages(storage.relationships()::page);
    twoPages(request -> storage.relationships().page(DOCUMENT, Direction.OUTGOING, request));
    twoPages(request -> storage.relationships().page(DOCUMENT, Direction.INCOMING, request));
    twoPages(request -> storage.relationships().neighbourhood(DOCUMENT, 3, request));
    twoPages(storage.codeElements()::page);
    for (CodeElement.Kind kind : CodeElement.Kind.values()) {
      twoPages(request -> storage.codeElements().page(new Document.Id(1), kind, request));
    }
    twoPages(storage.designDecisions()::page);
    twoPages(request -> storage.designDecisions().page(DOCUMENT, request));
    twoPages(storage.changeRecords()::page);
    twoPages(request -> storage.changeRecords().page(DOCUMENT, request));
    twoPages(storage.inconsistencies()::page);
    twoPages(
        request -> storage.inconsistencies().page(Inconsistency.Status.IN_RECOMMENDATION, request));
    twoPages(request -> storage.inconsistencies().page(Inconsistency.Severity.MAJOR, request));
    twoPages(
        request ->
            storage
                .inconsistencies()
                .page(PROJECT, Inconsistency.Status.IN_RECOMMENDATION, request));
    twoPages(
        request -> storage.inconsistencies().page(PROJECT, Inconsistency.Severity.MAJOR, request));
    twoPages(request -> storage.inconsistencies().documents(new Inconsistency.Id(1), request));
    twoPages(storage.recommendations()::page);
    twoPages(request -> storage.recommendations().page(PROJECT, request));
    twoPages(request -> storage.recommendations().page(Recommendation.Status.ACCEPTED, request));
    twoPages(request -> storage.recommendations().changes(RECOMMENDATION, request));
    twoPages(request -> storage.recommendations().inconsistencies(RECOMMENDATION, request));
    twoPages(request -> storage.recommendations().decisions(RECOMMENDATION, request));
  }

  private static <T> void twoPages(Function<PageRequest, Page<T>> list) {
    Page<T> first = list.apply(PageRequest.first(1));
    Page<T> second = list.apply(PageRequest.after(first.next().orElseThrow(), 1));
    assertThat(second.items()).hasSize(1);
  }

  private static void askForMore(Repositories storage) {
    storage.projects().findByRootPath("/p");
    storage.documents().find(PROJECT, "path 1");
    storage.documents().putContent(DOCUMENT, "content");
    storage.documents().content(DOCUMENT);
    storage.documents().removeContent(DOCUMENT);
    storage.documents().changes(PROJECT, List.of());
    storage.documents().update(document(1));
    storage.relationships().unlinkAll(DOCUMENT);
    storage.codeElements().replace(DOCUMENT, List.of());
    storage.designDecisions().replace(DOCUMENT, List.of());
    storage.changeRecords().replace(DOCUMENT, List.of());
    storage
        .inconsistencies()
        .transition(
            new Inconsistency.Id(1),
            Inconsistency.Status.PENDING,
            Inconsistency.Status.RESOLVED,
            NOON);
    storage.recommendations().current(PROJECT);
    storage.recommendations().invalidate(RECOMMENDATION, NOON);
    storage.recommendations().purge(NOON.plusSeconds(1), 1);
    storage.recommendations().delete(RECOMMENDATION);
    storage.projects().delete(PROJECT);
  }

  private static Document document(long id) {
    return new Document(
        new Document.Id(id),
        PROJECT,
        "path " + id,
        Document.Type.CODE,
        NOON,
        id,
        "d",
        null,
        null,
        null,
        null,
        NOON,
        NOON);
  }

  private static DesignDecision decision(long id) {
    return new DesignDecision(new DesignDecision.Id(id), DOCUMENT, "d", null, null, null, NOON);
  }

  private static ChangeRecord record(long id) {
    return new ChangeRecord(new ChangeRecord.Id(id), DOCUMENT, NOON, "s", null, NOON);
  }

  private static CodeElement element(CodeElement.Kind kind, long id) {
    return new CodeElement(
        new CodeElement.Id(kind, id),
        DOCUMENT,
        "name",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        NOON,
        NOON);
  }

  private static DocumentRelationship relationship(long id, long source, long target) {
    return new DocumentRelationship(
        new DocumentRelationship.Id(id),
        new Document.Id(source),
        new Document.Id(target),
        DocumentRelationship.Type.DEPENDS_ON,
        "topic " + id,
        "scope",
        NOON,
        NOON);
  }

  private static Inconsistency inconsistency(long id) {
    return new Inconsistency(
        new Inconsistency.Id(id),
        PROJECT,
        Inconsistency.Type.DOC_TO_DOC,
        Inconsistency.Severity.MAJOR,
        Inconsistency.Status.PENDING,
        "d",
        null,
        null,
        null,
        NOON,
        null,
        NOON,
        NOON);
  }

  private static List<Inconsistency.Id> inconsistencies() {
    return LongStream.rangeClosed(1, 3).mapToObj(Inconsistency.Id::new).toList();
  }

  private static Recommendation recommendation(long id) {
    return new Recommendation(
        new Recommendation.Id(id),
        PROJECT,
        "t",
        Recommendation.Status.ACTIVE,
        null,
        null,
        null,
        NOON,
        null,
        null,
        NOON,
        NOON);
  }

  private static List<SuggestedChange> changes(long recommendation) {
    return LongStream.rangeClosed(1, 2)
        .mapToObj(
            id ->
                new SuggestedChange(
                    new SuggestedChange.Id(recommendation * 10 + id),
                    new Recommendation.Id(recommendation),
                    DOCUMENT,
                    SuggestedChange.Type.ADDITION,
                    "l",
                    null,
                    null,
                    NOON))
        .toList();
  }

  private static DeveloperDecision verdict(long id, long recommendation) {
    return new DeveloperDecision(
        new DeveloperDecision.Id(id),
        new Recommendation.Id(recommendation),
        DeveloperDecision.Verdict.ACCEPT,
        null,
        NOON,
        null,
        NOON);
  }
}
