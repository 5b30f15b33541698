package dev.aludel.persistence.jooq.documentation;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Keyset;
import dev.aludel.domain.NotFoundException;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.documentation.CodeElement;
import dev.aludel.domain.documentation.CodeElementMerge;
import dev.aludel.domain.documentation.CodeElements;
import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.DocumentationKeysets;
import dev.aludel.domain.documentation.Merge;
import dev.aludel.persistence.jooq.statement.Calls;
import dev.aludel.persistence.jooq.statement.CompiledUpdate;
import dev.aludel.persistence.jooq.statement.EntityStatements;
import dev.aludel.persistence.jooq.statement.StatementExecutor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The code elements in the tables {@code functions} and {@code classes}. */
final class JooqCodeElements implements CodeElements {

  // Of one of the tables.
  private static final Keyset<CodeElement> BY_CREATION =
      Keyset.<CodeElement>of("code elements of a table")
          .thenNumber(element -> element.createdAt().toEpochMilli())
          .thenNumber(element -> element.id().value());

  private final CodeElementStatements functions;
  private final CodeElementStatements classes;
  private final DocumentStatements documents;
  private final Calls calls;

  JooqCodeElements(
      CodeElementStatements functions,
      CodeElementStatements classes,
      DocumentStatements documents,
      Calls calls) {
    this.functions = functions;
    this.classes = classes;
    this.documents = documents;
    this.calls = calls;
  }

  private CodeElementStatements of(CodeElement.Kind kind) {
    return switch (kind) {
      case FUNCTION -> functions;
      case CLASS -> classes;
    };
  }

  @Override
  public void insert(CodeElement entity) {
    requireNonNull(entity, "entity");
    CodeElementStatements statements = of(entity.kind());
    calls.change(statements.entities.insert, statements.values(entity));
  }

  @Override
  public void insertAll(Collection<? extends CodeElement> entities) {
    requireNonNull(entities, "entities");
    if (!entities.isEmpty()) {
      List<CodeElement> given = List.copyOf(entities);
      calls.write(run -> each(run, statements -> statements.insert, given));
    }
  }

  /** Runs a statement of the elements' tables for each, in one round for each table. */
  private int each(
      StatementExecutor run,
      Function<EntityStatements<CodeElement>, CompiledUpdate> statement,
      List<CodeElement> elements) {
    int changed = 0;
    for (CodeElement.Kind kind : CodeElement.Kind.values()) {
      CodeElementStatements statements = of(kind);
      List<@Nullable Object[]> rows =
          elements.stream()
              .filter(element -> element.kind() == kind)
              .map(statements::values)
              .toList();
      if (!rows.isEmpty()) {
        changed += run.updateEach(statement.apply(statements.entities), rows);
      }
    }
    return changed;
  }

  @Override
  public void update(CodeElement entity) {
    requireNonNull(entity, "entity");
    CodeElementStatements statements = of(entity.kind());
    if (calls.change(statements.entities.update, statements.values(entity)) == 0) {
      throw notFound(entity.id());
    }
  }

  @Override
  public void upsert(CodeElement entity) {
    requireNonNull(entity, "entity");
    CodeElementStatements statements = of(entity.kind());
    calls.change(statements.entities.upsert, statements.values(entity));
  }

  @Override
  public Optional<CodeElement> find(CodeElement.Id id) {
    requireNonNull(id, "id");
    return calls.first(of(id.kind()).entities.find, id.value());
  }

  @Override
  public CodeElement get(CodeElement.Id id) {
    requireNonNull(id, "id");
    return find(id).orElseThrow(() -> notFound(id));
  }

  private static NotFoundException notFound(CodeElement.Id id) {
    return new NotFoundException("code element", id.toString());
  }

  @Override
  public boolean delete(CodeElement.Id id) {
    requireNonNull(id, "id");
    return calls.change(of(id.kind()).entities.delete, id.value()) > 0;
  }

  @Override
  public long count() {
    return calls.read(run -> run.only(functions.entities.count) + run.only(classes.entities.count));
  }

  @Override
  public Page<CodeElement> page(PageRequest request) {
    requireNonNull(request, "request");
    Keyset<CodeElement> keyset = DocumentationKeysets.CODE_ELEMENTS;
    List<Object> place = keyset.position(request).map(Keyset.Position::keys).orElse(List.of());
    return keyset.page(calls.read(run -> found(run, place, request.limit() + 1L)), request);
  }

  // The first key tells the table: functions stand before classes.
  private List<CodeElement> found(StatementExecutor run, List<Object> place, long limit) {
    List<CodeElement> found = new ArrayList<>();
    boolean inClasses = !place.isEmpty() && (Long) place.get(0) > 0;
    List<Object> keys = place.isEmpty() ? place : place.subList(1, place.size());
    if (!inClasses) {
      found.addAll(functions.entities.all.list(run, keys, limit));
    }
    if (found.size() < limit) {
      found.addAll(
          classes.entities.all.list(run, inClasses ? keys : List.of(), limit - found.size()));
    }
    return found;
  }

  @Override
  public <T extends @Nullable Object> T stream(Function<Stream<CodeElement>, T> reader) {
    requireNonNull(reader, "reader");
    return calls.readTogether(
        inside ->
            functions.entities.all.stream(
                inside,
                BY_CREATION,
                first ->
                    classes.entities.all.stream(
                        inside,
                        BY_CREATION,
                        second -> reader.apply(Stream.concat(first, second)))));
  }

  @Override
  public Page<CodeElement> page(Document.Id document, CodeElement.Kind kind, PageRequest request) {
    requireNonNull(document, "document");
    requireNonNull(kind, "kind");
    requireNonNull(request, "request");
    return of(kind)
        .ofDocument
        .page(
            calls, DocumentationKeysets.codeElementsOf(document, kind), request, document.value());
  }

  @Override
  public Merge replace(Document.Id document, Collection<CodeElement> elements) {
    requireNonNull(document, "document");
    requireNonNull(elements, "elements");
    List<CodeElement> given = List.copyOf(elements);
    return calls.write(
        run -> {
          OneDocument.claim(run, documents, document);
          List<CodeElement> stored =
              new ArrayList<>(run.list(functions.allOfDocument, document.value()));
          stored.addAll(run.list(classes.allOfDocument, document.value()));
          CodeElementMerge merge = CodeElementMerge.of(document, stored, given);
          delete(run, merge.deleted());
          each(run, statements -> statements.update, merge.updated());
          each(run, statements -> statements.insert, merge.inserted());
          return merge.counts();
        });
  }

  private void delete(StatementExecutor run, List<CodeElement> elements) {
    for (CodeElement.Kind kind : CodeElement.Kind.values()) {
      List<@Nullable Object[]> ids =
          elements.stream()
              .filter(element -> element.kind() == kind)
              .map(element -> new @Nullable Object[] {element.id().value()})
              .toList();
      if (!ids.isEmpty()) {
        run.updateEach(of(kind).entities.delete, ids);
      }
    }
  }
}
