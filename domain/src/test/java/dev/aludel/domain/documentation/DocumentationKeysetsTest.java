package dev.aludel.domain.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.Cursor;
import dev.aludel.domain.InvalidCursorException;
import dev.aludel.domain.PageRequest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Cursors are kept by people and programs: what released ones look like must not change. */
final class DocumentationKeysetsTest {

  private static final Instant TIME = Instant.ofEpochMilli(1_700_000_000_123L);
  private static final Project.Id PROJECT = new Project.Id(5);
  private static final Document DOCUMENT =
      new Document(
          new Document.Id(6),
          PROJECT,
          "p",
          Document.Type.CODE,
          TIME,
          1,
          "d",
          null,
          null,
          null,
          null,
          TIME,
          TIME);
  private static final CodeElement FUNCTION =
      new CodeElement(
          new CodeElement.Id(CodeElement.Kind.FUNCTION, 8),
          DOCUMENT.id(),
          "f",
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          TIME,
          TIME);
  private static final Inconsistency INCONSISTENCY =
      new Inconsistency(
          new Inconsistency.Id(9),
          PROJECT,
          Inconsistency.Type.DOC_TO_DOC,
          Inconsistency.Severity.MAJOR,
          Inconsistency.Status.PENDING,
          "d",
          null,
          null,
          null,
          TIME,
          null,
          TIME,
          TIME);
  private static final Recommendation RECOMMENDATION =
      new Recommendation(
          new Recommendation.Id(7),
          PROJECT,
          "t",
          Recommendation.Status.ACTIVE,
          null,
          null,
          null,
          TIME,
          null,
          null,
          TIME,
          TIME);

  @Test
  void cursors_areTheSameTextForEver() {
    assertThat(DocumentationKeysets.DOCUMENTS.after(DOCUMENT))
        .hasToString("AWfYqbqSRlqJAAABi8_laHsAAAAAAAAABteUI9A");
    assertThat(DocumentationKeysets.documentsOf(PROJECT).after(DOCUMENT))
        .hasToString("AQgj2_NDF5mXAAAAAXAAAAAAAAAABtMUDvI");
    assertThat(DocumentationKeysets.documentsOf(PROJECT, Document.Type.CODE).after(DOCUMENT))
        .hasToString("AVL_qZ8ZwwzKAAAAAXAAAAAAAAAABqarGfM");
    assertThat(DocumentationKeysets.CODE_ELEMENTS.after(FUNCTION))
        .hasToString("AYOb6VQ0wPpVAAAAAAAAAAAAAAGLz-VoewAAAAAAAAAI2S6D7Q");
    assertThat(
            DocumentationKeysets.codeElementsOf(DOCUMENT.id(), CodeElement.Kind.FUNCTION)
                .after(FUNCTION))
        .hasToString("AZX_9JWUf1_vAAAAAWYAAAAAAAAACD5OUEw");
    assertThat(
            DocumentationKeysets.inconsistencies(Inconsistency.Status.PENDING).after(INCONSISTENCY))
        .hasToString("AaUijaS6-_8FAAABi8_laHsAAAAAAAAACX4ezGI");
    assertThat(
            DocumentationKeysets.inconsistenciesOf(PROJECT, Inconsistency.Severity.MAJOR)
                .after(INCONSISTENCY))
        .hasToString("AWL3C7o0hlpNAAABi8_laHsAAAAAAAAACYQ6OPw");
    assertThat(DocumentationKeysets.recommendationsOf(PROJECT).after(RECOMMENDATION))
        .hasToString("AeE62tzzR_I1AAABi8_laHsAAAAAAAAAB5TryDc");
    assertThat(
            DocumentationKeysets.neighbourhood(DOCUMENT.id(), 3)
                .after(new Neighbour(DOCUMENT.id(), 2)))
        .hasToString("AdqN3j_ruAeeAAAAAAAAAAIAAAAAAAAABq4SRlY");
  }

  @Test
  void documentsOf_refusesTheCursorOfAnotherProjectAndType() {
    Cursor cursor = DocumentationKeysets.documentsOf(PROJECT, Document.Type.CODE).after(DOCUMENT);
    PageRequest request = PageRequest.after(cursor, 1);

    assertThatThrownBy(
            () -> DocumentationKeysets.documentsOf(PROJECT, Document.Type.CONFIG).position(request))
        .isInstanceOf(InvalidCursorException.class);
    assertThatThrownBy(
            () ->
                DocumentationKeysets.documentsOf(new Project.Id(55), Document.Type.CODE)
                    .position(request))
        .isInstanceOf(InvalidCursorException.class);
  }
}
