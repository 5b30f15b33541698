package dev.aludel.persistence.jooq.memory;

import dev.aludel.domain.Json;
import org.jspecify.annotations.Nullable;

/** JSON as it is stored: as the text that it is. */
final class JsonText {

  private JsonText() {}

  static @Nullable String of(@Nullable Json json) {
    return json == null ? null : json.text();
  }
}
