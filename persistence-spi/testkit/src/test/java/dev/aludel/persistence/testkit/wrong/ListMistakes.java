package dev.aludel.persistence.testkit.wrong;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.Cursor;
import dev.aludel.domain.InvalidCursorException;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.conversation.ConversationKeysets;
import dev.aludel.domain.conversation.Session;
import dev.aludel.domain.conversation.Sessions;
import dev.aludel.domain.documentation.Project;
import dev.aludel.domain.documentation.Projects;
import dev.aludel.domain.memory.LongTerm;
import dev.aludel.domain.memory.Turns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Mistakes with lists, their cursors, and what is looked for. */
final class ListMistakes {

  static final List<Mistake> ALL =
      List.of(
          new Mistake("pages by offset", "SESSIONS-11", ListMistakes::pagesByOffset),
          new Mistake("sorts text as people do", "SESSIONS-10", ListMistakes::sortsTextAsPeopleDo),
          new Mistake("takes any cursor", "PAGING-03", ListMistakes::takesAnyCursor),
          new Mistake(
              "takes the cursor of another user",
              "PAGING-04",
              ListMistakes::takesTheCursorOfAnotherUser),
          new Mistake(
              "gives fewer than are asked for",
              "PAGING-07",
              ListMistakes::givesFewerThanAreAskedFor),
          new Mistake(
              "takes a percent sign for anything",
              "TEXTS-06",
              ListMistakes::takesAPercentSignForAnything),
          new Mistake("finds texts in any case", "TEXTS-06", ListMistakes::findsTextsInAnyCase));

  private static final Map<Cursor, Integer> OFFSETS = new ConcurrentHashMap<>();

  private ListMistakes() {}

  private static @Nullable Object pagesByOffset(Call call) throws Throwable {
    if (!call.is(Sessions.class, "page")) {
      return call.proceed();
    }
    PageRequest request = call.argument(0, PageRequest.class);
    ConversationKeysets.SESSIONS.position(request);
    int begin = request.cursor().map(OFFSETS::get).orElse(0);
    List<Session> all = ((Sessions) call.target()).<List<Session>>stream(Stream::toList);
    List<Session> items = all.stream().skip(begin).limit(request.limit()).toList();
    int end = begin + items.size();
    if (end == all.size()) {
      return new Page<>(items, null);
    }
    Cursor next = ConversationKeysets.SESSIONS.after(items.get(items.size() - 1));
    OFFSETS.put(next, end);
    return new Page<>(items, next);
  }

  private static @Nullable Object sortsTextAsPeopleDo(Call call) throws Throwable {
    Object answer = call.proceed();
    if (!call.is(Sessions.class, "page")) {
      return answer;
    }
    Page<?> page = (Page<?>) requireNonNull(answer);
    List<Session> sorted = new ArrayList<>(page.items().stream().map(Session.class::cast).toList());
    sorted.sort(
        Comparator.comparing(Session::createdAt)
            .thenComparing(session -> session.id().value(), String.CASE_INSENSITIVE_ORDER));
    return new Page<>(sorted, page.nextOrNull());
  }

  private static @Nullable Object takesAnyCursor(Call call) throws Throwable {
    try {
      return call.proceed();
    } catch (InvalidCursorException ignored) {
      return new Page<>(List.of(), null);
    }
  }

  private static @Nullable Object takesTheCursorOfAnotherUser(Call call) throws Throwable {
    if (!call.is(Sessions.class, "pageOfUser")) {
      return call.proceed();
    }
    try {
      return call.proceed();
    } catch (InvalidCursorException ofAnother) {
      int limit = call.argument(1, PageRequest.class).limit();
      return call.with(call.arguments().get(0), PageRequest.first(limit)).proceed();
    }
  }

  private static @Nullable Object givesFewerThanAreAskedFor(Call call) throws Throwable {
    if (!call.is(Turns.class, "pageNewestFirst")) {
      return call.proceed();
    }
    PageRequest asked = call.argument(0, PageRequest.class);
    return call.with(new PageRequest(Math.min(100, asked.limit()), asked.cursorOrNull())).proceed();
  }

  private static @Nullable Object takesAPercentSignForAnything(Call call) throws Throwable {
    if (!call.is(LongTerm.class, "pageOfPrefix")) {
      return call.proceed();
    }
    String prefix = call.argument(0, String.class);
    return call.with(prefix.replaceFirst("%.*", ""), call.arguments().get(1)).proceed();
  }

  private static @Nullable Object findsTextsInAnyCase(Call call) throws Throwable {
    if (!call.is(Projects.class, "findByRootPath")) {
      return call.proceed();
    }
    String root = call.argument(0, String.class);
    return ((Projects) call.target())
        .<Optional<Project>>stream(
            all -> all.filter(one -> one.rootPath().equalsIgnoreCase(root)).findFirst());
  }
}
