package dev.aludel.domain.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmbeddingTest {

  @Test
  void newEmbedding_copiesItsVector_inAndOut() {
    float[] vector = {1, 2, 3};
    Embedding embedding = new Embedding("m", vector);
    vector[0] = 9;
    embedding.vector()[1] = 9;

    assertThat(embedding.vector()).containsExactly(1, 2, 3);
    assertThat(embedding.dimension()).isEqualTo(3);
    assertThat(embedding.model()).isEqualTo("m");
  }

  @Test
  void equals_comparesModelAndNumbers() {
    Embedding embedding = new Embedding("m", 1, 2);

    assertThat(embedding)
        .isEqualTo(new Embedding("m", 1, 2))
        .hasSameHashCodeAs(new Embedding("m", 1, 2))
        .isNotEqualTo(new Embedding("n", 1, 2))
        .isNotEqualTo(new Embedding("m", 1, 3))
        .isNotEqualTo(new Embedding("m", 1))
        .hasToString("Embedding[model=m, dimension=2]");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void newEmbedding_refuses_whenANumberIsNotFinite(float number) {
    assertThatThrownBy(() -> new Embedding("m", 1, number, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "An embedding's numbers must be finite: the one at index 1 of 3 is " + number + ".");
  }

  @Test
  void newEmbedding_refuses_whenItIsEmpty() {
    assertThatThrownBy(() -> new Embedding("m"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("An embedding must have one number at least.");
    assertThatThrownBy(() -> new Embedding("", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("An embedding's model must have a name.");
  }
}
