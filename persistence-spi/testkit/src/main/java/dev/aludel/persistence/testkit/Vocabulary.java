package dev.aludel.persistence.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.Cursor;
import dev.aludel.domain.InvalidCursorException;
import dev.aludel.domain.Keyset;
import dev.aludel.domain.MutableRepository;
import dev.aludel.domain.NotFoundException;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What every port of whole entities does, tried on one that is empty.
 *
 * @param id tells an entity's id
 * @param word what an entity is called in messages
 * @param keyset of all entities
 */
record Vocabulary<E, I>(
    MutableRepository<E, I> port, Function<E, I> id, String word, Keyset<E> keyset) {

  /**
   * Tries it all.
   *
   * @param changed has the id of {@code first}, and nothing else of it
   * @param inOrder others, as all entities are paged
   */
  void holds(E first, E changed, List<E> inOrder) {
    nothingIsThere(first);
    oneIsWrittenAndGoes(first, changed);
    manyAreWrittenAndPaged(inOrder);
  }

  private void nothingIsThere(E first) {
    I absent = id.apply(first);
    assertThat(port.count()).isZero();
    assertThat(port.find(absent)).isEmpty();
    assertThat(port.delete(absent)).isFalse();
    assertThat(port.page(PageRequest.first(1))).isEqualTo(new Page<>(List.of(), null));
    String message = "There is no %s with the id \"%s\".".formatted(word, absent);
    assertThatThrownBy(() -> port.get(absent))
        .isInstanceOf(NotFoundException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> port.update(first))
        .isInstanceOf(NotFoundException.class)
        .hasMessage(message);
  }

  private void oneIsWrittenAndGoes(E first, E changed) {
    port.insert(first);
    assertThat(port.get(id.apply(first))).isEqualTo(first);
    assertThatThrownBy(() -> port.insert(changed))
        .isInstanceOfSatisfying(
            ConflictException.class, error -> assertThat(error.columns()).containsExactly("id"));
    assertThat(port.find(id.apply(first))).contains(first);
    port.update(changed);
    assertThat(port.get(id.apply(first))).isEqualTo(changed);
    port.upsert(first);
    assertThat(port.get(id.apply(first))).isEqualTo(first);
    assertThat(port.count()).isEqualTo(1);
    assertThat(port.delete(id.apply(first))).isTrue();
    assertThat(port.find(id.apply(first))).isEmpty();
    port.upsert(first);
    assertThat(port.get(id.apply(first))).isEqualTo(first);
    port.delete(id.apply(first));
  }

  private void manyAreWrittenAndPaged(List<E> inOrder) {
    List<E> reversed = new ArrayList<>(inOrder);
    Collections.reverse(reversed);
    port.insertAll(List.of());
    port.insertAll(reversed);
    assertThat(port.count()).isEqualTo(inOrder.size());
    assertThatThrownBy(() -> port.insertAll(inOrder.subList(0, 1)))
        .isInstanceOf(ConflictException.class);
    for (int limit : List.of(1, 2, 500)) {
      assertThat(StorageContract.all(limit, port::page)).isEqualTo(inOrder);
    }
    List<E> streamed = port.stream(Stream::toList);
    assertThat(streamed).isEqualTo(inOrder);
    Page<E> page = port.page(PageRequest.first(1));
    assertThat(page.next()).contains(keyset.after(inOrder.get(0)));
    Cursor foreign = Keyset.<E>of("another query").after(inOrder.get(0));
    assertThatThrownBy(() -> port.page(PageRequest.after(foreign, 1)))
        .isInstanceOf(InvalidCursorException.class);
  }
}
