package dev.aludel.persistence.testkit;

import static dev.aludel.persistence.testkit.DocumentationSamples.codeClass;
import static dev.aludel.persistence.testkit.DocumentationSamples.document;
import static dev.aludel.persistence.testkit.DocumentationSamples.function;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.documentation.CodeElement;
import dev.aludel.domain.documentation.CodeElements;
import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.DocumentationKeysets;
import dev.aludel.domain.documentation.Merge;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link CodeElements} does on every storage. */
public abstract class CodeElementsContract extends StorageContract {

  private static final Document.Id FIRST = new Document.Id(1);

  private CodeElements elements() {
    storage().projects().upsert(DocumentationSamples.project(1));
    storage().documents().upsert(document(1, 1));
    storage().documents().upsert(document(2, 1));
    return storage().codeElements();
  }

  private static CodeElement whole(long id, String text, @Nullable Integer line, Instant time) {
    return new CodeElement(
        new CodeElement.Id(CodeElement.Kind.FUNCTION, id),
        new Document.Id(2),
        text,
        text,
        text,
        text,
        text,
        text,
        line,
        line,
        time,
        time);
  }

  @Test
  @Rule("CODEELEMENTS-01")
  final void port_keepsTheSharedVocabularyFunctionsBeforeClasses() {
    new Vocabulary<>(
            elements(), CodeElement::id, "code element", DocumentationKeysets.CODE_ELEMENTS)
        .holds(
            function(1, 1, "f", "[]"),
            whole(1, "changed", 3, NOON.plusMillis(3)),
            List.of(
                whole(9, "early", null, NOON.minusMillis(1)),
                function(-2, 1, "f", null),
                function(5, 1, "f", "[]"),
                whole(2, "late", 1, NOON.plusMillis(1)),
                codeClass(-3, 1, "C"),
                codeClass(5, 1, "C")));
  }

  @Test
  @Rule("CODEELEMENTS-02")
  final void functionAndClass_mayHaveOneNumber() {
    elements().insertAll(List.of(function(1, 1, "f", null), codeClass(1, 1, "C")));

    assertThat(elements().delete(new CodeElement.Id(CodeElement.Kind.FUNCTION, 1))).isTrue();
    assertThat(elements().find(new CodeElement.Id(CodeElement.Kind.FUNCTION, 1))).isEmpty();
    assertThat(elements().get(new CodeElement.Id(CodeElement.Kind.CLASS, 1)))
        .isEqualTo(codeClass(1, 1, "C"));
  }

  @Test
  @Rule("CODEELEMENTS-03")
  final void insertAll_storesNothing_whenOneOfEitherKindIsThere() {
    elements().insert(codeClass(1, 1, "C"));

    assertThatThrownBy(
            () -> elements().insertAll(List.of(function(1, 1, "f", null), codeClass(1, 1, "D"))))
        .isInstanceOf(ConflictException.class);
    assertThat(elements().count()).isEqualTo(1);
  }

  @ParameterizedTest
  @Rule("CODEELEMENTS-04")
  @ValueSource(ints = {1, 2, 500})
  final void page_isOfOneDocumentAndKindByName(int limit) {
    List<CodeElement> inOrder =
        List.of(
            function(4, 1, "A", null),
            function(1, 1, "a", null),
            function(3, 1, "a", "[]"),
            function(2, 1, "ä", null));
    elements().insertAll(inOrder);
    elements().insertAll(List.of(function(5, 2, "a", null), codeClass(1, 1, "a")));

    assertThat(all(limit, request -> elements().page(FIRST, CodeElement.Kind.FUNCTION, request)))
        .isEqualTo(inOrder);
    assertThat(all(limit, request -> elements().page(FIRST, CodeElement.Kind.CLASS, request)))
        .containsExactly(codeClass(1, 1, "a"));
  }

