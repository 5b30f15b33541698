package dev.aludel.migrations.dialect.postgresql;

import dev.aludel.migrations.dialect.RememberedSession.Extent;
import dev.aludel.migrations.sql.FoldedName;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Asks PostgreSQL what a session holds, as rows of which each knows the statement that takes it
 * away and the one that brings it back. All names and operators are qualified, for a script's
 * search path may be at work.
 *
 * @param settings the settings with a prefix, {@code app.tenant}: PostgreSQL lists the others only
 */
public record SessionSql(Set<String> settings, Deferral deferral) {

  /** Whether checks are put off that would be made at once. */
  public enum Deferral {
    NONE,
    UNTIL_COMMIT
  }

  /** How often what differs is put back: a lock may be held several times. */
  public static final int PASSES = 20;

  /** Of what is as it was only when the transaction that puts it back has ended. */
  public static final int RANK_OF_LISTENERS = 7;

  // "set app.tenant = ...", wherever it stands, in a body too.
  private static final String SET =
      "\\bset\\s+(?:session\\s+|local\\s+)?\"?(\\w+)\"?\\s*[.]\\s*\"?(\\w+)\"?";

  // Beside "set_config" each text that has the form of such a name, for it may be handed over.
  private static final String CALL = "set_config";
  private static final String NAME = "[$'](\\w+)[.](\\w+(?:[.]\\w+)*)[$']";

  private static final Pattern SETS = Pattern.compile(SET, Pattern.CASE_INSENSITIVE);
  private static final Pattern CALLS = Pattern.compile(CALL, Pattern.CASE_INSENSITIVE);
  private static final Pattern NAMES = Pattern.compile(NAME);

  // The same for the bodies of functions: earlier revisions made them, or somebody else.
  private static final String OF_FUNCTIONS =
      """
      select pg_catalog.lower(part[1] operator(pg_catalog.||) '.' operator(pg_catalog.||) part[2]) from (
        select coalesce(pg_catalog.pg_get_function_sqlbody(oid), prosrc) from pg_catalog.pg_proc where oid operator(pg_catalog.>=) 16384::pg_catalog.oid) bodies (body)
        cross join lateral (select pg_catalog.regexp_matches(body, %s, 'gi')
        union all select pg_catalog.regexp_matches(body, %s, 'g') where body operator(pg_catalog.~*) '%s') parts (part)"""
          .formatted(literal(SET.replace("\\b", "\\y")), literal(NAME), CALL);

  private static final String AUTHORIZATION =
      """
      select 1, 'session authorization', '', session_user::text, '',
        pg_catalog.format('select pg_catalog.set_config(''session_authorization'', %L, false)', session_user)""";

  // With the user that it comes to: after another session authorization the two may differ.
  private static final String ROLE =
      """
      select 2, 'role', '', pg_catalog.format('%s %s', pg_catalog.current_setting('role'), current_user), '',
        pg_catalog.format('select pg_catalog.set_config(''role'', %L, false)', pg_catalog.current_setting('role'))""";

  private static final String CURSORS =
      """
      select 3, 'cursor', name, '', pg_catalog.format('close %I', name), '' from pg_catalog.pg_cursors where name operator(pg_catalog.<>) ''""";

  // By their number: one of the same name in its place is another one.
  private static final String TEMPORARY =
      """
      select 4, 'temporary object', d.classid || ' ' || d.objid, '',
        pg_catalog.format('drop %s if exists %s cascade', pg_catalog.regexp_replace(o.type, '^composite ', ''), o.identity), ''
        from pg_catalog.pg_depend d cross join lateral pg_catalog.pg_identify_object(d.classid, d.objid, 0) o
        where d.refclassid operator(pg_catalog.=) 'pg_catalog.pg_namespace'::pg_catalog.regclass
        and d.refobjid operator(pg_catalog.=) pg_catalog.pg_my_temp_schema() and d.deptype operator(pg_catalog.=) 'n'""";

  private static final String PREPARED =
      """
      select 5, 'prepared statement', name, statement, pg_catalog.format('deallocate %I', name), statement
        from pg_catalog.pg_prepared_statements where from_sql""";

