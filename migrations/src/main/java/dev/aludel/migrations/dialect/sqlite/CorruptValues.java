package dev.aludel.migrations.dialect.sqlite;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values that would not be the same in a column of another type: converted to its affinity and back
 * to what they are now, they differ; or they are longer than the type.
 */
final class CorruptValues {
  private static final Set<String> TIMES = Set.of("date", "time", "timestamp", "datetime");
  private static final Pattern LENGTH = Pattern.compile("\\(\\s*(\\d+)\\s*\\)");
  private static final String NEVER = "false";
  private static final String ALWAYS = "true";

  private final String column;
  private final String type;
  private final Affinity affinity;
  private final boolean time;

  /**
   * @param column as SQL
   * @param type as SQL
   * @param typeName the type's words without arguments, in lower case
   */
  CorruptValues(String column, String type, String typeName) {
    this.column = column;
    this.type = type;
    this.affinity = Affinity.of(type);
    this.time = TIMES.contains(typeName.split(" ", 2)[0]);
  }

  /** A condition that holds for them. Most values of most columns are settled by their type. */
  String condition() {
    return affinity == Affinity.BLOB
        ? NEVER
        : "case typeof(%s) when 'null' then false when 'integer' then %s when 'real' then %s when 'text' then %s else %s end"
            .formatted(column, ofInteger(), ofReal(), ofText(), ofBlob());
  }

  /** The condition in a strict table, which takes no value that is of another type. */
  String conditionInStrictTable() {
    return switch (affinity) {
      case BLOB -> "typeof(%s) not in ('null', 'blob')".formatted(column);
      case TEXT -> "(%s) or typeof(%s) = 'blob'".formatted(condition(), column);
      case INTEGER, REAL, NUMERIC -> condition();
    };
  }

  private String ofInteger() {
    return affinity == Affinity.REAL ? changed("integer") : tooLong();
  }

  private String ofReal() {
    return switch (affinity) {
      case INTEGER -> time ? NEVER : changed("real") + " or " + atTheEdge();
      case TEXT -> changed("real") + " or " + tooLong();
      case REAL, NUMERIC, BLOB -> NEVER;
    };
  }

  // Casting takes these two for integers; storing does not, which a strict table refuses.
  private String atTheEdge() {
    return "abs(%s) = 9223372036854775808.0".formatted(column);
  }

  // Texts in a column of times stay texts, unless they look like numbers.
  private String ofText() {
    if (affinity == Affinity.TEXT) {
      return tooLong();
    }
    return time
        ? "cast(%1$s as numeric) = cast(%1$s as text) and %2$s".formatted(column, changed("text"))
        : changed("text");
  }

  private String ofBlob() {
    return affinity == Affinity.TEXT ? tooLong() : time ? NEVER : ALWAYS;
  }

  // The column's own collation may be blind to a difference.
  private String changed(String now) {
    return "cast(cast(%1$s as %2$s) as %3$s) collate binary is not %1$s"
        .formatted(column, affinity, now);
  }

  private String tooLong() {
    Matcher length = LENGTH.matcher(type);
    return affinity == Affinity.TEXT && length.find()
        ? "length(cast(%s as text)) > %s".formatted(column, length.group(1))
        : NEVER;
  }
}
