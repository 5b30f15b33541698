package dev.aludel.persistence.jooq.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.memory.Embedding;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StoredEmbeddingTest {

  private static final Embedding EMBEDDING = new Embedding("m", 1, -2, 0.1f);
  private static final String STORED = "0000803f000000c0cdcccc3d";

  @Test
  void bytes_areLittleEndianFloats() {
    assertThat(HexFormat.of().formatHex(StoredEmbedding.bytes(EMBEDDING))).isEqualTo(STORED);
  }

  @Test
  void read_givesBackTheEmbedding() {
    assertThat(StoredEmbedding.read("m", 3L, HexFormat.of().parseHex(STORED))).isEqualTo(EMBEDDING);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "m, 2, An embedding of 12 bytes, with a model and the dimension 2.",
        "m, 4, An embedding of 12 bytes, with a model and the dimension 4.",
        "m, none, An embedding of 12 bytes, with a model and no dimension.",
        "none, 3, An embedding of 12 bytes, with no model and the dimension 3."
      })
  void read_refuses_whenThePartsDoNotBelongTogether(
      @Nullable String model, @Nullable Long dimension, String first, String second) {
    assertThatThrownBy(
            () -> StoredEmbedding.read(model, dimension, HexFormat.of().parseHex(STORED)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(first + ", " + second);
  }
}
