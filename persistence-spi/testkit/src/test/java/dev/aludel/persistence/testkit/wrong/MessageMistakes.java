package dev.aludel.persistence.testkit.wrong;

import static java.util.Objects.requireNonNull;

import dev.aludel.domain.PageRequest;
import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.Messages;
import dev.aludel.domain.conversation.NewMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.domain.conversation.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mistakes with the messages of a session. */
final class MessageMistakes {

  static final List<Mistake> ALL =
      List.of(
          new Mistake("leaks across sessions", "MESSAGES-02", MessageMistakes::leaksAcrossSessions),
          new Mistake(
              "cuts a window in silence", "MESSAGES-11", MessageMistakes::cutsAWindowInSilence),
          new Mistake(
              "checks no expected number", "APPEND-15", MessageMistakes::checksNoExpectedNumber),
          new Mistake("gets without the text", "FIELDS-05", MessageMistakes::getsWithoutTheText),
          new Mistake("counts what is there", "APPEND-09", MessageMistakes::countsWhatIsThere));

  private MessageMistakes() {}

  private static @Nullable Object leaksAcrossSessions(Call call) throws Throwable {
    return call.is(Messages.class, "page") && call.has(0, Session.Id.class)
        ? ((Messages) call.target()).page(call.argument(1, PageRequest.class))
        : call.proceed();
  }

  private static @Nullable Object cutsAWindowInSilence(Call call) throws Throwable {
    if (!call.is(Messages.class, "window")) {
      return call.proceed();
    }
    Window asked = call.argument(1, Window.class);
    Window cut = new Window(Math.min(500, asked.messages()), asked.characters());
    return call.with(call.arguments().get(0), cut).proceed();
  }

  private static @Nullable Object checksNoExpectedNumber(Call call) throws Throwable {
    return call.is(Messages.class, "appendAfter")
        ? ((Messages) call.target())
            .append(call.argument(0, Session.Id.class), call.arguments(2, NewMessage.class))
        : call.proceed();
  }

  private static @Nullable Object getsWithoutTheText(Call call) throws Throwable {
    if (!call.is(Messages.class, "get")) {
      return call.proceed();
    }
    ChatMessage found = (ChatMessage) requireNonNull(call.proceed());
    return new ChatMessage(
        found.id(),
        found.sessionId(),
        found.seq(),
        "",
        found.senderTypeOrNull(),
        found.senderNameOrNull(),
        found.createdAt());
  }

  // Numbers by counting what is there, so that a deleted message's number comes again.
  private static @Nullable Object countsWhatIsThere(Call call) throws Throwable {
    if (!call.is(Messages.class, "append")) {
      return call.proceed();
    }
    List<ChatMessage> appended = call.list(ChatMessage.class);
    return appended.stream().map(message -> counted(call, message)).toList();
  }

  private static ChatMessage counted(Call call, ChatMessage message) {
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
}
