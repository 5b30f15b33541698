package dev.aludel.persistence.jooq.memory;

import dev.aludel.domain.memory.Embedding;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** An embedding's numbers as they are stored: float32, little-endian, without anything between. */
final class StoredEmbedding {

  private StoredEmbedding() {}

  static byte[] bytes(Embedding embedding) {
    ByteBuffer bytes =
        ByteBuffer.allocate(embedding.dimension() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(embedding.vector());
    return bytes.array();
  }

  /**
   * The embedding that is stored.
   *
   * @throws IllegalArgumentException when model, dimension and bytes do not belong together
   */
  static Embedding read(@Nullable String model, @Nullable Long dimension, byte[] bytes) {
    if (model == null || dimension == null || bytes.length != dimension * Float.BYTES) {
      throw new IllegalArgumentException(
          "An embedding of %d bytes, with %s and %s."
              .formatted(
                  bytes.length,
                  model == null ? "no model" : "a model",
                  dimension == null ? "no dimension" : "the dimension " + dimension));
    }
    float[] vector = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
    return new Embedding(model, vector);
  }
}
