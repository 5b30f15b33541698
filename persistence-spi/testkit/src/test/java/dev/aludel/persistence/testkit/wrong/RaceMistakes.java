package dev.aludel.persistence.testkit.wrong;

import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.Messages;
import dev.aludel.domain.conversation.Session;
import dev.aludel.domain.conversation.Sessions;
import dev.aludel.persistence.Health;
import dev.aludel.persistence.Storage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Mistakes that show when several threads are at work, or make one wait for ever. */
final class RaceMistakes {

  static final List<Mistake> ALL =
      List.of(
          new Mistake(
              "looks before it assigns an agent",
              "SESSIONS-19",
              RaceMistakes::looksBeforeItAssignsAnAgent),
          new Mistake("appends without a lock", "APPEND-12", RaceMistakes::appendsWithoutALock),
          new Mistake("keeps a health for ever", "CLOSING-01", RaceMistakes::keepsAHealthForEver),
          new Mistake(
              "serves its owner again and again",
              "CONCURRENCY-07",
              RaceMistakes::servesItsOwnerAgainAndAgain));

  /** Who has written last, and when. */
  private record Turn(Thread owner, long since) {
    boolean isOfAnother() {
      return owner != Thread.currentThread()
          && owner.isAlive()
          && System.nanoTime() - since < LONG.toNanos();
    }
  }

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final AtomicReference<@Nullable Turn> TURN = new AtomicReference<>();

  private RaceMistakes() {}

  private static @Nullable Object looksBeforeItAssignsAnAgent(Call call) throws Throwable {
    if (!call.is(Sessions.class, "assignAgent")) {
      return call.proceed();
    }
    Sessions sessions = (Sessions) call.target();
    Session found = sessions.get(call.argument(0, Session.Id.class));
    boolean free = found.agentId().isEmpty();
    LockSupport.parkNanos(1);
    if (free) {
      sessions.update(
          new Session(
              found.id(),
              found.userId(),
              found.nameOrNull(),
              call.argument(1, String.class),
              found.createdAt(),
              found.updatedAt()));
    }
    return free;
  }

  // The numbers follow the last one that it saw, which another thread saw too.
  private static @Nullable Object appendsWithoutALock(Call call) throws Throwable {
    if (!call.is(Messages.class, "append")) {
      return call.proceed();
    }
    long last = ((Messages) call.target()).lastSeq(call.argument(0, Session.Id.class));
    LockSupport.parkNanos(1);
    List<ChatMessage> numbered = new ArrayList<>();
    for (ChatMessage message : call.list(ChatMessage.class)) {
      numbered.add(
          new ChatMessage(
              message.id(),
              message.sessionId(),
              last + numbered.size() + 1,
              message.text(),
              message.senderTypeOrNull(),
              message.senderNameOrNull(),
              message.createdAt()));
    }
    return List.copyOf(numbered);
  }

  private static @Nullable Object keepsAHealthForEver(Call call) throws Throwable {
    return call.is(Storage.class, "health")
        ? new Health(Duration.ofMillis(1), null)
        : call.proceed();
  }

  // The turn stays with the thread that had it, as long as that one comes again.
  private static @Nullable Object servesItsOwnerAgainAndAgain(Call call) throws Throwable {
    boolean writes = call.is(Storage.class, "write") || call.is(Sessions.class, "insert");
    if (writes) {
      Turn turn = TURN.get();
      while (turn != null && turn.isOfAnother()) {
        Thread.sleep(10);
        turn = TURN.get();
      }
      TURN.set(new Turn(Thread.currentThread(), System.nanoTime()));
    }
    return call.proceed();
  }
}
