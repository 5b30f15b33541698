package dev.aludel.persistence.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchRuntimeException;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.ConstraintViolationException;
import dev.aludel.domain.Json;
import dev.aludel.domain.NotFoundException;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.Repository;
import dev.aludel.domain.ValueNotStorableException;
import dev.aludel.domain.documentation.CodeElement;
import dev.aludel.persistence.Repositories;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Which errors every port answers with, what they say, and what they leave behind. */
public abstract class ErrorsContract extends StorageContract {

  private static final World WORLD = new World(3);
  private static final String SECRET = "secret";
  private static final long EPISODE = 5_000_001;

  private Stream<DynamicTest> ports(Consumer<PortMethod> test) {
    storage().write(WORLD::into);
    return PortMethod.ports().stream()
        .map(port -> DynamicTest.dynamicTest(port.getter().getName(), () -> test.accept(port)));
  }

  private Stream<DynamicTest> kinds(Consumer<Stored<?>> test) {
    storage().write(WORLD::into);
    return StoredKinds.ALL.stream()
        .map(kind -> DynamicTest.dynamicTest(kind.toString(), () -> test.accept(kind)));
  }

  @TestFactory
  @Rule("ERRORS-01")
  final Stream<DynamicTest> everyPort_findsNothing_byTheIdOfAnotherKind() {
    return ports(
        port -> {
          Repository<?, ?> repository = port.port(storage());
          Set<Object> own = ids(repository).collect(Collectors.toSet());
          long count = repository.count();
          idsOfEveryKind(port.idType()).stream()
              .filter(id -> !own.contains(id))
              .forEach(id -> assertNothingThere(repository, id));
          assertThat(repository.count()).isEqualTo(count).isPositive();
        });
  }

  // The id is of the port's type, which only it knows.
  @SuppressWarnings("unchecked")
  private static void assertNothingThere(Repository<?, ?> repository, Object id) {
    Repository<?, Object> asked = (Repository<?, Object>) repository;
    assertThat(asked.find(id)).isEmpty();
    assertThat(asked.delete(id)).isFalse();
    assertThatThrownBy(() -> asked.get(id))
        .isInstanceOfSatisfying(NotFoundException.class, error -> assertNames(error, id));
  }

  private static void assertNames(NotFoundException error, Object id) {
    assertThat(error.id()).isEqualTo(id.toString());
    assertThat(error).hasMessage("There is no %s with the id \"%s\".", error.entity(), id);
  }

  /** The ids of everything that is stored, as ids of the type. */
  private List<Object> idsOfEveryKind(Class<?> type) {
    return PortMethod.ports().stream()
        .flatMap(port -> ids(port.port(storage())))
        .flatMap(id -> as(type, id))
        .distinct()
        .toList();
  }

  private static Stream<Object> ids(Repository<?, ?> repository) {
    return repository.page(PageRequest.first(500)).items().stream().map(Component::idOf);
  }

  private static Stream<Object> as(Class<?> type, Object id) {
    if (PortMethod.isTextId(type)) {
      return Stream.of(PortMethod.textId(type, id.toString()));
    }
    if (PortMethod.isTextId(id.getClass())) {
      return Stream.empty();
    }
    long number = Long.parseLong(id.toString().replaceAll("[A-Z]+ ", ""));
    return type == CodeElement.Id.class
        ? Stream.of(CodeElement.Kind.values()).map(kind -> new CodeElement.Id(kind, number))
        : Stream.of(PortMethod.id(type, number));
  }

  @TestFactory
  @Rule("ERRORS-02")
  final Stream<DynamicTest> everyUpdate_refuses_whenTheIdIsNotThere() {
    return kinds(
        kind ->
            writes(kind, "update")
                .forEach(
                    update ->
                        assertThatThrownBy(() -> update.accept(storage(), kind.sample()))
                            .isInstanceOfSatisfying(
                                NotFoundException.class,
                                error -> assertNames(error, Component.idOf(kind.sample())))));
  }

  @TestFactory
  @Rule("ERRORS-03")
  final Stream<DynamicTest> everyInsert_refusesAndChangesNothing_whenTheIdIsThere() {
    return kinds(kind -> refusesTheSameId(kind));
  }

  private <E extends Record> void refusesTheSameId(Stored<E> kind) {
    Component<E> id = kind.components().get(0);
    E other = changed(kind);
    for (BiConsumer<Repositories, Record> insert : writes(kind, "insert", "insertAll")) {
      kind.store().accept(storage(), kind.sample());

      assertThatThrownBy(() -> insert.accept(storage(), other))
          .isInstanceOfSatisfying(
              ConflictException.class,
              error -> {
                assertThat(error.table()).isEqualTo(kind.table());
                assertThat(error.columns()).containsExactly(id.column());
              })
          .hasMessageNotContaining(SECRET)
          .hasMessage(
              "%s holds a row with the same key (%s) already; nothing was written. Use update or"
                  + " upsert, or another key.",
              kind.table(), id.column());
      assertThat(kind.find().apply(storage(), other)).contains(kind.sample());
      kind.remove().accept(storage(), other);
    }
  }

  /** The sample with its id and what it refers to, and other texts and words. */
  private static <E extends Record> E changed(Stored<E> kind) {
    E other = kind.sample();
    for (Component<E> component : kind.components()) {
      if (component.type().isEnum()) {
        Object[] constants = component.type().getEnumConstants();
        other = component.with(other, constants[constants.length - 1]);
      } else if (component.isText() && !component.isOwnId() && component.of() != null) {
        other = component.with(other, component.of(component.withText(SECRET)));
      }
    }
    return other;
  }

