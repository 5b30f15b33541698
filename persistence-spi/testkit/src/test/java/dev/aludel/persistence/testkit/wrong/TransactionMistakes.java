package dev.aludel.persistence.testkit.wrong;

import dev.aludel.domain.StorageUnavailableException;
import dev.aludel.domain.TransientStorageException;
import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.Messages;
import dev.aludel.domain.conversation.Session;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.TransactionBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Mistakes with blocks and streams. */
final class TransactionMistakes {

  static final List<Mistake> ALL =
      List.of(
          new Mistake("ignores rollback", "TRANSACTIONS-02", TransactionMistakes::ignoresRollback),
          new Mistake(
              "lets a read block write",
              "TRANSACTIONS-05",
              TransactionMistakes::letsAReadBlockWrite),
          new Mistake("gives up at once", "TRANSACTIONS-14", TransactionMistakes::givesUpAtOnce),
          new Mistake("streams a list", "STREAMING-06", TransactionMistakes::streamsAList));

  private TransactionMistakes() {}

  private static @Nullable Object ignoresRollback(Call call) throws Throwable {
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

  private static @Nullable Object letsAReadBlockWrite(Call call) throws Throwable {
    if (!call.is(Storage.class, "read")) {
      return call.proceed();
    }
    TransactionBlock<?> block = call.argument(0, TransactionBlock.class);
    return ((Storage) call.target()).write(block);
  }

  private static @Nullable Object givesUpAtOnce(Call call) throws Throwable {
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

  // Reads all rows first: no bounded memory, and no end of the stream with its transaction.
  private static @Nullable Object streamsAList(Call call) throws Throwable {
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
  private static Function<Stream<ChatMessage>, ?> reader(Call call) {
    return call.argument(1, Function.class);
  }
}
