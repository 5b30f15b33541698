package dev.aludel.persistence.testkit.inmemory;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Keyset;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.DocumentRelationship;
import dev.aludel.domain.documentation.DocumentationKeysets;
import dev.aludel.domain.documentation.Neighbour;
import dev.aludel.domain.documentation.Relationships;
import dev.aludel.persistence.testkit.inmemory.Table.OnDelete;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The relationships in memory. */
final class InMemoryRelationships
    extends MutableTableRepository<DocumentRelationship, DocumentRelationship.Id>
    implements Relationships {

  private static final Table<DocumentRelationship, DocumentRelationship.Id> TABLE =
      Table.of("document_relationships", DocumentRelationship::id)
          .text("topic", DocumentRelationship::topic)
          .text("scope", DocumentRelationship::scope)
          .unique(
              List.of("source_id", "target_id", "relationship_type", "topic", "scope"),
              InMemoryRelationships::sameness)
          .references(
              "source_id",
              InMemoryDocuments.TABLE,
              DocumentRelationship::sourceId,
              OnDelete.CASCADE)
          .references(
              "target_id",
              InMemoryDocuments.TABLE,
              DocumentRelationship::targetId,
              OnDelete.CASCADE);

  InMemoryRelationships(Calls calls) {
    super(TABLE, "relationship", DocumentationKeysets.RELATIONSHIPS, calls);
  }

  private static List<Object> sameness(DocumentRelationship relationship) {
    return List.of(
        relationship.sourceId(),
        relationship.targetId(),
        relationship.type(),
        relationship.topic(),
        relationship.scope());
  }

  @Override
  public DocumentRelationship link(DocumentRelationship relationship) {
    requireNonNull(relationship, "relationship");
    return calls()
        .write(
            tables -> {
              TABLE.requireStorable(relationship);
              Optional<DocumentRelationship> there =
                  tables.all(TABLE).stream()
                      .filter(other -> sameness(other).equals(sameness(relationship)))
                      .findFirst();
              if (there.isEmpty()) {
                tables.insert(TABLE, List.of(relationship));
              }
              return there.orElse(relationship);
            });
  }

  @Override
  public Page<DocumentRelationship> page(
      Document.Id document, DocumentRelationship.Direction direction, PageRequest request) {
    requireNonNull(document, "document");
    requireNonNull(direction, "direction");
    requireNonNull(request, "request");
    return page(
        DocumentationKeysets.relationshipsOf(document, direction),
        Direction.ASCENDING,
        request,
        all ->
            all.filter(
                relationship ->
                    switch (direction) {
                      case OUTGOING -> relationship.sourceId().equals(document);
                      case INCOMING -> relationship.targetId().equals(document);
                    }));
  }

  @Override
  public Page<Neighbour> neighbourhood(Document.Id document, int depth, PageRequest request) {
    requireNonNull(document, "document");
    requireNonNull(request, "request");
    Keyset<Neighbour> keyset = DocumentationKeysets.neighbourhood(document, depth);
    return calls()
        .read(
            tables ->
                Direction.ASCENDING.page(
                    keyset, request, reached(tables.all(TABLE), document, depth)));
  }

  private static Stream<Neighbour> reached(
      Collection<DocumentRelationship> all, Document.Id start, int depth) {
    Map<Document.Id, Integer> distances = new HashMap<>(Map.of(start, 0));
    List<Document.Id> nearest = List.of(start);
    for (int distance = 1; distance <= depth && !nearest.isEmpty(); distance++) {
      List<Document.Id> next = new ArrayList<>();
      for (DocumentRelationship relationship : all) {
        for (Document.Id end : otherEnds(relationship, nearest)) {
          if (distances.putIfAbsent(end, distance) == null) {
            next.add(end);
          }
        }
      }
      nearest = next;
    }
    distances.remove(start);
    return distances.entrySet().stream()
        .map(found -> new Neighbour(found.getKey(), found.getValue()));
  }

  private static List<Document.Id> otherEnds(
      DocumentRelationship relationship, List<Document.Id> ends) {
    List<Document.Id> others = new ArrayList<>();
    if (ends.contains(relationship.sourceId())) {
      others.add(relationship.targetId());
    }
    if (ends.contains(relationship.targetId())) {
      others.add(relationship.sourceId());
    }
    return others;
  }

  @Override
  public int unlinkAll(Document.Id document) {
    requireNonNull(document, "document");
    return calls()
        .write(
            tables -> {
              List<DocumentRelationship.Id> ids =
                  tables.all(TABLE).stream()
                      .filter(
                          one -> one.sourceId().equals(document) || one.targetId().equals(document))
                      .map(DocumentRelationship::id)
                      .toList();
              ids.forEach(id -> tables.delete(TABLE, id));
              return ids.size();
            });
  }
}
