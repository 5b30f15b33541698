package dev.aludel.domain.memory;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * The meaning of a text as a point in the space of one model. Immutable; two are equal when their
 * models and all their numbers are.
 */
public final class Embedding {

  private final String model;
  private final float[] vector;

  /**
   * Copies the vector.
   *
   * @param model the name of the model that made it; embeddings of different models cannot be
   *     compared
   * @param vector one finite number at least
   * @throws IllegalArgumentException when the model has no name, or the vector has no number or one
   *     that is not finite
   */
  public Embedding(String model, float... vector) {
    this.model = requireNonNull(model, "model");
    this.vector = vector.clone();
    if (model.isEmpty()) {
      throw new IllegalArgumentException("An embedding's model must have a name.");
    }
    if (vector.length == 0) {
      throw new IllegalArgumentException("An embedding must have one number at least.");
    }
    for (int index = 0; index < vector.length; index++) {
      if (!Float.isFinite(vector[index])) {
        throw new IllegalArgumentException(
            "An embedding's numbers must be finite: the one at index %d of %d is %s."
                .formatted(index, vector.length, vector[index]));
      }
    }
  }

  /** The name of the model that made it. */
  public String model() {
    return model;
  }

  /** How many numbers it has. */
  public int dimension() {
    return vector.length;
  }

  /** A copy of its numbers. */
  public float[] vector() {
    return vector.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Embedding embedding
        && model.equals(embedding.model)
        && Arrays.equals(vector, embedding.vector);
  }

  @Override
  public int hashCode() {
    return 31 * model.hashCode() + Arrays.hashCode(vector);
  }

  /** The model and the dimension; the numbers would fill pages. */
  @Override
  public String toString() {
    return "Embedding[model=%s, dimension=%d]".formatted(model, vector.length);
  }
}
