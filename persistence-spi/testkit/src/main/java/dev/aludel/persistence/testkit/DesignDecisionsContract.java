package dev.aludel.persistence.testkit;

import static dev.aludel.persistence.testkit.DocumentationSamples.decision;
import static dev.aludel.persistence.testkit.DocumentationSamples.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.documentation.DesignDecision;
import dev.aludel.domain.documentation.DesignDecisions;
import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.DocumentationKeysets;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link DesignDecisions} does on every storage. */
public abstract class DesignDecisionsContract extends StorageContract {

  private static final Document.Id FIRST = new Document.Id(1);

  private DesignDecisions decisions() {
    storage().projects().upsert(DocumentationSamples.project(1));
    storage().documents().upsert(document(1, 1));
    storage().documents().upsert(document(2, 1));
    return storage().designDecisions();
  }

  private static DesignDecision whole(long id, String text, Instant time) {
    return new DesignDecision(
        new DesignDecision.Id(id), new Document.Id(2), text, text, text, time, time);
  }

  @Test
  @Rule("DESIGNDECISIONS-01")
  final void port_keepsTheSharedVocabulary() {
    new Vocabulary<>(
            decisions(),
            DesignDecision::id,
            "design decision",
            DocumentationKeysets.DESIGN_DECISIONS)
        .holds(
            decision(1, 1, NOON),
            whole(1, "changed", NOON.plusMillis(1)),
            List.of(
                whole(9, "a", NOON.minusMillis(1)),
                decision(-2, 1, NOON),
                decision(3, 1, NOON),
                whole(1, "b", NOON.plusMillis(1))));
  }

  @ParameterizedTest
  @Rule("DESIGNDECISIONS-02")
  @ValueSource(ints = {1, 2, 500})
  final void page_isOfOneDocumentNewestFirst(int limit) {
    List<DesignDecision> inOrder =
        List.of(
            decision(1, 1, NOON.plusMillis(1)),
            decision(4, 1, NOON),
            decision(2, 1, NOON),
            decision(3, 1, NOON.minusMillis(1)));
    decisions().insertAll(inOrder);
    decisions().insert(decision(5, 2, NOON));

    assertThat(all(limit, request -> decisions().page(FIRST, request))).isEqualTo(inOrder);
  }

  @Test
  @Rule("DESIGNDECISIONS-03")
  final void replace_exchangesThoseOfOneDocument() {
    decisions()
        .insertAll(List.of(decision(1, 1, NOON), decision(2, 1, NOON), decision(3, 2, NOON)));
    DesignDecision again = decision(2, 1, NOON.plusMillis(5));
    DesignDecision added = decision(4, 1, NOON);

    decisions().replace(FIRST, List.of(again, added));

    assertThat(all(9, request -> decisions().page(FIRST, request))).containsExactly(again, added);
    assertThat(decisions().count()).isEqualTo(3);
    decisions().replace(FIRST, List.of());
    assertThat(all(9, decisions()::page)).containsExactly(decision(3, 2, NOON));
  }

  @Test
  @Rule("DESIGNDECISIONS-04")
  final void replace_changesNothing_whenItIsRefused() {
    decisions().insertAll(List.of(decision(1, 1, NOON), decision(3, 2, NOON)));

    assertThatThrownBy(() -> decisions().replace(FIRST, List.of(decision(2, 2, NOON))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The design decision 2 is of the document 2, not of 1. Give those of one document.");
    assertThatThrownBy(() -> decisions().replace(FIRST, List.of(decision(3, 1, NOON))))
        .isInstanceOf(ConflictException.class);
    assertThat(decisions().get(new DesignDecision.Id(1))).isEqualTo(decision(1, 1, NOON));
    assertThat(decisions().get(new DesignDecision.Id(3))).isEqualTo(decision(3, 2, NOON));
  }

  @Test
  @Rule("DESIGNDECISIONS-05")
  final void lists_holdMany() {
    List<DesignDecision> many =
        LongStream.rangeClosed(11, 30).mapToObj(id -> decision(id, 1, NOON)).toList();
    decisions().insertAll(many);
    decisions().replace(FIRST, many);
    PageRequest request = PageRequest.first(500);

    assertThat(decisions().page(request).items()).isEqualTo(many);
    assertThat(decisions().page(FIRST, request).items()).containsExactlyInAnyOrderElementsOf(many);
  }
}