  @Test
  @Rule("CODEELEMENTS-05")
  final void replace_countsWhatItInsertsUpdatesAndDeletes() {
    elements()
        .insertAll(
            List.of(
                function(1, 1, "same", "[]"),
                function(2, 1, "changed", null),
                function(3, 1, "gone", null),
                function(5, 2, "elsewhere", null)));
    CodeElement changed =
        new CodeElement(
            new CodeElement.Id(CodeElement.Kind.FUNCTION, 12),
            FIRST,
            "changed",
            "intent",
            null,
            null,
            null,
            null,
            3,
            4,
            NOON.plusMillis(9),
            NOON.plusMillis(9));

    Merge merge =
        elements()
            .replace(
                FIRST,
                List.of(changed, function(11, 1, "same", "[]"), codeClass(13, 1, "changed")));

    assertThat(merge).isEqualTo(new Merge(1, 1, 1));
    CodeElement updated = elements().get(new CodeElement.Id(CodeElement.Kind.FUNCTION, 2));
    assertThat(updated.createdAt()).isEqualTo(NOON);
    assertThat(updated)
        .usingRecursiveComparison()
        .ignoringFields("id", "createdAt")
        .isEqualTo(changed);
    assertThat(all(9, elements()::page))
        .containsExactly(
            function(1, 1, "same", "[]"),
            updated,
            function(5, 2, "elsewhere", null),
            codeClass(13, 1, "changed"));
    assertThat(elements().replace(FIRST, List.of())).isEqualTo(new Merge(0, 0, 3));
  }

  @Test
  @Rule("CODEELEMENTS-06")
  final void replace_keepsTwoOfOneNameApart_whenTheirParametersDiffer() {
    List<CodeElement> overloads =
        List.of(
            function(1, 1, "f", "[a]"), function(2, 1, "f", "[a, b]"), function(3, 1, "f", null));

    assertThat(elements().replace(FIRST, overloads)).isEqualTo(new Merge(3, 0, 0));
    assertThat(elements().replace(FIRST, overloads)).isEqualTo(new Merge(0, 0, 0));
    assertThat(elements().replace(FIRST, overloads.subList(1, 2))).isEqualTo(new Merge(0, 0, 2));
    assertThat(all(9, elements()::page)).containsExactly(function(2, 1, "f", "[a, b]"));
  }

  @Test
  @Rule("CODEELEMENTS-07")
  final void replace_keepsTwoThatAreTheSame() {
    List<CodeElement> twins = List.of(function(1, 1, "f", "[]"), function(2, 1, "f", "[]"));

    assertThat(elements().replace(FIRST, twins)).isEqualTo(new Merge(2, 0, 0));
    assertThat(elements().replace(FIRST, twins)).isEqualTo(new Merge(0, 0, 0));
    assertThat(elements().replace(FIRST, List.of())).isEqualTo(new Merge(0, 0, 2));
  }

  @Test
  @Rule("CODEELEMENTS-08")
  final void replace_changesNothing_whenOneIsOfAnotherDocument() {
    elements().insert(function(1, 1, "f", null));

    assertThatThrownBy(() -> elements().replace(FIRST, List.of(function(2, 2, "g", null))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The code element FUNCTION 2 is of the document 2, not of 1. Give the elements of one"
                + " document.");
    assertThat(elements().count()).isEqualTo(1);
  }

  @Test
  @Rule("CODEELEMENTS-09")
  final void replace_changesNothing_whenAnIdIsThereElsewhere() {
    elements().insertAll(List.of(function(1, 1, "f", null), function(2, 2, "g", null)));

    assertThatThrownBy(() -> elements().replace(FIRST, List.of(function(2, 1, "h", null))))
        .isInstanceOf(ConflictException.class);
    assertThat(elements().get(new CodeElement.Id(CodeElement.Kind.FUNCTION, 1)))
        .isEqualTo(function(1, 1, "f", null));
  }

  @Test
  @Rule("CODEELEMENTS-10")
  final void lists_holdMany() {
    List<CodeElement> many =
        LongStream.rangeClosed(11, 30).mapToObj(id -> function(id, 1, "f" + id, null)).toList();
    elements().insertAll(many);
    PageRequest request = PageRequest.first(500);

    assertThat(elements().page(request).items()).isEqualTo(many);
    assertThat(elements().page(FIRST, CodeElement.Kind.FUNCTION, request).items()).isEqualTo(many);
    assertThat(elements().replace(FIRST, many)).isEqualTo(new Merge(0, 0, 0));
  }
}
