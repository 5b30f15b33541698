package dev.aludel.persistence.testkit;

import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.NewMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.domain.documentation.Document;
import dev.aludel.domain.documentation.Project;
import dev.aludel.domain.memory.Episode;
import dev.aludel.domain.memory.LongTermEntry;
import dev.aludel.domain.memory.SemanticMemory;
import dev.aludel.persistence.Repositories;
import dev.aludel.persistence.testkit.PortMethod.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Every call that finds records by a text, and texts that one might take for each other. */
final class TextQueries {

  private static final PageRequest MANY = PageRequest.first(500);

  /** None is empty: no id is. */
  static final List<String> TEXTS =
      Stream.concat(
              StorageContract.TEXTS.stream().filter(text -> !text.isEmpty()),
              Stream.of(
                  "q",
                  "Q",
                  "q ",
                  " q",
                  "q%",
                  "q_",
                  "q%z",
                  "qz",
                  "qzz",
                  "%",
                  "_",
                  "%%",
                  "*",
                  "q*",
                  "?",
                  "[q]",
                  "\\",
                  "\\\\",
                  "'",
                  "''",
                  "' or '1'='1",
                  "\"",
                  "é",
                  "e\u0301",
                  "i",
                  "I",
                  "İ",
                  "ı",
                  "ß",
                  "ss",
                  "1",
                  "01",
                  "1.0",
                  "null",
                  "NULL"))
          .toList();

  static final List<TextQuery<?>> ALL =
      List.of(
          query(
              "Sessions.pageOfUser[String, PageRequest]",
              "sessions.user_id",
              Session.class,
              (storage, text) -> storage.sessions().pageOfUser(text, MANY).items()),
          query(
              "Sessions.pageOfUserAndAgent[String, String, PageRequest]",
              "sessions.agent_id",
              Session.class,
              (storage, text) -> storage.sessions().pageOfUserAndAgent("user", text, MANY).items()),
          query(
              "Sessions.find[Id]",
              "sessions.id",
              Session.class,
              (storage, text) -> list(storage.sessions().find(new Session.Id(text)))),
          query(
              "Messages.find[Id]",
              "chat_messages.id",
              NewMessage.class,
              (storage, text) ->
                  list(
                      storage.messages().find(new ChatMessage.Id(text)).map(StoredKinds::asGiven))),
          query(
              "Episodes.pageOfType[String, PageRequest]",
              "episodes.event_type",
              Episode.class,
              (storage, text) -> storage.episodes().pageOfType(text, MANY).items()),
          query(
              "LongTerm.find[Key]",
              "long_term.key",
              LongTermEntry.class,
              (storage, text) -> list(storage.longTerm().find(new LongTermEntry.Key(text)))),
          prefix(),
          query(
              "SemanticMemories.pageOfCategory[String, PageRequest]",
              "semantic_memories.category",
              SemanticMemory.class,
              (storage, text) -> storage.semanticMemories().pageOfCategory(text, MANY).items()),
          query(
              "Projects.findByRootPath[String]",
              "projects.root_path",
              Project.class,
              (storage, text) -> list(storage.projects().findByRootPath(text))),
          query(
              "Documents.find[Id, String]",
              "documents.path",
              Document.class,
              (storage, text) -> list(storage.documents().find(World.PROJECT, text))),
          query(
              "Documents.pageByDigest[Id, String, PageRequest]",
              "documents.md5_digest",
              "documents.path",
              Document.class,
              (storage, text) ->
                  storage.documents().pageByDigest(World.PROJECT, text, MANY).items()));

  private TextQueries() {}

  /** The calls that there are. */
  static List<String> names() {
    return PortMethod.all().stream()
        .filter(TextQueries::findsByText)
        .map(PortMethod::toString)
        .toList();
  }

  private static boolean findsByText(PortMethod method) {
    Class<?> result = method.method().getReturnType();
    return method.method().getName().equals("find")
        ? method.parameters().stream().anyMatch(Parameter::isText)
        : (result == Page.class || result == Optional.class)
            && !method.taking(String.class).isEmpty();
  }

  private static TextQuery<LongTermEntry> prefix() {
    Component<LongTermEntry> key = field("long_term.key", LongTermEntry.class);
    return new TextQuery<>(
        "LongTerm.pageOfPrefix[String, PageRequest]",
        key,
        key,
        String::startsWith,
        (storage, text) -> storage.longTerm().pageOfPrefix(text, MANY).items());
  }

  private static <E extends Record> TextQuery<E> query(
      String name, String field, Class<E> type, BiFunction<Repositories, String, List<E>> find) {
    return query(name, field, field, type, find);
  }

  private static <E extends Record> TextQuery<E> query(
      String name,
      String field,
      String unique,
      Class<E> type,
      BiFunction<Repositories, String, List<E>> find) {
    return new TextQuery<>(name, field(field, type), field(unique, type), String::equals, find);
  }

  // The kind's records are of the type that is asked for.
  @SuppressWarnings("unchecked")
  private static <E extends Record> Component<E> field(String place, Class<E> type) {
    return (Component<E>)
        StoredKinds.ALL.stream()
            .filter(kind -> type.isInstance(kind.sample()))
            .flatMap(kind -> kind.components().stream())
            .filter(component -> component.place().equals(place))
            .findFirst()
            .orElseThrow();
  }

  private static <T> List<T> list(Optional<T> found) {
    return found.stream().toList();
  }
}
