package dev.aludel.persistence.testkit.wrong;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.ConflictException;
import dev.aludel.domain.Cursor;
import dev.aludel.domain.InvalidCursorException;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.StorageUnavailableException;
import dev.aludel.domain.TransientStorageException;
import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.ConversationKeysets;
import dev.aludel.domain.conversation.Messages;
import dev.aludel.domain.conversation.NewMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.domain.conversation.Sessions;
import dev.aludel.domain.conversation.Window;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.TransactionBlock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an author of an adapter may get wrong, and the rule that finds it. */
enum Mistake {
  /** None: what wraps the mistakes makes none of its own. */
  NONE("") {
    @Override
    @Nullable Object make(Call call) throws Throwable {
      return call.proceed();
    }
  },

  LOSES_THE_LAST_INSERT("SESSIONS-05") {
    @Override
    @Nullable Object make(Call call) throws Throwable {
      if (call.is(Sessions.class, "insertAll")) {
        List<Session> given = call.arguments(0, Session.class);
        return call.with(given.subList(0, Math.max(0, given.size() - 1))).proceed();
      }
      return call.proceed();
    }
  },

  SWALLOWS_CONFLICTS("SESSIONS-04") {
    @Override
    @Nullable Object make(Call call) throws Throwable {
      try {
        return call.proceed();
      } catch (ConflictException swallowed) {
        return null;
      }
    }
  },

  ROUNDS_TIMES_TO_SECONDS("SESSIONS-02") {
    @Override
    @Nullable Object make(Call call) throws Throwable {
      return call.is(Sessions.class, "insert")
          ? call.with(rounded(call.argument(0, Session.class))).proceed()
          : call.proceed();
    }

    private Session rounded(Session session) {
      return new Session(
          session.id(),
          session.userId(),
          session.nameOrNull(),
          session.agentIdOrNull(),
          rounded(session.createdAt()),
          rounded(session.updatedAt()));
    }

    private Instant rounded(Instant time) {
      return time.truncatedTo(ChronoUnit.SECONDS);
    }
  },

  /** An upsert as many databases offer it: delete, then insert. */
  REPLACES_BY_DELETING("SESSIONS-11") {
    @Override
    @Nullable Object make(Call call) throws Throwable {
      if (call.is(Sessions.class, "upsert")) {
        Session session = call.argument(0, Session.class);
        ((Sessions) call.target()).delete(session.id());
      }
      return call.proceed();
    }
  },

