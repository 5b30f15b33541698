package dev.aludel.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingDeque;

/**
 * A pooler before one test database, as PgBouncer is: in transaction mode it gives each transaction
 * of a client the server process that is free, and keeps those that clients leave behind. It tells
 * its clients keys of its own. Each client that comes adds a process.
 */
public final class TestPooler implements AutoCloseable {
  private final FreshDatabase database;
  private volatile Mode mode;
  private final ServerSocket entrance;
  private final BlockingDeque<WireEnd> free = new LinkedBlockingDeque<>();
  private final List<WireEnd> open = new CopyOnWriteArrayList<>();

  private TestPooler(FreshDatabase database, Mode mode, ServerSocket entrance) {
    this.database = database;
    this.mode = mode;
    this.entrance = entrance;
  }

  /** Which process a client gets. */
  public enum Mode {
    /** Its own, for as long as it stays. */
    SESSION,
    /** For each transaction the one that was used last. */
    LAST_USED,
    /** For each transaction the one that was not used for the longest time. */
    IN_TURN
  }

  /** Starts one before {@code database}. */
  public static TestPooler before(FreshDatabase database, Mode mode) {
    try {
      ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      TestPooler pooler = new TestPooler(database, mode, entrance);
      inBackground(pooler::accept);
      return pooler;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From now on, when a client's transaction ends, its process is for all of them. */
  public void change(Mode value) {
    mode = value;
  }

  /** Adds processes of the server that are free, where clients share them. */
  public void addProcesses(int count) throws SQLException {
    for (int i = 0; i < count; i++) {
      DriverManager.getConnection(jdbcUrl()).close();
    }
  }

  /** The database's URL, in SQLAlchemy's form, behind this pooler. */
  public String url() {
    return database.at(entrance.getLocalPort()).url();
  }

  /** The database's URL, in JDBC's form, behind this pooler. */
  public String jdbcUrl() {
    return database.at(entrance.getLocalPort()).jdbcUrl();
  }

  private void accept() {
    try {
      while (true) {
        WireEnd client = WireEnd.of(entrance.accept());
        open.add(client);
        inBackground(() -> new PooledClient(this, client).serve());
      }
    } catch (IOException e) {
      return; // it was closed
    }
  }

  private static void inBackground(Runnable work) {
    Thread thread = new Thread(work, "test-pooler");
    thread.setDaemon(true);
    thread.start();
  }

  /** A new process of the server. */
  WireEnd connect() throws IOException {
    WireEnd server = WireEnd.of(new Socket(database.host(), database.port()));
    open.add(server);
    return server;
  }

  boolean sharesSessions() {
    return mode != Mode.SESSION;
  }

  /** Waits for a process that is free. */
  WireEnd take() throws InterruptedException {
    return mode == Mode.IN_TURN ? free.takeLast() : free.takeFirst();
  }

  void giveBack(WireEnd server) {
    free.addFirst(server);
  }

  @Override
  public void close() {
    try {
      entrance.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open.forEach(WireEnd::close);
  }
}
