package dev.aludel.persistence.jooq.statement;

import dev.aludel.persistence.StorableText;

/**
 * A place that a statement's value goes to.
 *
 * @param place the column {@code sessions.name}, or what the value is for
 */
record Parameter(String place, Use use) {

  /** What a statement does with a value. */
  enum Use {
    /** The value will be stored. */
    WRITTEN {
      @Override
      String require(String place, String text) {
        return StorableText.requireWritable(place, text);
      }
    },
    /** The value is compared with what is stored. */
    ASKED_FOR {
      @Override
      String require(String place, String text) {
        return StorableText.require(place, text);
      }
    };

    abstract String require(String place, String text);
  }

  /** Gives a text back if it may go there. */
  String require(String text) {
    return use.require(place, text);
  }
}
