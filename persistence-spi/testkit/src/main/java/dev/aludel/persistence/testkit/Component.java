package dev.aludel.persistence.testkit;

import dev.aludel.domain.Json;
import dev.aludel.domain.memory.Embedding;
import dev.aludel.persistence.StorableText;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A component of the records of one kind. */
record Component<E extends Record>(Stored<E> kind, RecordComponent component) {

  Class<?> type() {
    return component.getType();
  }

  /** Whether it may be null. */
  boolean mayBeAbsent() {
    return component.getName().endsWith("OrNull");
  }

  /** The column in which it is stored. */
  String column() {
    String name = component.getName().replaceFirst("OrNull$", "");
    return kind.columns()
        .getOrDefault(name, name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
  }

  /** Where it is stored: {@code sessions.name}. */
  String place() {
    return kind.table() + "." + column();
  }

  /** Whether it is the record's own id, and not that of something else. */
  boolean isOwnId() {
    return type().isRecord() && !isReference() && type() != Json.class;
  }

  /** Whether it is the id of something else. */
  boolean isReference() {
    return type().getSimpleName().equals("Id") && !component.getName().equals("id");
  }

  boolean isText() {
    return type() == String.class
        || type() == Json.class
        || type() == Embedding.class
        || (isOwnId() && PortMethod.isTextId(type()));
  }

  /** Whether its texts are short: an index holds them. */
  boolean isKey() {
    return StorableText.keys().contains(place());
  }

  /** The sample with a text here. */
  E withText(String text) {
    if (type() == Json.class) {
      return with(new Json(quoted(text)));
    }
    if (type() == Embedding.class) {
      return with(new Embedding(text, 1f));
    }
    return with(type() == String.class ? text : PortMethod.textId(type(), text));
  }

  // JSON allows all but quotation marks, backslashes and control characters as they are.
  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars()
        .forEach(
            character -> {
              if (character < ' ' || character == '"' || character == '\\') {
                json.append("\\u%04x".formatted(character));
              } else {
                json.append((char) character);
              }
            });
    return json.append('"').toString();
  }

  /** What the sample has here. */
  @Nullable Object of() {
    return of(kind.sample());
  }

  /** What a record has here. */
  @Nullable Object of(Record record) {
    return value(component, record);
  }

  /** The sample with this value here, unless the record refuses it. */
  E with(@Nullable Object value) {
    return with(kind.sample(), value);
  }

  /** A record with this value here, unless it refuses it. */
  E with(E record, @Nullable Object value) {
    RecordComponent[] all = record.getClass().getRecordComponents();
    Class<?>[] types = Stream.of(all).map(RecordComponent::getType).toArray(Class<?>[]::new);
    @Nullable Object[] values =
        Stream.of(all)
            .map(one -> one.getName().equals(component.getName()) ? value : value(one, record))
            .toArray();
    try {
      @SuppressWarnings("unchecked")
      Constructor<E> constructor = (Constructor<E>) record.getClass().getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (InvocationTargetException refused) {
      throw PortMethod.unchecked(refused.getCause());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A record's first component, which its id is. */
  static Object idOf(Object record) {
    return Objects.requireNonNull(
        value(record.getClass().getRecordComponents()[0], (Record) record));
  }

  private static @Nullable Object value(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return place();
  }
}
