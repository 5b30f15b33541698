package dev.aludel.persistence.testkit.inmemory;

import dev.aludel.domain.Json;
import dev.aludel.persistence.StorableText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a table holds and which rules its rows keep. Immutable: each method that adds a rule gives a
 * new table. Tables are told apart by identity, so each one is a constant.
 *
 * @param <E> its rows
 * @param <I> their ids
 */
final class Table<E, I> {

  /** What happens to the rows that point to one that is deleted. */
  enum OnDelete {
    CASCADE,
    CLEAR,
    REFUSE
  }

  /** A text column; its value may be null. */
  record Text<E>(String place, Function<E, @Nullable String> value) {}

  /** A unique key besides the id; a row whose value is null has none. */
  record UniqueKey<E>(List<String> columns, Function<E, @Nullable Object> value) {}

  /**
   * A foreign key; a row whose target is null points nowhere.
   *
   * @param cleared the row without its target
   */
  record Reference<E>(
      String column,
      Table<?, ?> to,
      Function<E, @Nullable Object> target,
      OnDelete onDelete,
      UnaryOperator<E> cleared) {}

  private final String name;
  private final List<String> idColumns;
  private final Function<E, I> id;
  private final List<Text<E>> texts;
  private final List<UniqueKey<E>> uniqueKeys;
  private final List<Reference<E>> references;

  private Table(
      String name,
      List<String> idColumns,
      Function<E, I> id,
      List<Text<E>> texts,
      List<UniqueKey<E>> uniqueKeys,
      List<Reference<E>> references) {
    this.name = name;
    this.idColumns = idColumns;
    this.id = id;
    this.texts = texts;
    this.uniqueKeys = uniqueKeys;
    this.references = references;
  }

  /** A table whose primary key is the column {@code id}. */
  static <E, I> Table<E, I> of(String name, Function<E, I> id) {
    return of(name, List.of("id"), id);
  }

  static <E, I> Table<E, I> of(String name, List<String> idColumns, Function<E, I> id) {
    return new Table<>(name, idColumns, id, List.of(), List.of(), List.of());
  }

  Table<E, I> text(String column, Function<E, @Nullable String> value) {
    return new Table<>(
        name,
        idColumns,
        id,
        longer(texts, new Text<>(name + "." + column, value)),
        uniqueKeys,
        references);
  }

  /** A text column that holds JSON. */
  Table<E, I> json(String column, Function<E, @Nullable Json> value) {
    return text(
        column,
        row -> {
          Json json = value.apply(row);
          return json == null ? null : json.text();
        });
  }

  Table<E, I> unique(List<String> columns, Function<E, @Nullable Object> value) {
    return new Table<>(
        name,
        idColumns,
        id,
        texts,
        longer(uniqueKeys, new UniqueKey<>(columns, value)),
        references);
  }

  Table<E, I> references(
      String column, Table<?, ?> to, Function<E, @Nullable Object> target, OnDelete onDelete) {
    return references(new Reference<>(column, to, target, onDelete, row -> row));
  }

  /** A reference that a row loses when its target is deleted. */
  Table<E, I> clearing(
      String column,
      Table<?, ?> to,
      Function<E, @Nullable Object> target,
      UnaryOperator<E> cleared) {
    return references(new Reference<>(column, to, target, OnDelete.CLEAR, cleared));
  }

  private Table<E, I> references(Reference<E> reference) {
    return new Table<>(name, idColumns, id, texts, uniqueKeys, longer(references, reference));
  }

  String name() {
    return name;
  }

  List<String> idColumns() {
    return idColumns;
  }

  I idOf(E row) {
    return id.apply(row);
  }

  List<UniqueKey<E>> uniqueKeys() {
    return uniqueKeys;
  }

  List<Reference<E>> references() {
    return references;
  }

  /** Those references that point to the other table. */
  Stream<Reference<E>> referencesTo(Table<?, ?> other) {
    return references.stream().filter(reference -> reference.to() == other);
  }

  /**
   * @throws dev.aludel.domain.ValueNotStorableException when one of the row's texts cannot be
   *     stored
   */
  void requireStorable(E row) {
    for (Text<E> text : texts) {
      String value = text.value().apply(row);
      if (value != null) {
        StorableText.requireWritable(text.place(), value);
      }
    }
  }

  /** As {@link #requireStorable}, for a row whose id is asked for and not written. */
  void requireStorableBesidesId(E row) {
    for (Text<E> text : texts) {
      String value = text.value().apply(row);
      if (value != null && isId(text)) {
        StorableText.require(text.place(), value);
      } else if (value != null) {
        StorableText.requireWritable(text.place(), value);
      }
    }
  }

  private boolean isId(Text<E> text) {
    return idColumns.stream().anyMatch(column -> text.place().equals(name + "." + column));
  }

  private static <T> List<T> longer(List<T> list, T element) {
    List<T> longer = new ArrayList<>(list);
    longer.add(element);
    return List.copyOf(longer);
  }
}
