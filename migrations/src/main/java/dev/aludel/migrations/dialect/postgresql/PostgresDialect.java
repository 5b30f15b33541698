package dev.aludel.migrations.dialect.postgresql;

import dev.aludel.migrations.dialect.DatabaseVersion;
import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.dialect.IndexStatement;
import dev.aludel.migrations.dialect.RememberedSession;
import dev.aludel.migrations.dialect.RememberedSession.Extent;
import dev.aludel.migrations.dialect.TableName;
import dev.aludel.migrations.dialect.TranslatedStep.ForeignKeys;
import dev.aludel.migrations.dialect.Translation;
import dev.aludel.migrations.dialect.Trouble;
import dev.aludel.migrations.effect.UnseenCall;
import dev.aludel.migrations.sql.CopyInput;
import dev.aludel.migrations.sql.DatabaseProduct;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** PostgreSQL, version 14 or newer. */
public final class PostgresDialect extends Dialect {
  private static final String CONNECTION_CLASS = "08";

  private static final String DATATYPE_MISMATCH = "42804";

  // The place in PostgreSQL that refuses it: its words are in the language of the server.
  private static final String CHANGE_OF_TYPE = "ATPrepAlterColumnType";

  // "Prepared statement "S_1" already exists", in whatever language: so the driver names its own.
  private static final Pattern OF_THE_DRIVER = Pattern.compile("\\bS_\\d+\\b");

  // invalid_sql_statement_name, duplicate_prepared_statement
  private static final Set<String> PREPARED = Set.of("26000", "42P05");

  private static final String TIME_OUT =
      "begin; set local statement_timeout = 1; select pg_sleep(10)";

  /** SQLSTATE, from PostgreSQL's list of error codes. */
  private static final String UNDEFINED_COLUMN = "42703";

  private static final Map<String, Trouble> TROUBLES =
      Map.ofEntries(
          Map.entry("55P03", Trouble.TABLE_LOCKED), // lock_not_available
          Map.entry("40P01", Trouble.TABLE_LOCKED), // deadlock_detected
          Map.entry("42P07", Trouble.EXISTS_ALREADY), // duplicate_table, an index among it
          Map.entry("55P04", Trouble.NEW_ENUM_VALUE), // unsafe_new_enum_value_usage
          Map.entry("2BP01", Trouble.DEPENDED_ON), // dependent_objects_still_exist
          Map.entry("53100", Trouble.DISK_FULL),
          Map.entry("58030", Trouble.DISK), // io_error
          Map.entry(
              "57P01", Trouble.CONNECTION_LOST), // admin_shutdown, pg_terminate_backend among it
          Map.entry("57P02", Trouble.CONNECTION_LOST), // crash_shutdown
          Map.entry("57P03", Trouble.CONNECTION_LOST), // cannot_connect_now
          Map.entry("57P05", Trouble.CONNECTION_LOST), // idle_session_timeout
          Map.entry("25P03", Trouble.CONNECTION_LOST), // idle_in_transaction_session_timeout
          Map.entry("25001", Trouble.NO_TRANSACTION), // active_sql_transaction
          Map.entry("2D000", Trouble.NO_TRANSACTION), // invalid_transaction_termination
          Map.entry("57014", Trouble.CANCELED), // query_canceled, statement_timeout among it
          Map.entry("25006", Trouble.SERVER_READ_ONLY), // read_only_sql_transaction
          Map.entry("42501", Trouble.RIGHTS)); // insufficient_privilege

  @Override
  public DatabaseProduct product() {
    return DatabaseProduct.POSTGRESQL;
  }

  @Override
  public Translation translation(Connection connection, ForeignKeys foreignKeys) {
    return new PostgresTranslation();
  }

  @Override
  public DatabaseVersion oldestVersion() {
    return new DatabaseVersion(14, 0);
  }

  @Override
  public Translation translationForEmpty(DatabaseVersion version, ForeignKeys foreignKeys) {
    return new PostgresTranslation();
  }

