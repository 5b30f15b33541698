package dev.aludel.persistence.jooq.documentation;

import dev.aludel.domain.Json;
import org.jspecify.annotations.Nullable;

/** JSON that may be absent as a value of a statement. */
final class JsonText {

  private JsonText() {}

  static @Nullable String of(@Nullable Json json) {
    return json == null ? null : json.text();
  }
}
