package dev.aludel.persistence.jooq;

import dev.aludel.domain.TransientStorageException;
import dev.aludel.migrations.sql.DatabaseProduct;
import dev.aludel.persistence.Capability;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.jooq.statement.Access;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Connections that ask the server, when they are closed, whether it agrees. */
final class WatchedConnections implements Connections {

  private static final Map<String, Integer> OPEN_BY_URL = new ConcurrentHashMap<>();
  private static final int MOST_LOOKS = 200;

  private final Connections watched;
  private final String url;

  WatchedConnections(Connections watched, StorageConfig config) {
    this.watched = watched;
    this.url = config.url();
    OPEN_BY_URL.merge(url, 1, Integer::sum);
  }

  @Override
  public DatabaseProduct product() {
    return watched.product();
  }

  @Override
  public Set<Capability> capabilities() {
    return watched.capabilities();
  }

  @Override
  public TransactionConnection borrow(Access access) {
    CallAccess.borrowed(access);
    return watched.borrow(access);
  }

  @Override
  public @Nullable TransactionConnection borrowUnlessDone(
      Access access, Consumer<TransactionConnection> work) {
    CallAccess.borrowed(access);
    return watched.borrowUnlessDone(access, work);
  }

  @Override
  public Repetition.Reason reason(TransientStorageException failure) {
    return watched.reason(failure);
  }

  @Override
  public Usage usage() {
    return watched.usage();
  }

  @Override
  public String toString() {
    return watched.toString();
  }

  @Override
  public void close() {
    watched.close();
    boolean isLast = OPEN_BY_URL.merge(url, -1, Integer::sum) == 0;
    if (isLast && product() == DatabaseProduct.POSTGRESQL) {
      int left = left();
      if (left > 0) {
        LeakWatch.found("%d connections to %s, which the server still has".formatted(left, this));
      }
    }
  }

  // A session ends a moment after its connection.
  private int left() {
    int left = 0;
    try (Connection connection = TestDatabases.connect(url)) {
      for (int look = 0; look < MOST_LOOKS; look++) {
        left = sessions(connection);
        if (left == 0) {
          return 0;
        }
        Thread.sleep(10);
      }
    } catch (SQLException serverIsGone) {
      return 0;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return left;
  }

  private static int sessions(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from pg_stat_activity where datname = current_database()"
                    + " and application_name = 'aludel'")) {
      row.next();
      return row.getInt(1);
    }
  }
}
