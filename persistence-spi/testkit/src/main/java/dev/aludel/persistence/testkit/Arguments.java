package dev.aludel.persistence.testkit;

import dev.aludel.domain.Json;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.domain.conversation.Window;
import dev.aludel.domain.documentation.ChangeRecord;
import dev.aludel.domain.documentation.CodeElement;
import dev.aludel.domain.documentation.DesignDecision;
import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.DocumentRelationship;
import dev.aludel.domain.documentation.FileState;
import dev.aludel.domain.documentation.Inconsistency;
import dev.aludel.domain.documentation.Project;
import dev.aludel.domain.documentation.Recommendation;
import dev.aludel.domain.memory.ConfidenceRange;
import dev.aludel.domain.memory.Episode;
import dev.aludel.domain.memory.LongTermEntry;
import dev.aludel.domain.memory.SemanticMemory;
import dev.aludel.domain.memory.TimeRange;
import dev.aludel.domain.memory.Turn;
import dev.aludel.domain.memory.UncertaintyEntry;
import dev.aludel.persistence.testkit.PortMethod.Parameter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** For each type that a method of a port takes, an argument that fits a world, and another one. */
final class Arguments {

  /** What a method is called with, and what it is called with instead. */
  private record Pair(Object usual, Object other) {}

  private static final Instant NOON = StorageContract.NOON;

  private static final Map<Class<?>, Pair> BY_TYPE =
      Map.ofEntries(
          Map.entry(String.class, new Pair(World.WORD, "b")),
          Map.entry(Session.Id.class, new Pair(World.SESSION, World.OTHER_SESSION)),
          Map.entry(ChatMessage.Id.class, pair("m-0001", "n-1", ChatMessage.Id::new)),
          Map.entry(LongTermEntry.Key.class, pair("a 0001", "b", LongTermEntry.Key::new)),
          Map.entry(Json.class, pair("null", "[]", Json::new)),
          Map.entry(Window.class, new Pair(Window.ofMessages(500), Window.ofCharacters(1))),
          Map.entry(Instant.class, new Pair(NOON, NOON.plusMillis(1))),
          Map.entry(
              TimeRange.class,
              new Pair(
                  new TimeRange(NOON, NOON.plusMillis(1)),
                  new TimeRange(NOON, NOON.plusMillis(2)))),
          Map.entry(
              ConfidenceRange.class,
              new Pair(new ConfidenceRange(0.25, 0.75), new ConfidenceRange(0, 1))),
          Map.entry(int.class, new Pair(3, 2)),
          Map.entry(PageRequest.class, new Pair(PageRequest.first(500), PageRequest.first(1))),
          Map.entry(Project.Id.class, new Pair(World.PROJECT, World.OTHER_PROJECT)),
          Map.entry(Document.Id.class, new Pair(World.DOCUMENT, World.OTHER_DOCUMENT)),
          Map.entry(
              Inconsistency.Id.class, new Pair(World.INCONSISTENCY, World.OTHER_INCONSISTENCY)),
          Map.entry(
              Recommendation.Id.class, new Pair(World.RECOMMENDATION, World.OTHER_RECOMMENDATION)),
          Map.entry(
              CodeElement.Id.class,
              new Pair(
                  new CodeElement.Id(CodeElement.Kind.FUNCTION, 13_000_001),
                  new CodeElement.Id(CodeElement.Kind.CLASS, 14_000_001))),
          Map.entry(Episode.Id.class, numbers(5_000_001, Episode.Id::new)),
          Map.entry(Turn.Id.class, numbers(6_000_001, Turn.Id::new)),
          Map.entry(UncertaintyEntry.Id.class, numbers(7_000_001, UncertaintyEntry.Id::new)),
          Map.entry(SemanticMemory.Id.class, numbers(8_000_001, SemanticMemory.Id::new)),
          Map.entry(
              DocumentRelationship.Id.class, numbers(11_000_001, DocumentRelationship.Id::new)),
          Map.entry(DesignDecision.Id.class, numbers(15_000_001, DesignDecision.Id::new)),
          Map.entry(ChangeRecord.Id.class, numbers(16_000_001, ChangeRecord.Id::new)),
          Map.entry(
              FileState.class,
              new Pair(
                  new FileState("a/2000001", NOON, 1, "a"),
                  new FileState("a/2000001", NOON, 2, "b"))),
          Map.entry(Function.class, new Pair(counting(), counting())));

  private Arguments() {}

  private static Pair pair(String usual, String other, Function<String, Object> made) {
    return new Pair(made.apply(usual), made.apply(other));
  }

  private static Pair numbers(long usual, Function<Long, Object> made) {
    return new Pair(made.apply(usual), made.apply(usual + 1));
  }

  private static Function<Stream<?>, Long> counting() {
    return Stream::count;
  }

  /** What a method is called with in this world. */
  static List<Object> of(PortMethod method, World world) {
    return method.parameters().stream()
        .map(parameter -> wrapped(parameter, usual(method, parameter, world)))
        .toList();
  }

  /** The same, with the other value for one parameter. */
  static List<@Nullable Object> withOther(PortMethod method, World world, int index) {
    Class<?> type = method.parameters().get(index).type();
    return with(method, world, index, pair(type, world).other());
  }

  /** The same, with a given value for one parameter. */
  static List<@Nullable Object> with(PortMethod method, World world, int index, Object value) {
    List<@Nullable Object> arguments = new ArrayList<>(of(method, world));
    arguments.set(index, wrapped(method.parameters().get(index), value));
    return arguments;
  }

  private static Object usual(PortMethod method, Parameter parameter, World world) {
    return method.method().getName().equals("appendAfter") && parameter.type() == long.class
        ? (Object) world.last()
        : pair(parameter.type(), world).usual();
  }

  private static Object wrapped(Parameter parameter, Object value) {
    if (Collection.class.isAssignableFrom(parameter.raw())) {
      return List.of(value);
    }
    return parameter.raw() == Optional.class ? Optional.of(value) : value;
  }

  private static Pair pair(Class<?> type, World world) {
    if (type == long.class) {
      return new Pair(world.middle(), world.middle() + 1);
    }
    if (type.isEnum()) {
      return constants(type);
    }
    Pair known = BY_TYPE.get(type);
    return known != null ? known : stored(type);
  }

  private static Pair constants(Class<?> type) {
    Object[] constants = type.getEnumConstants();
    // What is proposed in a world is rejected, all else is what its type begins with.
    return type == Recommendation.Status.class
        ? new Pair(Recommendation.Status.REJECTED, Recommendation.Status.ACTIVE)
        : type == Inconsistency.Severity.class
            ? new Pair(Inconsistency.Severity.MAJOR, Inconsistency.Severity.MINOR)
            : new Pair(constants[0], constants[1]);
  }

  private static Pair stored(Class<?> type) {
    Record sample = StoredKinds.of(type).sample();
    return new Pair(sample, sample);
  }
}
