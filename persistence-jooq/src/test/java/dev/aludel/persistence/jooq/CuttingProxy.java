package dev.aludel.persistence.jooq;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/**
 * Stands between a storage and PostgreSQL, and cuts a connection at its next request if told so.
 */
final class CuttingProxy implements AutoCloseable {

  /** When a connection is cut. */
  enum Cut {
    /** Never. */
    NONE,
    /** The request does not reach the server. */
    BEFORE_REQUEST,
    /** The request reaches the server, and its answer does not come back. */
    BEFORE_ANSWER
  }

  private final URI server;
  private final ServerSocket listener;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private volatile Cut next = Cut.NONE;
  private volatile boolean isSilent;

  /**
   * @param url the server's, in SQLAlchemy's form
   */
  CuttingProxy(String url) {
    this.server = URI.create(url);
    try {
      this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    threads.execute(this::accept);
  }

  /** The server's URL by way of this proxy. */
  String url() {
    return server
        .toString()
        .replace(
            "@%s:%d/".formatted(server.getHost(), server.getPort()),
            "@localhost:%d/".formatted(listener.getLocalPort()));
  }

  /** From now on nothing passes, and nobody is told: so does a host that vanishes. */
  void fallSilent() {
    isSilent = true;
  }

  /** Cuts the next request so, and no other. */
  void cutNext(Cut cut) {
    next = cut;
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
    threads.shutdownNow();
  }

  private void accept() {
    try {
      for (Socket client = listener.accept(); ; client = listener.accept()) {
        Socket upstream = new Socket(server.getHost(), server.getPort());
        open.addAll(List.of(client, upstream));
        Wire wire = new Wire(client, upstream);
        threads.execute(wire::requests);
        threads.execute(wire::answers);
      }
    } catch (IOException closed) {
      // The test is over.
      return;
    }
  }

  /** One connection through the proxy. */
  private final class Wire {

    private final Socket client;
    private final Socket upstream;
    private volatile boolean isCut;

    Wire(Socket client, Socket upstream) {
      this.client = client;
      this.upstream = upstream;
    }

    void requests() {
      copy(client, upstream, this::isRequestPassed);
    }

    void answers() {
      copy(upstream, client, () -> !isCut);
    }

    private boolean isRequestPassed() {
      Cut cut = next;
      next = Cut.NONE;
      isCut = cut != Cut.NONE;
      return cut != Cut.BEFORE_REQUEST;
    }

    private void copy(Socket from, Socket to, BooleanSupplier isPassed) {
      try (from;
          to) {
        InputStream in = from.getInputStream();
        byte[] buffer = new byte[8192];
        for (int size = in.read(buffer); size >= 0; size = in.read(buffer)) {
          if (isSilent) {
            continue;
          }
          if (!isPassed.getAsBoolean()) {
            return;
          }
          to.getOutputStream().write(buffer, 0, size);
        }
      } catch (IOException ended) {
        // One side has closed; both are closed now.
        return;
      }
    }
  }
}
