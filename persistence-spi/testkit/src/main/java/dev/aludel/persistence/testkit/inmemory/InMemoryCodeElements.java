package dev.aludel.persistence.testkit.inmemory;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.NotFoundException;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.documentation.CodeElement;
import dev.aludel.domain.documentation.CodeElementMerge;
import dev.aludel.domain.documentation.CodeElements;
import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.DocumentationKeysets;
import dev.aludel.domain.documentation.Merge;
import dev.aludel.persistence.testkit.inmemory.Table.OnDelete;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The code elements in memory, functions and classes apart. */
final class InMemoryCodeElements implements CodeElements {

  private static final Table<CodeElement, CodeElement.Id> FUNCTIONS = table("functions");
  private static final Table<CodeElement, CodeElement.Id> CLASSES = table("classes");

  private final Calls calls;

  InMemoryCodeElements(Calls calls) {
    this.calls = calls;
  }

  private static Table<CodeElement, CodeElement.Id> table(String name) {
    return Table.of(name, CodeElement::id)
        .text("name", CodeElement::name)
        .text("intent", CodeElement::intentOrNull)
        .text("design_principles", CodeElement::designPrinciplesOrNull)
        .text("implementation_details", CodeElement::implementationDetailsOrNull)
        .text("design_decisions", CodeElement::designDecisionsOrNull)
        .text("parameters", CodeElement::parametersOrNull)
        .references(
            "document_id", InMemoryDocuments.TABLE, CodeElement::documentId, OnDelete.CASCADE);
  }

  private static Table<CodeElement, CodeElement.Id> of(CodeElement.Kind kind) {
    return switch (kind) {
      case FUNCTION -> FUNCTIONS;
      case CLASS -> CLASSES;
    };
  }

  private static Stream<CodeElement> all(Tables tables) {
    return Stream.concat(tables.all(FUNCTIONS).stream(), tables.all(CLASSES).stream());
  }

  @Override
  public void insert(CodeElement entity) {
    requireNonNull(entity, "entity");
    insertAll(List.of(entity));
  }

  @Override
  public void insertAll(Collection<? extends CodeElement> entities) {
    requireNonNull(entities, "entities");
    List<CodeElement> given = List.copyOf(entities);
    calls.write(
        tables -> {
          given.forEach(element -> tables.insert(of(element.kind()), List.of(element)));
          return given;
        });
  }

  @Override
  public void update(CodeElement entity) {
    requireNonNull(entity, "entity");
    if (!calls.write(tables -> tables.replace(of(entity.kind()), entity))) {
      throw notFound(entity.id());
    }
  }

  @Override
  public void upsert(CodeElement entity) {
    requireNonNull(entity, "entity");
    calls.write(
        tables -> {
          tables.put(of(entity.kind()), entity);
          return entity;
        });
  }

  @Override
  public Optional<CodeElement> find(CodeElement.Id id) {
    requireNonNull(id, "id");
    return calls.read(tables -> tables.find(of(id.kind()), id));
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
    return calls.write(tables -> tables.delete(of(id.kind()), id));
  }

  @Override
  public long count() {
    return calls.read(tables -> all(tables).count());
  }

  @Override
  public Page<CodeElement> page(PageRequest request) {
    requireNonNull(request, "request");
    return calls.read(
        tables ->
            Direction.ASCENDING.page(DocumentationKeysets.CODE_ELEMENTS, request, all(tables)));
  }

  @Override
  public <T extends @Nullable Object> T stream(Function<Stream<CodeElement>, T> reader) {
    requireNonNull(reader, "reader");
    return calls.readTogether(
        inside -> {
          List<CodeElement> elements =
              inside.read(
                  tables ->
                      all(tables)
                          .sorted(
                              Comparator.comparing(DocumentationKeysets.CODE_ELEMENTS::positionOf))
                          .toList());
          // Each one is a read of the transaction, which refuses it when it has ended.
          return reader.apply(elements.stream().map(one -> inside.read(tables -> one)));
        });
  }

  @Override
  public Page<CodeElement> page(Document.Id document, CodeElement.Kind kind, PageRequest request) {
    requireNonNull(document, "document");
    requireNonNull(kind, "kind");
    requireNonNull(request, "request");
    return calls.read(
        tables ->
            Direction.ASCENDING.page(
                DocumentationKeysets.codeElementsOf(document, kind),
                request,
                tables.all(of(kind)).stream()
                    .filter(element -> element.documentId().equals(document))));
  }

  @Override
  public Merge replace(Document.Id document, Collection<CodeElement> elements) {
    requireNonNull(document, "document");
    requireNonNull(elements, "elements");
    List<CodeElement> given = List.copyOf(elements);
    return calls.write(
        tables -> {
          List<CodeElement> stored =
              all(tables).filter(element -> element.documentId().equals(document)).toList();
          CodeElementMerge merge = CodeElementMerge.of(document, stored, given);
          merge.deleted().forEach(element -> tables.delete(of(element.kind()), element.id()));
          merge.updated().forEach(element -> tables.put(of(element.kind()), element));
          merge.inserted().forEach(element -> tables.insert(of(element.kind()), List.of(element)));
          return merge.counts();
        });
  }
}