  // A setting with a prefix is listed from when the extension is loaded that it belongs to.
  private static final String SETTINGS =
      """
      select 6, 'setting', name, value, pg_catalog.format('select pg_catalog.set_config(%L, null, false)', name),
        pg_catalog.format('select pg_catalog.set_config(%L, %L, false)', name, value)
        from (select name, setting from pg_catalog.pg_settings
        where source operator(pg_catalog.=) 'session' and name operator(pg_catalog.!~~) 'transaction\\_%'
        union all select name, pg_catalog.current_setting(name, true) from
        (select name from pg_catalog.unnest(PREFIXED::text[]) name union OF_FUNCTIONS) prefixed (name)
        where name operator(pg_catalog.<>) all (array(select pg_catalog.lower(name) from pg_catalog.pg_settings))
        and pg_catalog.current_setting(name, true) operator(pg_catalog.<>) '') settings (name, value)""";

  private static final String LISTENERS =
      """
      select 7, 'listener', name, '', pg_catalog.format('unlisten %I', name), pg_catalog.format('listen %I', name)
        from pg_catalog.pg_listening_channels() name""";

  // Two integers, or one number of two halves; what is above the largest integer is negative.
  private static final String LOCKS =
      """
      select 8, 'advisory lock', mode || ' ' || key, '', pg_catalog.format('select pg_catalog.pg_advisory_unlock%s(%s)', shared, key),
        pg_catalog.format('select pg_catalog.pg_try_advisory_lock%s(%s)', shared, key)
        from (select mode, case when mode operator(pg_catalog.=) 'ShareLock' then '_shared' else '' end,
          case when objsubid operator(pg_catalog.=) 1 then pg_catalog.format('%s', (classid::bigint operator(pg_catalog.<<) 32) operator(pg_catalog.|) objid::bigint)
          else pg_catalog.format('%s, %s', classid::bigint::bit(32)::integer, objid::bigint::bit(32)::integer) end
          from pg_catalog.pg_locks where locktype operator(pg_catalog.=) 'advisory' and granted
          and pid operator(pg_catalog.=) pg_catalog.pg_backend_pid()) locks (mode, shared, key)""";

  /** Does what {@code reset all} does, but for the settings with a prefix. */
  public static final String RESET_ALL =
      """
      do $aludel$
      declare
        setting text;
      begin
        for setting in select name from pg_catalog.pg_settings where source operator(pg_catalog.=) 'session'
            and name operator(pg_catalog.!~~) 'transaction\\_%' loop
          perform pg_catalog.set_config(setting, null, false);
        end loop;
      end
      $aludel$""";

  private static final Pattern ALL = Pattern.compile("reset\\s+all", Pattern.CASE_INSENSITIVE);

  private static final Pattern DEFERRAL =
      Pattern.compile("\\bset\\s+constraints\\b", Pattern.CASE_INSENSITIVE);

  // What waits is checked as it is when a transaction ends, and what waits by itself waits again.
  private static final String END_OF_DEFERRAL =
      """
      do $aludel$
      declare
        names text;
      begin
        set constraints all immediate;
        select pg_catalog.string_agg(distinct pg_catalog.format('%I.%I', n.nspname, c.conname), ', ') into names
          from pg_catalog.pg_constraint c join pg_catalog.pg_namespace n on n.oid operator(pg_catalog.=) c.connamespace
          where c.condeferred and not exists (select from pg_catalog.pg_constraint o where not o.condeferrable
            and o.conname operator(pg_catalog.=) c.conname and o.connamespace operator(pg_catalog.=) c.connamespace);
        if names is not null then
          execute 'set constraints ' operator(pg_catalog.||) names operator(pg_catalog.||) ' deferred';
        end if;
      end
      $aludel$""";

  public SessionSql {
    settings = Set.copyOf(settings);
  }

  /** For a session that {@code statements} may change. */
  public static SessionSql of(Collection<String> statements) {
    Set<String> settings = new TreeSet<>();
    for (String statement : statements) {
      addNames(settings, SETS.matcher(statement));
      if (CALLS.matcher(statement).find()) {
        addNames(settings, NAMES.matcher(statement));
      }
    }
    boolean defers = statements.stream().anyMatch(sql -> DEFERRAL.matcher(sql).find());
    return new SessionSql(settings, defers ? Deferral.UNTIL_COMMIT : Deferral.NONE);
  }

