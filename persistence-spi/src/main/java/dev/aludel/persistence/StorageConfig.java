package dev.aludel.persistence;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Everything that a storage is opened with. Immutable; made by {@link #builder(String)}. */
public final class StorageConfig {

  private static final Pattern SCHEME =
      Pattern.compile("((?:jdbc:)?[A-Za-z][A-Za-z0-9+.-]{0,30}):.*", Pattern.DOTALL);

  private static final Duration LONGEST_TIMEOUT = Duration.ofDays(24);

  private final String url;
  private final int poolSize;
  private final Duration connectionTimeout;
  private final Duration statementTimeout;
  private final Duration busyTimeout;
  private final Duration closeTimeout;
  private final Durability durability;
  private final RetryPolicy retryPolicy;
  private final String versionTable;
  private final List<String> scriptLocations;
  private final @Nullable SchemaPolicy schemaPolicy;
  private final @Nullable Consumer<String> sqlEcho;

  private StorageConfig(Builder builder) {
    this.url = builder.url;
    this.poolSize = builder.poolSize;
    this.connectionTimeout = builder.connectionTimeout;
    this.statementTimeout = builder.statementTimeout;
    this.busyTimeout = builder.busyTimeout;
    this.closeTimeout = builder.closeTimeout;
    this.durability = builder.durability;
    this.retryPolicy = builder.retryPolicy;
    this.versionTable = builder.versionTable;
    this.scriptLocations = builder.scriptLocations;
    this.schemaPolicy = builder.schemaPolicy;
    this.sqlEcho = builder.sqlEcho;
  }

  /**
   * A builder with the default of every setting.
   *
   * @param url the database: {@code sqlite:///relative.db}, {@code sqlite:////absolute.db}, {@code
   *     sqlite://} in memory, {@code postgresql://user:password@host:port/database}, or the JDBC
   *     form of these
   */
  public static Builder builder(String url) {
    return new Builder(requireNonNull(url, "url"));
  }

  /** All defaults for this database. */
  public static StorageConfig of(String url) {
    return builder(url).build();
  }

  /** A builder with these settings, to change some. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** The database as it was given, the password included. */
  public String url() {
    return url;
  }

  /**
   * What stands before the URL's first colon, or {@code jdbc:} and the word behind it: all of it
   * that is surely no password. Only the adapter whose URL it is can show more.
   */
  public String urlScheme() {
    Matcher scheme = SCHEME.matcher(url);
    return scheme.matches() ? scheme.group(1) : "(none)";
  }

  /**
   * How many connections are open at most: on PostgreSQL all of them, on a SQLite file those that
   * read, beside the one that writes. Default 4.
   */
  public int poolSize() {
    return poolSize;
  }

  /** How long a call waits for a free connection. Default 5 s. */
  public Duration connectionTimeout() {
    return connectionTimeout;
  }

  /** How long one statement may run; zero for no limit. Default 30 s. */
  public Duration statementTimeout() {
    return statementTimeout;
  }

  /** How long SQLite waits for another process's lock on the file. Default 5 s. */
  public Duration busyTimeout() {
    return busyTimeout;
  }

  /**
   * How long closing waits for blocks that still run before it cuts them; zero to cut at once.
   * Default 10 s.
   */
  public Duration closeTimeout() {
    return closeTimeout;
  }

  /** What a commit waits for. Default {@link Durability#NORMAL}. */
  public Durability durability() {
    return durability;
  }

  /** How transient failures are repeated. Default {@link RetryPolicy#DEFAULT}. */
  public RetryPolicy retryPolicy() {
    return retryPolicy;
  }

  /** The table that holds the schema's revision. Default {@code alembic_version}. */
  public String versionTable() {
    return versionTable;
  }

  /** Where revisions are found besides the bundled ones. Default none. */
  public List<String> scriptLocations() {
    return scriptLocations;
  }

  /**
   * What to do about the schema on opening; absent for the database's own default: {@link
   * SchemaPolicy#UPGRADE} on SQLite, {@link SchemaPolicy#REQUIRE_CURRENT} on PostgreSQL.
   */
  public Optional<SchemaPolicy> schemaPolicy() {
    return Optional.ofNullable(schemaPolicy);
  }

  /** Who is told each SQL text before it runs, without values; absent for nobody, the default. */
  public Optional<Consumer<String>> sqlEcho() {
    return Optional.ofNullable(sqlEcho);
  }

  @Override
  public String toString() {
    return "StorageConfig[url=%s:..., poolSize=%d, connectionTimeout=%s, statementTimeout=%s, busyTimeout=%s, closeTimeout=%s, durability=%s, retryPolicy=%s, versionTable=%s, scriptLocations=%s, schemaPolicy=%s]"
        .formatted(
            urlScheme(),
            poolSize,
            connectionTimeout,
            statementTimeout,
            busyTimeout,
            closeTimeout,
            durability,
            retryPolicy,
            versionTable,
            scriptLocations,
            schemaPolicy == null ? "by database" : schemaPolicy);
  }

  /** Collects settings; each of them is described at the configuration's accessor. */
  public static final class Builder {

    private final String url;
    private int poolSize = 4;
    private Duration connectionTimeout = Duration.ofSeconds(5);
    private Duration statementTimeout = Duration.ofSeconds(30);
    private Duration busyTimeout = Duration.ofSeconds(5);
    private Duration closeTimeout = Duration.ofSeconds(10);
    private Durability durability = Durability.NORMAL;
    private RetryPolicy retryPolicy = RetryPolicy.DEFAULT;
    private String versionTable = "alembic_version";
    private List<String> scriptLocations = List.of();
    private @Nullable SchemaPolicy schemaPolicy;
    private @Nullable Consumer<String> sqlEcho;

    private Builder(String url) {
      this.url = url;
    }

    private Builder(StorageConfig config) {
      this.url = config.url;
      this.poolSize = config.poolSize;
      this.connectionTimeout = config.connectionTimeout;
      this.statementTimeout = config.statementTimeout;
      this.busyTimeout = config.busyTimeout;
      this.closeTimeout = config.closeTimeout;
      this.durability = config.durability;
      this.retryPolicy = config.retryPolicy;
      this.versionTable = config.versionTable;
      this.scriptLocations = config.scriptLocations;
      this.schemaPolicy = config.schemaPolicy;
      this.sqlEcho = config.sqlEcho;
    }

    /**
     * See {@link StorageConfig#poolSize()}.
     *
     * @throws IllegalArgumentException when it is less than 1
     */
    public Builder poolSize(int connections) {
      if (connections < 1) {
        throw new IllegalArgumentException("poolSize is 1 or more, not %d.".formatted(connections));
      }
      this.poolSize = connections;
      return this;
    }

    /** See {@link StorageConfig#connectionTimeout()}. */
    public Builder connectionTimeout(Duration timeout) {
      this.connectionTimeout = milliseconds("connectionTimeout", timeout);
      return this;
    }

    /** See {@link StorageConfig#statementTimeout()}. */
    public Builder statementTimeout(Duration timeout) {
      this.statementTimeout = milliseconds("statementTimeout", timeout);
      return this;
    }

    /** See {@link StorageConfig#busyTimeout()}. */
    public Builder busyTimeout(Duration timeout) {
      this.busyTimeout = milliseconds("busyTimeout", timeout);
      return this;
    }

    /** See {@link StorageConfig#closeTimeout()}. */
    public Builder closeTimeout(Duration timeout) {
      this.closeTimeout = milliseconds("closeTimeout", timeout);
      return this;
    }

    /** See {@link StorageConfig#durability()}. */
    public Builder durability(Durability wanted) {
      this.durability = requireNonNull(wanted, "durability");
      return this;
    }

    /** See {@link StorageConfig#retryPolicy()}. */
    public Builder retryPolicy(RetryPolicy policy) {
      this.retryPolicy = requireNonNull(policy, "retryPolicy");
      return this;
    }

    /** See {@link StorageConfig#versionTable()}. */
    public Builder versionTable(String table) {
      this.versionTable = requireNonNull(table, "versionTable");
      return this;
    }

    /** See {@link StorageConfig#scriptLocations()}. */
    public Builder scriptLocations(List<String> locations) {
      this.scriptLocations = List.copyOf(locations);
      return this;
    }

    /** See {@link StorageConfig#schemaPolicy()}. */
    public Builder schemaPolicy(SchemaPolicy policy) {
      this.schemaPolicy = requireNonNull(policy, "schemaPolicy");
      return this;
    }

    /** See {@link StorageConfig#sqlEcho()}. It is called on the thread that runs the statement. */
    public Builder sqlEcho(Consumer<String> listener) {
      this.sqlEcho = requireNonNull(listener, "sqlEcho");
      return this;
    }

    /** The configuration; the builder may be used on. */
    public StorageConfig build() {
      return new StorageConfig(this);
    }

    // Both databases count in milliseconds of 32 bits, and take 0 for "no limit": what is shorter
    // than one becomes one.
    private static Duration milliseconds(String name, Duration timeout) {
      if (requireNonNull(timeout, name).isNegative()) {
        throw new IllegalArgumentException("%s is not negative: %s.".formatted(name, timeout));
      }
      if (timeout.compareTo(LONGEST_TIMEOUT) > 0) {
        throw new IllegalArgumentException(
            "%s is %s at most: %s.".formatted(name, LONGEST_TIMEOUT, timeout));
      }
      boolean whole = timeout.equals(timeout.truncatedTo(ChronoUnit.MILLIS));
      return whole ? timeout : timeout.truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
    }
  }
}
