package dev.aludel.domain;

/**
 * A value of a closed set that is stored as a text. The texts never change: databases that other
 * programs wrote hold them too.
 */
public interface StoredText {

  /** The text that stands for this value in every storage. */
  String stored();
}