  private static void addNames(Set<String> settings, Matcher matcher) {
    while (matcher.find()) {
      settings.add(FoldedName.of(matcher.group(1) + "." + matcher.group(2)));
    }
  }

  /** Whether {@code statement} is one that {@link #RESET_ALL} stands for. */
  public static boolean resetsAll(String statement) {
    return ALL.matcher(statement.strip()).matches();
  }

  /** Makes the checks, inside a transaction that goes on, that would be made at its end. */
  public List<String> endOfDeferral() {
    return deferral == Deferral.NONE ? List.of() : List.of(END_OF_DEFERRAL);
  }

  /** A query for what a session holds, as one text. */
  public String remembered() {
    return "select pg_catalog.jsonb_agg(pg_catalog.to_jsonb(state))::text from (%s) as state (rank, kind, name, value, remove, restore)"
        .formatted(state(Extent.ALL));
  }

  /**
   * A query for what is not as it was: what it is, and the statement that puts it back, in order.
   *
   * @param before an expression for what {@link #remembered} answered
   * @param except a setting that does not count; empty for none
   */
  public String changes(String before, Extent extent, String except) {
    return """
    select distinct rank, kind operator(pg_catalog.||) ' ' operator(pg_catalog.||) name, statement from (
      with b as (select * from pg_catalog.jsonb_to_recordset(%s::jsonb) as b (rank integer, kind text, name text, value text, restore text)
        where rank operator(pg_catalog.=) any (array[%s])),
      n as (%s)
      select coalesce(n.rank, b.rank), coalesce(n.kind, b.kind), coalesce(n.name, b.name),
        case when b.kind is not null then b.restore
          when n.rank operator(pg_catalog.=) 4 and not exists (select from b where b.rank operator(pg_catalog.=) 4) then 'discard temp'
          else n.remove end
      from b full join n on n.kind operator(pg_catalog.=) b.kind and n.name operator(pg_catalog.=) b.name
      where (n.value operator(pg_catalog.=) b.value) is not true
    ) as changes (rank, kind, name, statement)
    where statement operator(pg_catalog.<>) '' and (kind operator(pg_catalog.||) ' ' operator(pg_catalog.||) name) operator(pg_catalog.<>) %s order by 1, 2, 3"""
        .formatted(before, ranks(extent), named(state(extent)), literal("setting " + except));
  }

  private static String named(String state) {
    return "select * from (%s) as state (rank, kind, name, value, remove, restore)"
        .formatted(state);
  }

  // Inside a transaction nobody knows which locks end with it; listeners begin and end after it.
  private static String ranks(Extent extent) {
    return switch (extent) {
      case SETTINGS -> "1, 2, 6";
      case IN_TRANSACTION -> "1, 2, 3, 4, 5, 6";
      case ALL -> "1, 2, 3, 4, 5, 6, 7, 8";
    };
  }

  private String state(Extent extent) {
    String settingsOfSession =
        SETTINGS.replace("PREFIXED", array()).replace("OF_FUNCTIONS", OF_FUNCTIONS);
    List<String> parts =
        switch (extent) {
          case SETTINGS -> List.of(AUTHORIZATION, ROLE, settingsOfSession);
          case IN_TRANSACTION ->
              List.of(AUTHORIZATION, ROLE, CURSORS, TEMPORARY, PREPARED, settingsOfSession);
          case ALL ->
              List.of(
                  AUTHORIZATION,
                  ROLE,
                  CURSORS,
                  TEMPORARY,
                  PREPARED,
                  settingsOfSession,
                  LISTENERS,
                  LOCKS);
        };
    return String.join("\nunion all ", parts);
  }

  private String array() {
    return new TreeSet<>(settings)
        .stream().map(SessionSql::literal).collect(Collectors.joining(", ", "array[", "]"));
  }

  // A backslash is doubled so that it means itself whatever the server thinks of plain literals.
  static String literal(String text) {
    String quoted = "'" + text.replace("'", "''") + "'";
    return text.contains("\\") ? "E" + quoted.replace("\\", "\\\\") : quoted;
  }
}
