package dev.aludel.domain.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.StoredText;
import dev.aludel.domain.TimeOrderedLongs;
import dev.aludel.domain.documentation.CodeElement.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DocumentationEntitiesTest {

  private static final Instant FINE = Instant.parse("2025-09-16T16:30:00.123456789Z");
  private static final Instant CUT = Instant.parse("2025-09-16T16:30:00.123Z");

  private static Inconsistency inconsistency(@Nullable Float confidence) {
    return new Inconsistency(
        new Inconsistency.Id(1),
        null,
        Inconsistency.Type.DOC_TO_CODE,
        Inconsistency.Severity.MAJOR,
        Inconsistency.Status.RESOLVED,
        "d",
        null,
        confidence,
        null,
        FINE,
        FINE,
        FINE,
        FINE);
  }

  @Test
  void times_areCut_whetherTheyMayBeAbsentOrNot() {
    Inconsistency inconsistency = inconsistency(null);

    assertThat(inconsistency.detectedAt()).isEqualTo(CUT);
    assertThat(inconsistency.resolvedAt()).contains(CUT);
    assertThat(new FileState("p", FINE, 1, "d").modifiedAt()).isEqualTo(CUT);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void inconsistency_refusesAConfidence_thatIsNoNumber(float confidence) {
    assertThatThrownBy(() -> inconsistency(confidence))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The confidence is " + confidence + ". Give a finite number, or null.");
  }

  @Test
  void inconsistency_hasOneZero() {
    assertThat(inconsistency(-0f)).isEqualTo(inconsistency(0f));
  }

  @Test
  void codeElement_refusesParameters_whenItIsAClass() {
    assertThatThrownBy(
            () ->
                new CodeElement(
                    new CodeElement.Id(Kind.CLASS, 1),
                    new Document.Id(1),
                    "C",
                    null,
                    null,
                    null,
                    null,
                    "[]",
                    null,
                    null,
                    FINE,
                    FINE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The class \"C\" has parameters, which only functions have. Leave them out.");
  }

  @Test
  void ids_ofFunctionsAndClassesAreApart() {
    assertThat(new CodeElement.Id(Kind.FUNCTION, 1))
        .isNotEqualTo(new CodeElement.Id(Kind.CLASS, 1));
    assertThat(new CodeElement.Id(Kind.CLASS, 1)).hasToString("CLASS 1");
  }

  @Test
  void nextIds_followTheOnesBefore() {
    TimeOrderedLongs ids = new TimeOrderedLongs(Clock.systemUTC());

    assertThat(Project.Id.next(ids).value()).isLessThan(Document.Id.next(ids).value());
    assertThat(CodeElement.Id.next(Kind.CLASS, ids).value())
        .isLessThan(CodeElement.Id.next(Kind.FUNCTION, ids).value());
  }

  @Test
  void neighbour_refusesToBeNowhere() {
    assertThatThrownBy(() -> new Neighbour(new Document.Id(1), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The distance of a neighbour is 1 or more, not 0.");
  }

  @Test
  void storedTexts_areThoseThatOtherProgramsWrite() {
    assertThat(stored(Document.Type.values()))
        .containsExactly("Code", "Markdown", "Header", "Config");
    assertThat(stored(DocumentRelationship.Type.values()))
        .containsExactly("DependsOn", "Impacts", "Implements", "Extends");
    assertThat(stored(Inconsistency.Severity.values()))
        .containsExactly("Critical", "Major", "Minor");
    assertThat(stored(Inconsistency.Type.values()))
        .containsExactly("DocToDoc", "DocToCode", "DesignDecisionViolation");
    assertThat(stored(Inconsistency.Status.values()))
        .containsExactly("Pending", "InRecommendation", "Resolved");
    assertThat(stored(Recommendation.Status.values()))
        .containsExactly("Active", "Accepted", "Rejected", "Amended", "Invalidated");
    assertThat(stored(SuggestedChange.Type.values()))
        .containsExactly("Addition", "Deletion", "Modification");
    assertThat(stored(DeveloperDecision.Verdict.values()))
        .containsExactly("Accept", "Reject", "Amend");
  }

  private static List<String> stored(StoredText[] values) {
    return Stream.of(values).map(StoredText::stored).toList();
  }
}
