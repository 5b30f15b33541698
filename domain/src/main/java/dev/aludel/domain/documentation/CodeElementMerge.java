package dev.aludel.domain.documentation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@link CodeElements#replace} has to write, the same on every adapter.
 *
 * @param inserted what is new
 * @param updated what differs, with the id and the time of creation that are stored
 * @param deleted what was not given
 */
public record CodeElementMerge(
    List<CodeElement> inserted, List<CodeElement> updated, List<CodeElement> deleted) {

  private static final Comparator<CodeElement> BY_LINES =
      Comparator.comparing(
              CodeElement::startLineOrNull, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(
              CodeElement::endLineOrNull, Comparator.nullsFirst(Comparator.naturalOrder()));

  // What tells an element from the others of its document.
  private record Signature(CodeElement.Kind kind, String name, @Nullable String parameters) {
    static Signature of(CodeElement element) {
      return new Signature(element.kind(), element.name(), element.parametersOrNull());
    }
  }

  /** Copies the lists. */
  public CodeElementMerge {
    inserted = List.copyOf(inserted);
    updated = List.copyOf(updated);
    deleted = List.copyOf(deleted);
  }

  /**
   * Compares what is stored of a document with what is given.
   *
   * @throws IllegalArgumentException when a given element is of another document
   */
  public static CodeElementMerge of(
      Document.Id document, Collection<CodeElement> stored, Collection<CodeElement> given) {
    Map<Signature, Deque<CodeElement>> unmet = new HashMap<>();
    stored.stream()
        .sorted(BY_LINES.thenComparing(element -> element.id().value()))
        .forEach(
            element ->
                unmet
                    .computeIfAbsent(Signature.of(element), signature -> new ArrayDeque<>())
                    .add(element));
    List<CodeElement> inserted = new ArrayList<>();
    List<CodeElement> updated = new ArrayList<>();
    for (CodeElement element : given.stream().sorted(BY_LINES).toList()) {
      requireOf(document, element);
      Optional<CodeElement> met =
          Optional.ofNullable(unmet.get(Signature.of(element))).map(Deque::poll);
      if (met.isEmpty()) {
        inserted.add(element);
      } else if (!whatIsSaid(element).equals(whatIsSaid(met.get()))) {
        updated.add(inPlaceOf(met.get(), element));
      }
    }
    return new CodeElementMerge(
        inserted, updated, unmet.values().stream().flatMap(Deque::stream).toList());
  }

  /** How much that is. */
  public Merge counts() {
    return new Merge(inserted.size(), updated.size(), deleted.size());
  }

  private static void requireOf(Document.Id document, CodeElement element) {
    if (!element.documentId().equals(document)) {
      throw new IllegalArgumentException(
          "The code element %s is of the document %s, not of %s. Give the elements of one document."
              .formatted(element.id(), element.documentId(), document));
    }
  }

  private static List<Object> whatIsSaid(CodeElement element) {
    return List.of(
        element.intent(),
        element.designPrinciples(),
        element.implementationDetails(),
        element.designDecisions(),
        element.startLine(),
        element.endLine());
  }

  private static CodeElement inPlaceOf(CodeElement stored, CodeElement given) {
    return new CodeElement(
        stored.id(),
        stored.documentId(),
        given.name(),
        given.intentOrNull(),
        given.designPrinciplesOrNull(),
        given.implementationDetailsOrNull(),
        given.designDecisionsOrNull(),
        given.parametersOrNull(),
        given.startLineOrNull(),
        given.endLineOrNull(),
        stored.createdAt(),
        given.updatedAt());
  }
}
