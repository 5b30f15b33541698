package dev.aludel.migrations.database;

import static dev.aludel.migrations.database.ParameterValues.TEXT;
import static dev.aludel.migrations.database.ParameterValues.TRUTH;
import static dev.aludel.migrations.database.ParameterValues.WHOLE_NUMBER;
import static dev.aludel.migrations.database.ParameterValues.oneOf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All parameters of PostgreSQL, each by one name: the driver's, where the driver has it and it is
 * no part of the address; else libpq's.
 */
final class PostgresParameterList {
  private static final List<String> ADDRESS =
      List.of("host", "port", "dbname", "user", "password", "service", "servicefile", "passfile");

  private static final List<String> TEXTS =
      List.of(
          "ApplicationName",
          "assumeMinServerVersion",
          "authenticationPluginClassName",
          "binaryTransferDisable",
          "binaryTransferEnable",
          "connectExecutor",
          "connectExecutorArg",
          "currentSchema",
          "jaasApplicationName",
          "kerberosServerName",
          "localSocketAddress",
          "maxResultBuffer",
          "options",
          "pemKeyAlgorithm",
          "requireAuth",
          "socketFactory",
          "socketFactoryArg",
          "sslcert",
          "sslfactory",
          "sslfactoryarg",
          "sslhostnameverifier",
          "sslkey",
          "sslpassword",
          "sslpasswordcallback",
          "sslrootcert",
          "sspiServiceClass",
          "xmlFactoryFactory");

  private static final List<String> WHOLE_NUMBERS =
      List.of(
          "adaptiveFetchMaximum",
          "adaptiveFetchMinimum",
          "cancelSignalTimeout",
          "connectTimeout",
          "databaseMetadataCacheFields",
          "databaseMetadataCacheFieldsMiB",
          "defaultRowFetchSize",
          "gssResponseTimeout",
          "hostRecheckSeconds",
          "loginTimeout",
          "maxSendBufferSize",
          "prepareThreshold",
          "preparedStatementCacheQueries",
          "preparedStatementCacheSizeMiB",
          "queryTimeout",
          "reWriteBatchedInsertsSize",
          "receiveBufferSize",
          "scramMaxIterations",
          "sendBufferSize",
          "socketTimeout",
          "sslResponseTimeout");

  private static final List<String> TRUTHS =
      List.of(
          "adaptiveFetch",
          "binaryTransfer",
          "flushCacheOnDdl",
          "groupStartupParameters",
          "gssUseDefaultCreds",
          "jaasLogin",
          "loadBalanceHosts",
          "logServerErrorDetail",
          "logUnclosedConnections",
          "reWriteBatchedInserts",
          "ssl",
          "tcpKeepAlive",
          "tcpNoDelay",
          "useSpnego");

  private static final Map<String, ParameterValues> CHOICES =
      Map.of(
          "channelBinding", oneOf("disable", "prefer", "require"),
          "classLoaderStrategy", oneOf("driver", "driver-first", "context-first"),
          "client_encoding", oneOf("UTF8", "utf-8", "unicode"),
          "gssEncMode", oneOf("disable", "allow", "prefer", "require"),
          "gsslib", oneOf("auto", "sspi", "gssapi"),
          "protocolVersion", oneOf("3"),
          "sslmode", oneOf("disable", "allow", "prefer", "require", "verify-ca", "verify-full"),
          "sslNegotiation", oneOf("postgres", "direct"),
          "targetServerType",
              oneOf(
                  "any",
                  "primary",
                  "master",
                  "slave",
                  "secondary",
                  "preferSlave",
                  "preferSecondary",
                  "preferPrimary",
                  "read-write",
                  "read-only",
                  "standby",
                  "prefer-standby"));

  /** Parameters of the driver with which the same statement does something else. */
  private static final List<String> OTHER_MEANING =
      List.of(
          "allowEncodingChanges",
          "autosave",
          "cleanupSavepoints",
          "convertBooleanToNumeric",
          "disableColumnSanitiser",
          "escapeSyntaxCallMode",
          "hideUnprivilegedObjects",
          "preferQueryMode",
          "quoteReturningIdentifiers",
          "readOnly",
          "readOnlyMode",
          "replication",
          "stringtype",
          "unknownLength");

  /** Parameters of libpq for which the driver has nothing. */
  private static final List<String> NOT_IN_DRIVER =
      List.of(
          "gssdelegation",
          "keepalives_count",
          "keepalives_idle",
          "keepalives_interval",
          "max_protocol_version",
          "min_protocol_version",
          "oauth_client_id",
          "oauth_client_secret",
          "oauth_issuer",
          "oauth_scope",
          "requirepeer",
          "requiressl",
          "scram_client_key",
          "scram_server_key",
          "ssl_max_protocol_version",
          "ssl_min_protocol_version",
          "sslcertmode",
          "sslcompression",
          "sslcrl",
          "sslcrldir",
          "sslkeylogfile",
          "sslsni");

  private static final Map<String, String> OTHERWISE =
      Map.of(
          "PGHOST", "write host.",
          "PGPORT", "write port.",
          "PGDBNAME", "write dbname.",
          "hostaddr", "write the address as host.",
          "fallback_application_name", "write application_name.",
          "tcp_user_timeout", "write socketTimeout, in seconds.",
          "loggerFile", "PostgreSQL's driver does nothing with it. Leave it out.",
          "loggerLevel", "PostgreSQL's driver does nothing with it. Leave it out.");

  /** What libpq and others call a thing that has another name here. */
  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("application_name", "ApplicationName"),
          Map.entry("channel_binding", "channelBinding"),
          Map.entry("connect_timeout", "connectTimeout"),
          Map.entry("gssencmode", "gssEncMode"),
          Map.entry("keepalives", "tcpKeepAlive"),
          Map.entry("krbsrvname", "kerberosServerName"),
          Map.entry("load_balance_hosts", "loadBalanceHosts"),
          Map.entry("require_auth", "requireAuth"),
          Map.entry("search_path", "currentSchema"),
          Map.entry("sslnegotiation", "sslNegotiation"),
          Map.entry("target_session_attrs", "targetServerType"));

  static final ParameterList ALL = new ParameterList("PostgreSQL", OTHER_NAMES, taken(), refused());

  private PostgresParameterList() {}

  private static Map<String, ParameterValues> taken() {
    Map<String, ParameterValues> taken = new HashMap<>(CHOICES);
    ADDRESS.forEach(name -> taken.put(name, TEXT));
    TEXTS.forEach(name -> taken.put(name, TEXT));
    WHOLE_NUMBERS.forEach(name -> taken.put(name, WHOLE_NUMBER));
    TRUTHS.forEach(name -> taken.put(name, TRUTH));
    return Map.copyOf(taken);
  }

  private static Map<String, String> refused() {
    Map<String, String> refused = new HashMap<>(OTHERWISE);
    OTHER_MEANING.forEach(
        name -> refused.put(name, "it would change what statements mean. Leave it out."));
    NOT_IN_DRIVER.forEach(
        name -> refused.put(name, "PostgreSQL's driver for Java does not have it. Leave it out."));
    return Map.copyOf(refused);
  }
}
