package dev.aludel.persistence.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.Cursor;
import dev.aludel.domain.MutableRepository;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link MutableRepository} does, whatever its entities are. The contracts of the ports
 * extend it with what each has besides.
 *
 * @param <E> the entity
 * @param <I> its id
 */
abstract class VocabularyContract<E, I> extends StorageContract {

  abstract MutableRepository<E, I> repository();

  abstract I id(E entity);

  /** An entity with all its fields; a greater number is later in the order of all entities. */
  abstract E entity(int number);

  /** The entity with the same id, and all other fields different. */
  abstract E changed(int number);

  final List<E> entities(int count) {
    return IntStream.range(0, count).mapToObj(this::entity).toList();
  }

  @Test
  @Rule("VOCABULARY-01")
  final void insert_keepsEveryField() {
    repository().insert(entity(1));

    assertThat(repository().find(id(entity(1)))).contains(entity(1));
    assertThat(repository().count()).isEqualTo(1);
  }

  @Test
  @Rule("VOCABULARY-02")
  final void insertAll_storesAll() {
    repository().insertAll(entities(1_000));

    assertThat(repository().count()).isEqualTo(1_000);
    assertThat(all(500, repository()::page)).isEqualTo(entities(1_000));
  }

  @Test
  @Rule("VOCABULARY-03")
  final void insertAll_storesNothing_whenOneIdIsThere() {
    repository().insert(entity(1));

    assertThatThrownBy(() -> repository().insertAll(entities(3)))
        .isInstanceOf(ConflictException.class);
    assertThat(all(10, repository()::page)).containsExactly(entity(1));
  }

  @Test
  @Rule("VOCABULARY-04")
  final void insertAll_storesNothing_whenAnIdIsTwiceInTheCollection() {
    assertThatThrownBy(() -> repository().insertAll(List.of(entity(0), entity(1), changed(0))))
        .isInstanceOf(ConflictException.class);
    assertThat(repository().count()).isZero();
  }

  @Test
  @Rule("VOCABULARY-05")
  final void insertAll_doesNothing_whenEmpty() {
    repository().insertAll(List.of());

    assertThat(repository().count()).isZero();
  }

  @Test
  @Rule("VOCABULARY-06")
  final void update_replacesEveryFieldOfOne() {
    repository().insertAll(entities(3));

    repository().update(changed(1));

    assertThat(repository().get(id(entity(1)))).isEqualTo(changed(1));
    assertThat(repository().get(id(entity(0)))).isEqualTo(entity(0));
    assertThat(repository().get(id(entity(2)))).isEqualTo(entity(2));
  }

  @Test
  @Rule("VOCABULARY-07")
  final void upsert_inserts_whenTheIdIsNotThere() {
    repository().upsert(entity(1));

    assertThat(repository().get(id(entity(1)))).isEqualTo(entity(1));
  }

  @Test
  @Rule("VOCABULARY-08")
  final void upsert_replacesEveryFieldOfOne_whenTheIdIsThere() {
    repository().insertAll(entities(3));

    repository().upsert(changed(1));
    repository().upsert(changed(1));

    assertThat(repository().get(id(entity(1)))).isEqualTo(changed(1));
    assertThat(repository().get(id(entity(0)))).isEqualTo(entity(0));
    assertThat(repository().count()).isEqualTo(3);
  }

  @Test
  @Rule("VOCABULARY-09")
  final void find_isEmpty_whenTheIdIsNotThere() {
    repository().insert(entity(1));

    assertThat(repository().find(id(entity(2)))).isEmpty();
  }

  @Test
  @Rule("VOCABULARY-10")
  final void delete_takesOneAlone() {
    repository().insertAll(entities(3));

    assertThat(repository().delete(id(entity(1)))).isTrue();

    assertThat(all(10, repository()::page)).containsExactly(entity(0), entity(2));
  }

  @Test
  @Rule("VOCABULARY-11")
  final void delete_saysSo_whenTheIdIsNotThere() {
    repository().insert(entity(1));

    assertThat(repository().delete(id(entity(2)))).isFalse();
    assertThat(repository().delete(id(entity(1)))).isTrue();
    assertThat(repository().delete(id(entity(1)))).isFalse();
  }

  @ParameterizedTest
  @Rule("VOCABULARY-12")
  @ValueSource(ints = {1, 2, 3, 6, 7, 8, 500})
  final void page_meetsEachOnceInOrder(int limit) {
    Stream.of(6, 3, 0, 5, 1, 4, 2).map(this::entity).forEach(repository()::insert);

    assertThat(all(limit, repository()::page)).isEqualTo(entities(7));
  }

  @Test
  @Rule("VOCABULARY-13")
  final void page_goesOnBehindARowThatIsGone() {
    repository().insertAll(entities(5));
    Page<E> first = repository().page(PageRequest.first(2));
    repository().delete(id(first.items().get(1)));

    Page<E> next = repository().page(PageRequest.after(cursor(first), 3));

    assertThat(next.items()).isEqualTo(entities(5).subList(2, 5));
  }

  @Test
  @Rule("VOCABULARY-14")
  final void stream_goesThroughAllInOrder() {
    assertThat(repository().<List<E>>stream(Stream::toList)).isEmpty();
    repository().insertAll(entities(250));

    assertThat(repository().<List<E>>stream(Stream::toList)).isEqualTo(entities(250));
    assertThat(repository().<List<E>>stream(all -> all.limit(2).toList())).isEqualTo(entities(2));
  }

  static Cursor cursor(Page<?> page) {
    return page.next().orElseThrow();
  }
}
