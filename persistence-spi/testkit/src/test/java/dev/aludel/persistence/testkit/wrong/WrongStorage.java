package dev.aludel.persistence.testkit.wrong;

import dev.aludel.domain.Repository;
import dev.aludel.persistence.Repositories;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.Transaction;
import dev.aludel.persistence.TransactionBlock;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a mistake between the caller and a real storage, its transactions and repositories. */
final class WrongStorage {

  private final Mistake mistake;

  private WrongStorage(Mistake mistake) {
    this.mistake = mistake;
  }

  static Storage of(Storage real, Mistake mistake) {
    return new WrongStorage(mistake).wrapped(Storage.class, real);
  }

  private <T> T wrapped(Class<T> type, T real) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                call(proxy, real, method, arguments == null ? new Object[0] : arguments)));
  }

  private @Nullable Object call(
      Object proxy, Object real, Method method, @Nullable Object[] arguments) throws Throwable {
    if (method.isDefault()) {
      // What a default method calls is to meet the mistake too.
      return InvocationHandler.invokeDefault(proxy, method, arguments);
    }
    return answer(method, mistake.answer().to(new Call(real, method, given(arguments))));
  }

  private List<@Nullable Object> given(@Nullable Object[] arguments) {
    List<@Nullable Object> given = new ArrayList<>();
    for (Object argument : arguments) {
      given.add(argument instanceof TransactionBlock<?> block ? wrapped(block) : argument);
    }
    return given;
  }

  private <T> TransactionBlock<T> wrapped(TransactionBlock<T> block) {
    return transaction -> block.run(wrapped(Transaction.class, transaction));
  }

  // A port is what a method of Repositories is declared to return.
  @SuppressWarnings({"unchecked", "rawtypes"})
  private @Nullable Object answer(Method method, @Nullable Object answer) {
    return answer instanceof Repository && method.getDeclaringClass() == Repositories.class
        ? wrapped((Class) method.getReturnType(), answer)
        : answer;
  }
}
