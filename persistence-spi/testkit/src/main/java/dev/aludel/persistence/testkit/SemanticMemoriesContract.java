package dev.aludel.persistence.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.domain.Json;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.memory.Embedding;
import dev.aludel.domain.memory.SemanticMemories;
import dev.aludel.domain.memory.SemanticMemory;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link SemanticMemories} does on every storage. */
public abstract class SemanticMemoriesContract
    extends VocabularyContract<SemanticMemory, SemanticMemory.Id> {

  private static final Embedding EMBEDDING = new Embedding("model", 0.5f, -0.25f, Float.MIN_VALUE);

  private SemanticMemories memories() {
    return storage().semanticMemories();
  }

  @Override
  final SemanticMemories repository() {
    return memories();
  }

  @Override
  final SemanticMemory.Id id(SemanticMemory memory) {
    return memory.id();
  }

  @Override
  final SemanticMemory entity(int number) {
    return new SemanticMemory(
        new SemanticMemory.Id(number),
        NOON.plusMillis(number / 2),
        "content " + number,
        "category",
        0.25,
        new Json("{\"n\": " + number + "}"),
        EMBEDDING);
  }

  @Override
  final SemanticMemory changed(int number) {
    return new SemanticMemory(
        new SemanticMemory.Id(number),
        NOON.minusMillis(number),
        "other content",
        "other category",
        0.75,
        new Json("[]"),
        new Embedding("other model", 3));
  }

  private static SemanticMemory bare() {
    return memory(-1, NOON, null, SemanticMemory.DEFAULT_IMPORTANCE);
  }

  @Test
  @Rule("SEMANTICMEMORIES-01")
  final void remember_adds_andSaysSo() {
    assertThat(memories().remember(entity(1))).isTrue();
    assertThat(memories().remember(bare())).isTrue();

    assertThat(memories().get(new SemanticMemory.Id(1))).isEqualTo(entity(1));
    assertThat(memories().get(bare().id()).embedding()).isEmpty();
  }

  @Test
  @Rule("SEMANTICMEMORIES-02")
  final void remember_leavesTheStoredOne_whenTheIdIsThere() {
    memories().remember(entity(1));

    assertThat(memories().remember(changed(1))).isFalse();
    assertThat(all(10, memories()::page)).containsExactly(entity(1));
  }

  @Test
  @Rule("SEMANTICMEMORIES-03")
  final void update_takesTheEmbeddingAway_whenTheMemoryHasNone() {
    memories().remember(bare().embedded(EMBEDDING));

    memories().update(bare());

    assertThat(memories().get(bare().id())).isEqualTo(bare());
  }

  @Test
  @Rule("SEMANTICMEMORIES-04")
  final void forget_takesThoseThatAreThere_andCountsThem() {
    memories().insertAll(entities(4));

    assertThat(
            memories()
                .forget(
                    List.of(
                        new SemanticMemory.Id(1),
                        new SemanticMemory.Id(9),
                        new SemanticMemory.Id(3),
                        new SemanticMemory.Id(1))))
        .isEqualTo(2);

    assertThat(all(10, memories()::page)).containsExactly(entity(0), entity(2));
    assertThat(memories().forget(List.of())).isZero();
  }

  @Test
  @Rule("SEMANTICMEMORIES-07")
  final void forget_takesMany() {
    memories().insertAll(entities(600));

    assertThat(memories().forget(entities(600).stream().map(SemanticMemory::id).toList()))
        .isEqualTo(600);
    assertThat(memories().count()).isZero();
  }

  @ParameterizedTest
  @Rule("SEMANTICMEMORIES-05")
  @ValueSource(ints = {1, 2, 500})
  final void pageOfCategory_isTheCategorysAloneAndNewestFirst(int limit) {
    SemanticMemory first = memory(1, NOON, "a", 0);
    SemanticMemory last = memory(2, NOON.plusMillis(1), "a", 1);
    SemanticMemory same = memory(3, NOON, "a", 1);
    memories()
        .insertAll(
            List.of(first, last, same, memory(4, NOON, "A", 0), memory(5, NOON, "a%", 0), bare()));

    assertThat(all(limit, request -> memories().pageOfCategory("a", request)))
        .containsExactly(last, same, first);
    assertThat(memories().pageOfCategory("_", PageRequest.first(1)).items()).isEmpty();
  }

  @ParameterizedTest
  @Rule("SEMANTICMEMORIES-06")
  @ValueSource(ints = {1, 2, 3, 500})
  final void pageLeastImportant_beginsWithTheLeast(int limit) {
    List<SemanticMemory> inOrder =
        List.of(
            memory(9, NOON, null, 0),
            memory(8, NOON, null, 4.9E-324),
            memory(-3, NOON, null, 0.1),
            memory(4, NOON.minusMillis(1), null, 0.1),
            memory(5, NOON, null, 0.30000000000000004),
            memory(6, NOON, null, 1));
    for (int index : new int[] {3, 0, 5, 1, 4, 2}) {
      memories().remember(inOrder.get(index));
    }

    assertThat(all(limit, memories()::pageLeastImportant)).isEqualTo(inOrder);
  }

  private static SemanticMemory memory(
      long id, Instant at, @Nullable String category, double importance) {
    return new SemanticMemory(
        new SemanticMemory.Id(id), at, null, category, importance, null, null);
  }
}
