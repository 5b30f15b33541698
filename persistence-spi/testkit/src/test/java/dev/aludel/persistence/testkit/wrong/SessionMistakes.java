package dev.aludel.persistence.testkit.wrong;

import dev.aludel.domain.conversation.Session;
import dev.aludel.domain.conversation.Sessions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mistakes with whole sessions. */
final class SessionMistakes {

  static final List<Mistake> ALL =
      List.of(
          new Mistake("loses the last insert", "SESSIONS-01", SessionMistakes::losesTheLastInsert),
          new Mistake("replaces by deleting", "SESSIONS-06", SessionMistakes::replacesByDeleting),
          new Mistake(
              "keeps the caller's list", "SESSIONS-14", SessionMistakes::keepsTheCallersList),
          new Mistake(
              "assigns over another agent",
              "SESSIONS-18",
              SessionMistakes::assignsOverAnotherAgent));

  private static final ThreadLocal<@Nullable Call> KEPT = new ThreadLocal<>();

  private SessionMistakes() {}

  private static @Nullable Object losesTheLastInsert(Call call) throws Throwable {
    if (call.is(Sessions.class, "insertAll")) {
      List<Session> given = call.arguments(0, Session.class);
      return call.with(given.subList(0, Math.max(0, given.size() - 1))).proceed();
    }
    return call.proceed();
  }

  // An upsert as many databases offer it: delete, then insert.
  private static @Nullable Object replacesByDeleting(Call call) throws Throwable {
    if (call.is(Sessions.class, "upsert")) {
      Session session = call.argument(0, Session.class);
      ((Sessions) call.target()).delete(session.id());
    }
    return call.proceed();
  }

  // Stores what it was given when somebody asks for it; the caller's list may be another then.
  private static @Nullable Object keepsTheCallersList(Call call) throws Throwable {
    Call before = KEPT.get();
    KEPT.remove();
    if (before != null) {
      before.proceed();
    }
    if (call.is(Sessions.class, "insertAll")) {
      KEPT.set(call);
      return null;
    }
    return call.proceed();
  }

  private static @Nullable Object assignsOverAnotherAgent(Call call) throws Throwable {
    if (!call.is(Sessions.class, "assignAgent")) {
      return call.proceed();
    }
    Sessions sessions = (Sessions) call.target();
    Session found = sessions.get(call.argument(0, Session.Id.class));
    sessions.update(
        new Session(
            found.id(),
            found.userId(),
            found.nameOrNull(),
            call.argument(1, String.class),
            found.createdAt(),
            found.updatedAt()));
    return true;
  }
}