  @Override
  public boolean takesSeveralStatements() {
    return true;
  }

  @Override
  public Optional<CopyInput> copyInput(String sql) {
    return CopyInput.of(sql);
  }

  @Override
  public void copy(Connection connection, CopyInput copy) throws SQLException {
    PostgresCopy.run(connection, copy);
  }

  @Override
  public String beginStatement(Duration lockTimeout) {
    return "begin; " + limit(lockTimeout);
  }

  @Override
  public Optional<String> limitStatement(Duration lockTimeout) {
    return Optional.of(limit(lockTimeout));
  }

  // In one message to the server.
  @Override
  public Optional<String> beginReading(Duration lockTimeout) {
    return Optional.of("begin read only; " + limit(lockTimeout));
  }

  // In milliseconds, of which it knows no more; 0 would be no limit.
  private static String limit(Duration lockTimeout) {
    return "set local lock_timeout = " + Math.min(lockTimeout.toMillis(), Integer.MAX_VALUE);
  }

  // What the server says of a connection, and not the driver, is of one that a statement opened.
  @Override
  public Trouble troubleOf(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    ServerErrorMessage server =
        e instanceof PSQLException said ? said.getServerErrorMessage() : null;
    if (server == null && state.startsWith(CONNECTION_CLASS)) {
      return Trouble.CONNECTION_LOST;
    }
    if (server != null
        && state.equals(DATATYPE_MISMATCH)
        && CHANGE_OF_TYPE.equals(server.getRoutine())) {
      return Trouble.NO_CONVERSION;
    }
    if (server != null
        && PREPARED.contains(state)
        && OF_THE_DRIVER.matcher(String.valueOf(server.getMessage())).find()) {
      return Trouble.PREPARED_ELSEWHERE;
    }
    return TROUBLES.getOrDefault(state, Trouble.OTHER);
  }

  // One code is for all that ends a statement, and the words are in the language of the server: it
  // is made to say them, in a transaction that leaves nothing.
  @Override
  public Trouble troubleOf(SQLException e, Connection connection) throws SQLException {
    Trouble trouble = troubleOf(e);
    if (trouble != Trouble.CANCELED || connection.isClosed() || isInTransaction(connection)) {
      return trouble;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(TIME_OUT);
      return trouble;
    } catch (SQLException timeOut) {
      return words(timeOut).equals(words(e)) ? Trouble.TIMED_OUT : Trouble.ENDED_BY_SOMEBODY;
    } finally {
      endTransaction(connection);
    }
  }

