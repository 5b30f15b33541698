package dev.aludel.test;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One client of a {@link TestPooler}. */
final class PooledClient {
  private static final int LAST_OTHER_REQUEST = 80_877_104; // cancel, TLS and GSS come below it
  private static final int FIRST_OTHER_REQUEST = 80_877_102;
  private static final AtomicInteger KEYS = new AtomicInteger(1_000_000_000);

  private final TestPooler pooler;
  private final WireEnd client;
  private @Nullable WireEnd server;

  PooledClient(TestPooler pooler, WireEnd client) {
    this.pooler = pooler;
    this.client = client;
  }

  void serve() {
    try (client) {
      WireMessage first = WireMessage.readFirst(client.in());
      while (isOtherRequest(first)) {
        client.out().writeByte('N');
        client.out().flush();
        first = WireMessage.readFirst(client.in());
      }
      logIn(first);
      relay();
    } catch (IOException e) {
      return; // one of the two has gone
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (server != null) {
        server.close(); // as it was in the midst of something
      }
    }
  }

  private static boolean isOtherRequest(WireMessage first) {
    return first.number() >= FIRST_OTHER_REQUEST && first.number() <= LAST_OTHER_REQUEST;
  }

  // The client logs in at a server process of its own, which is for all of them afterwards.
  private void logIn(WireMessage first) throws IOException {
    WireEnd fresh = pooler.connect();
    server = fresh;
    send(first, fresh);
    while (answer(fresh)) {
      Optional<WireMessage> word = WireMessage.read(client.in());
      if (word.isEmpty()) {
        return;
      }
      send(word.get(), fresh);
    }
  }

  private void relay() throws IOException, InterruptedException {
    Optional<WireMessage> word = WireMessage.read(client.in());
    while (word.isPresent() && word.get().type() != 'X') {
      WireEnd used = server == null ? pooler.take() : server;
      server = used;
      send(word.get(), used);
      boolean isAnswered = "QScf".indexOf(word.get().type()) >= 0;
      if (isAnswered) {
        answer(used);
      }
      word = WireMessage.read(client.in());
    }
  }

  // Until the server waits for the next word; true if that is one of a log-in or of a copy.
  private boolean answer(WireEnd from) throws IOException {
    while (true) {
      WireMessage word = WireMessage.read(from.in()).orElseThrow(IOException::new);
      send(word.type() == 'K' ? word.withNumber(KEYS.incrementAndGet()) : word, client);
      switch (word.type()) {
        case 'Z' -> {
          release(from, word.letter());
          return false;
        }
        case 'R' -> {
          if (word.number() != 0 && word.number() != 12) {
            return true;
          }
        }
        case 'G' -> {
          return true;
        }
        default -> {}
      }
    }
  }

  private void release(WireEnd used, char state) {
    if (state == 'I' && pooler.sharesSessions()) {
      server = null;
      pooler.giveBack(used);
    }
  }

  private static void send(WireMessage word, WireEnd to) throws IOException {
    word.write(to.out());
    to.out().flush();
  }
}