  @TestFactory
  @Rule("ERRORS-04")
  final Stream<DynamicTest> everyWrite_refuses_whenWhatItRefersToIsNotThere() {
    return kinds(kind -> kind.components().forEach(this::refusesToLeadNowhere));
  }

  private <E extends Record> void refusesToLeadNowhere(Component<E> component) {
    Stored<E> kind = component.kind();
    if (!component.isReference() || writes(kind, "insert").isEmpty()) {
      return;
    }
    for (long nowhere : List.of(999_999_999L, EPISODE)) {
      Record record = component.with(PortMethod.id(component.type(), nowhere));
      writes(kind, "insert", "insertAll", "upsert", "upsertByPath", "link", "report", "propose")
          .forEach(write -> assertLeadsNowhere(component, () -> write.accept(storage(), record)));
      kind.store().accept(storage(), kind.sample());
      writes(kind, "update", "upsert")
          .forEach(write -> assertLeadsNowhere(component, () -> write.accept(storage(), record)));
      assertThat(kind.find().apply(storage(), kind.sample())).contains(kind.sample());
      kind.remove().accept(storage(), kind.sample());
    }
  }

  private static void assertLeadsNowhere(Component<?> component, Runnable write) {
    assertThatThrownBy(write::run)
        .as("%s", component)
        .isInstanceOfSatisfying(
            ConstraintViolationException.class,
            error -> {
              assertThat(error.kind()).isEqualTo(ConstraintViolationException.Kind.FOREIGN_KEY);
              assertThat(error.table()).isEqualTo(component.kind().table());
              assertThat(error.columns()).contains(component.column());
            });
  }

  @TestFactory
  @Rule("ERRORS-05")
  final Stream<DynamicTest> refusedValue_leavesNothingOfItsCall_whenTheBlockGoesOn() {
    return kinds(kind -> kind.texts().forEach(this::leavesNothing));
  }

  private void leavesNothing(Component<?> field) {
    Record record = field.withText(field.type() == Json.class ? "\ud83d" : "a\0b");
    List<Long> before = World.counts(storage());
    for (PortMethod write : PortMethod.all()) {
      for (int index : write.taking(record.getClass())) {
        assertThatThrownBy(
                () ->
                    storage()
                        .write(
                            tx -> {
                              assertThatThrownBy(
                                      () ->
                                          write.invoke(
                                              tx, Arguments.with(write, WORLD, index, record)))
                                  .isInstanceOf(ValueNotStorableException.class);
                              return "";
                            }))
            .as("%s of %s", write, field)
            .isInstanceOf(ValueNotStorableException.class);
        assertThat(World.counts(storage())).as("%s of %s", write, field).isEqualTo(before);
      }
    }
  }

  @TestFactory
  @Rule("ERRORS-06")
  final Stream<DynamicTest> everyConflict_advisesWhatItsPortHas() {
    return kinds(
        kind -> {
          for (PortMethod write : PortMethod.all()) {
            for (int index : write.taking(kind.sample().getClass())) {
              conflicts(write, index, kind).forEach(one -> assertAdvises(write, one));
            }
          }
        });
  }

  /** What the method answers to what is there already, and to the same under another id. */
  private List<ConflictException> conflicts(PortMethod write, int index, Stored<?> kind) {
    List<ConflictException> conflicts = new ArrayList<>();
    for (Record record : List.of(kind.sample(), underAnotherId(kind))) {
      RuntimeException thrown =
          catchRuntimeException(
              () ->
                  storage()
                      .write(
                          tx -> {
                            kind.into(tx);
                            write.invoke(tx, Arguments.with(write, WORLD, index, record));
                            throw new UnsupportedOperationException("Undo it.");
                          }));
      if (thrown instanceof ConflictException conflict) {
        conflicts.add(conflict);
      }
    }
    return conflicts;
  }

  private static <E extends Record> E underAnotherId(Stored<E> kind) {
    Component<E> id = kind.components().get(0);
    return PortMethod.isNumberId(id.type()) ? id.with(PortMethod.id(id.type(), 78)) : kind.sample();
  }

  // Words that name methods name those of this port.
  private static void assertAdvises(PortMethod write, ConflictException conflict) {
    Set<String> own =
        methods()
            .filter(one -> one.isOfPortOf(write))
            .map(ErrorsContract::name)
            .collect(Collectors.toSet());
    Set<String> others =
        methods()
            .map(ErrorsContract::name)
            .filter(name -> !own.contains(name))
            .collect(Collectors.toSet());
    String advice =
        String.valueOf(conflict.getMessage()).replaceFirst(".*nothing was \\w+\\. ", "");

    assertThat(advice.split("\\W+"))
        .as("%s: %s", write, advice)
        .doesNotContainAnyElementsOf(others);
  }

  private static Stream<PortMethod> methods() {
    return PortMethod.all().stream();
  }

  private static String name(PortMethod method) {
    return method.method().getName();
  }

  /** The methods of these names that take records of the kind. */
  private static List<BiConsumer<Repositories, Record>> writes(Stored<?> kind, String... names) {
    List<BiConsumer<Repositories, Record>> writes = new ArrayList<>();
    for (PortMethod method : PortMethod.all()) {
      if (List.of(names).contains(method.method().getName())) {
        for (int index : method.taking(kind.sample().getClass())) {
          writes.add(
              (storage, record) ->
                  method.invoke(storage, Arguments.with(method, WORLD, index, record)));
        }
      }
    }
    return writes;
  }
}