  private static void endTransaction(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("rollback");
    }
  }

  private static String words(SQLException e) {
    ServerErrorMessage server =
        e instanceof PSQLException said ? said.getServerErrorMessage() : null;
    return server == null ? "" : String.valueOf(server.getMessage());
  }

  @Override
  public void cancel(Connection connection) throws SQLException {
    connection.unwrap(PGConnection.class).cancelQuery();
  }

  @Override
  public boolean lacksColumn(SQLException e) {
    return UNDEFINED_COLUMN.equals(e.getSQLState());
  }

  @Override
  public String sessionOf(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("select pg_backend_pid()")) {
      return firstColumn(query).get(0);
    }
  }

  @Override
  public boolean isAlive(Connection connection, String session) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select pid from pg_stat_activity where pid = ?::integer")) {
      query.setString(1, session);
      return !firstColumn(query).isEmpty();
    }
  }

  // A new index is in its table's schema, wherever the search path leads; one that goes is named
  // as it is found.
  @Override
  public IndexStatement.Found findIndex(Connection connection, IndexStatement statement)
      throws SQLException {
    boolean create = statement.kind() == IndexStatement.Kind.CREATE;
    String sql =
        "select i.indisvalid, i.indexrelid::regclass::text from pg_index i"
            + " join pg_class c on c.oid = i.indexrelid where "
            + (create
                ? "i.indrelid = to_regclass(?) and c.relname = (parse_ident(?))[1]"
                : "i.indexrelid = to_regclass(?)");
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, create ? statement.table() : statement.name());
      if (create) {
        query.setString(2, statement.name());
      }
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return IndexStatement.Found.ABSENT;
        }
        return new IndexStatement.Found(
            row.getBoolean(1) ? IndexStatement.State.VALID : IndexStatement.State.INVALID,
            row.getString(2));
      }
    }
  }

  @Override
  public List<String> leftoversOf(Connection connection, String statement) throws SQLException {
    Optional<ConcurrentReindex> reindex = ConcurrentReindex.of(statement);
    return reindex.isPresent() ? reindex.get().leftovers(connection) : List.of();
  }

  @Override
  public boolean isInTransaction(Connection connection) throws SQLException {
    return connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE;
  }

  // Scripts are read, and literals written, as the standard says. Where a role or a database says
  // otherwise, the session does not.
  @Override
  public Setting takeOver(Connection connection) throws SQLException {
    if (connection.unwrap(BaseConnection.class).getStandardConformingStrings()) {
      return unchanged -> {};
    }
    RememberedSession before = remember(connection, List.of());
    try (Statement statement = connection.createStatement()) {
      statement.execute("set standard_conforming_strings = on");
    }
    return later -> before.putBack(later, Extent.ALL);
  }

  // Functions of the system's own do nothing to a session, but for set_config, which a default, a
  // view or a rule may call.
  private static final String UNSEEN_CALLS =
      """
      select 'BY_ROWS' where exists (select from pg_catalog.pg_proc where oid >= 16384::oid)
        or exists (select from pg_catalog.pg_rewrite where oid >= 16384::oid and ev_action::text like '%:funcid 2078 %')
        or exists (select from pg_catalog.pg_attrdef where adbin::text like '%:funcid 2078 %')
      union all select 'BY_DEFINITIONS' where exists (select from pg_catalog.pg_event_trigger)""";

  @Override
  public Set<UnseenCall> unseenCalls(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(UNSEEN_CALLS)) {
      return firstColumn(query).stream().map(UnseenCall::valueOf).collect(Collectors.toSet());
    }
  }

  @Override
  public RememberedSession remember(Connection connection, Collection<String> statements)
      throws SQLException {
    return PostgresSession.of(connection, SessionSql.of(statements));
  }

  /** PostgreSQL enforces them always. */
  @Override
  public void switchForeignKeys(Connection connection, ForeignKeys foreignKeys) {}

  @Override
  public Optional<String> firstSchema(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select current_schema() where current_schema() is not null")) {
      return firstColumn(query).stream().findFirst();
    }
  }

  @Override
  public String searchPath(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("show search_path")) {
      return firstColumn(query).get(0);
    }
  }

  @Override
  public boolean hasSchema(Connection connection, String name) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select nspname from pg_namespace where nspname = ?")) {
      query.setString(1, name);
      return !firstColumn(query).isEmpty();
    }
  }

  @Override
  public boolean hasTable(Connection connection, TableName name) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select 1 where to_regclass(?) is not null")) {
      query.setString(1, quoted(name));
      return !firstColumn(query).isEmpty();
    }
  }

  // A limited type keeps its limit with four more, as the server's own atttypmod does.
  @Override
  public int width(Connection connection, TableName table, String column) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select atttypmod - 4 from pg_attribute
            where attrelid = to_regclass(?) and attname = ? and atttypmod > 4
              and atttypid in ('varchar'::regtype, 'bpchar'::regtype)\
            """)) {
      query.setString(1, quoted(table));
      query.setString(2, column);
      return firstColumn(query).stream()
          .findFirst()
          .map(Integer::valueOf)
          .orElse(Integer.MAX_VALUE);
    }
  }

  @Override
  public List<String> primaryKey(Connection connection, TableName table) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select a.attname from pg_index i
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
            where i.indisprimary and i.indrelid = to_regclass(?) order by a.attnum\
            """)) {
      query.setString(1, quoted(table));
      return firstColumn(query);
    }
  }
}
