package dev.aludel.migrations.database;

import java.util.Map;

/** How PostgreSQL's driver reaches a Unix socket: through junixsocket, which need not be there. */
final class PostgresSocket {
  private static final String FACTORY = "org.newsclub.net.unix.AFUNIXSocketFactory$FactoryArg";

  private PostgresSocket() {}

  /**
   * What the driver gets for it. As with libpq nothing is encrypted: nobody is between.
   *
   * @throws DatabaseUnavailableException if junixsocket is not on the class path
   */
  static Map<String, String> properties(PostgresHost host) {
    try {
      Class.forName(FACTORY, false, PostgresSocket.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new DatabaseUnavailableException(
          "Cannot reach the Unix socket %s: junixsocket is not on the class path. Add com.kohlschutter.junixsocket:junixsocket-core, or name a host."
              .formatted(host.socketFile()),
          e);
    }
    return Map.of(
        "socketFactory",
        FACTORY,
        "socketFactoryArg",
        host.socketFile(),
        "sslmode",
        "disable",
        "gssEncMode",
        "disable");
  }
}