  PAGES_BY_OFFSET("SESSIONS-18") {
    @Override
    @Nullable Object make(Call call) throws Throwable {
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
  },

  SORTS_TEXT_AS_PEOPLE_DO("SESSIONS-16") {
    @Override
    @Nullable Object make(Call call) throws Throwable {
      Object answer = call.proceed();
      if (!call.is(Sessions.class, "page")) {
        return answer;
      }
      Page<?> page = (Page<?>) requireNonNull(answer);
      List<Session> sorted =
          new ArrayList<>(page.items().stream().map(Session.class::cast).toList());
      sorted.sort(
          Comparator.comparing(Session::createdAt)
              .thenComparing(session -> session.id().value(), String.CASE_INSENSITIVE_ORDER));
      return new Page<>(sorted, page.nextOrNull());
    }
  },

  TAKES_ANY_CURSOR("SESSIONS-21") {
    @Override
    @Nullable Object make(Call call) throws Throwable {
      try {
        return call.proceed();
      } catch (InvalidCursorException ignored) {
        return new Page<>(List.of(), null);
      }
    }
  },

  ASSIGNS_OVER_ANOTHER_AGENT("SESSIONS-29") {
    @Override
    @Nullable Object make(Call call) throws Throwable {
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
  },

  /** Stores what it was given when somebody asks for it; the caller's list may be another then. */
  KEEPS_THE_CALLERS_LIST("SESSIONS-24") {
    @Override
    @Nullable Object make(Call call) throws Throwable {
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
  },

  LEAKS_ACROSS_SESSIONS("MESSAGES-03") {
    @Override
    @Nullable Object make(Call call) throws Throwable {
      return call.is(Messages.class, "page") && call.has(0, Session.Id.class)
          ? ((Messages) call.target()).page(call.argument(1, PageRequest.class))
          : call.proceed();
    }
  },

  CUTS_A_WINDOW_IN_SILENCE("MESSAGES-14") {
    @Override
    @Nullable Object make(Call call) throws Throwable {
      if (!call.is(Messages.class, "window")) {
        return call.proceed();
      }
      Window asked = call.argument(1, Window.class);
      Window cut = new Window(Math.min(500, asked.messages()), asked.characters());
      return call.with(call.arguments().get(0), cut).proceed();
    }
  },

  CHECKS_NO_EXPECTED_NUMBER("APPEND-19") {
    @Override
    @Nullable Object make(Call call) throws Throwable {
      return call.is(Messages.class, "appendAfter")
          ? ((Messages) call.target())
              .append(call.argument(0, Session.Id.class), call.arguments(2, NewMessage.class))
          : call.proceed();
    }
  },

  /** Numbers by counting what is there, so that a deleted message's number comes again. */
  COUNTS_WHAT_IS_THERE("APPEND-13") {
    @Override
    @Nullable Object make(Call call) throws Throwable {
      if (!call.is(Messages.class, "append")) {
        return call.proceed();
      }
      List<ChatMessage> appended = call.list(ChatMessage.class);
      return appended.stream().map(message -> counted(call, message)).toList();
    }

    private ChatMessage counted(Call call, ChatMessage message) {
      long there = ((Messages) call.target()).count(message.sessionId());
      return new ChatMessage(
          message.id(),
          message.sessionId(),
          there,
          message.text(),
          message.senderTypeOrNull(),
          message.senderNameOrNull(),
          message.createdAt());
    }
  },

  IGNORES_ROLLBACK("TRANSACTIONS-02") {
    @Override
    @Nullable Object make(Call call) throws Throwable {
      if (!call.is(Storage.class, "write")) {
        return call.proceed();
      }
      List<RuntimeException> thrown = new ArrayList<>();
      TransactionBlock<?> block = call.argument(0, TransactionBlock.class);
      TransactionBlock<@Nullable Object> silenced =
          transaction -> {
            try {
              return block.run(transaction);
            } catch (RuntimeException failure) {
              thrown.add(failure);
              return "";
            }
          };
      Object answer = call.with(silenced).proceed();
      if (!thrown.isEmpty()) {
        throw thrown.get(0);
      }
      return answer;
    }
  },

  LETS_A_READ_BLOCK_WRITE("TRANSACTIONS-05") {
    @Override
    @Nullable Object make(Call call) throws Throwable {
      if (!call.is(Storage.class, "read")) {
        return call.proceed();
      }
      TransactionBlock<?> block = call.argument(0, TransactionBlock.class);
      return ((Storage) call.target()).write(block);
    }
  },

  /** Reads all rows first: no bounded memory, and no end of the stream with its transaction. */
  STREAMS_A_LIST("STREAMING-06") {
    @Override
    @Nullable Object make(Call call) throws Throwable {
      if (!call.is(Messages.class, "stream") || !call.has(0, Session.Id.class)) {
        return call.proceed();
      }
      Function<Stream<ChatMessage>, ?> reader = reader(call);
      Session.Id session = call.argument(0, Session.Id.class);
      List<ChatMessage> rows =
          ((Messages) call.target()).<List<ChatMessage>>stream(session, Stream::toList);
      return reader.apply(rows.stream());
    }

    // The signature of Messages.stream says so.
    @SuppressWarnings("unchecked")
    private Function<Stream<ChatMessage>, ?> reader(Call call) {
      return call.argument(1, Function.class);
    }
  },

  GIVES_UP_AT_ONCE("TRANSACTIONS-14") {
    @Override
    @Nullable Object make(Call call) throws Throwable {
      if (!call.is(Storage.class, "write")) {
        return call.proceed();
      }
      TransactionBlock<?> block = call.argument(0, TransactionBlock.class);
      TransactionBlock<@Nullable Object> once =
          transaction -> {
            try {
              return block.run(transaction);
            } catch (TransientStorageException failure) {
              throw new StorageUnavailableException("No second try.", failure);
            }
          };
      return call.with(once).proceed();
    }
  };

  private static final Map<Cursor, Integer> OFFSETS = new ConcurrentHashMap<>();
  private static final ThreadLocal<@Nullable Call> KEPT = new ThreadLocal<>();

  private final String foundBy;

  Mistake(String foundBy) {
    this.foundBy = foundBy;
  }

  /** The number of a rule that this mistake breaks. */
  String foundBy() {
    return foundBy;
  }

  /** Answers a call wrongly where the mistake is, and as the real one does everywhere else. */
  abstract @Nullable Object make(Call call) throws Throwable;
}
