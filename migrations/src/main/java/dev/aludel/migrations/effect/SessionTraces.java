package dev.aludel.migrations.effect;

import dev.aludel.migrations.effect.Effect.Attaches;
import dev.aludel.migrations.effect.Effect.ChangesSession;
import dev.aludel.migrations.effect.Effect.Creates;
import dev.aludel.migrations.effect.Effect.Deletes;
import dev.aludel.migrations.effect.Effect.Detaches;
import dev.aludel.migrations.effect.Effect.Inserts;
import dev.aludel.migrations.effect.Effect.Lifetime;
import dev.aludel.migrations.effect.Effect.Pragma;
import dev.aludel.migrations.effect.Effect.SessionPart;
import dev.aludel.migrations.effect.Effect.Unknown;
import dev.aludel.migrations.effect.Effect.Updates;
import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.SqlSyntax;
import dev.aludel.migrations.sql.Token;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a statement may leave a trace in the session of its connection. What calls a function
 * that is not among PostgreSQL's usual ones may: nobody reads what that does.
 */
public final class SessionTraces {
  private static final Set<String> HARMLESS = Set.of("grant", "revoke", "comment", "notify");
  // "create or replace function": the words among which an object's kind stands.
  private static final int HEAD = 4;
  private static final Set<String> FUNCTION_WORDS = Set.of("function", "procedure", "extension");
  private static final Set<String> CODE = Set.of("do", "call");
  private static final Set<String> CALLERS =
      Set.of("select", "with", "values", "insert", "update", "delete", "merge", "explain", "copy");

  // Words before a bracket that is no call, or one of a function that only computes.
  private static final Set<String> COMPUTING =
      Set.of(
          ("all and any array as between by case cast check coalesce cube default distinct else end"
                  + " except exists extract filter following from grouping having ilike in"
                  + " intersect is join lateral like limit materialized not nullif offset on or"
                  + " over overlaps overlay partition position preceding returning row rollup"
                  + " select set sets similar some substring then trim union using values when"
                  + " where with within bigint bit char character decimal float integer interval"
                  + " int numeric real smallint text time timestamp varbit varchar"
                  + " abs age array_agg array_length array_to_string avg btrim ceil ceiling"
                  + " char_length concat concat_ws convert_from convert_to count current_date"
                  + " date date_part date_trunc decode dense_rank encode exp floor format"
                  + " gen_random_uuid generate_series greatest initcap json_agg json_build_array"
                  + " json_build_object jsonb_agg jsonb_array_elements jsonb_array_elements_text"
                  + " jsonb_build_array jsonb_build_object jsonb_each jsonb_object_agg jsonb_set"
                  + " lag lead least left length lower lpad ltrim make_date make_interval"
                  + " make_timestamp max md5 min mod now nextval octet_length power random rank"
                  + " regexp_match regexp_matches regexp_replace regexp_split_to_array"
                  + " regexp_split_to_table repeat replace reverse right round row_number rpad"
                  + " rtrim setval sha256 sign split_part sqrt strpos string_agg string_to_array"
                  + " substr sum to_char to_date to_json to_jsonb to_number to_timestamp translate"
                  + " trunc unnest upper")
              .split(" "));

  private SessionTraces() {}

  /** Whether {@code text} changes the session and nothing else, and so can be repeated there. */
  public static boolean isAll(String text, SqlSyntax syntax) {
    List<Effect> effects = Effects.of(text, syntax);
    return !effects.isEmpty() && effects.stream().allMatch(SessionTraces::isOfTheSession);
  }

  private static boolean isOfTheSession(Effect effect) {
    return effect instanceof Pragma
        || effect instanceof Attaches
        || effect instanceof Detaches
        || effect instanceof ChangesSession;
  }

  /** Whether {@code text}, one statement, may leave one. */
  public static boolean mayRemain(String text, SqlSyntax syntax) {
    return remain(Effects.of(text, syntax))
        || (syntax != SqlSyntax.SQLITE && asksUnknown(Lexer.substance(text, syntax)));
  }

  /** Whether {@code effects} of a statement leave one. */
  public static boolean remain(List<Effect> effects) {
    return effects.stream().anyMatch(SessionTraces::isTrace);
  }

  /**
   * Whether {@code effects} of a statement leave one that only the end of a transaction lets go.
   */
  public static boolean outlastTransaction(List<Effect> effects) {
    return effects.stream()
        .anyMatch(
            effect ->
                effect instanceof Attaches
                    || (effect instanceof ChangesSession change
                        && change.part() == SessionPart.ADVISORY_LOCK));
  }

  /** Whether {@code effect} adds, changes or deletes rows. */
  public static boolean changesRows(Effect effect) {
    return effect instanceof Inserts || effect instanceof Updates || effect instanceof Deletes;
  }

  /** The calls that the database makes from now on, after {@code text} has made what makes them. */
  public static Set<UnseenCall> callsMade(String text, SqlSyntax syntax) {
    List<Token> tokens = Lexer.substance(text, syntax);
    List<Token> head = tokens.subList(0, Math.min(tokens.size(), HEAD));
    Set<UnseenCall> calls = EnumSet.noneOf(UnseenCall.class);
    if (head.stream().anyMatch(token -> FUNCTION_WORDS.contains(token.folded()))
        || tokens.stream().anyMatch(token -> token.folded().equals("set_config"))) {
      calls.add(UnseenCall.BY_ROWS);
    }
    if (!head.isEmpty() && CODE.contains(head.get(0).folded())) {
      calls.addAll(EnumSet.allOf(UnseenCall.class));
    }
    if (head.stream().anyMatch(token -> token.isWord("event"))) {
      calls.add(UnseenCall.BY_DEFINITIONS);
    }
    return calls;
  }

  private static boolean isTrace(Effect effect) {
    if (effect instanceof Creates made) {
      return made.lifetime() == Lifetime.TEMPORARY;
    }
    if (effect instanceof Unknown unknown) {
      return !HARMLESS.contains(unknown.word());
    }
    return isOfTheSession(effect);
  }

  private static boolean asksUnknown(List<Token> tokens) {
    if (tokens.isEmpty()) {
      return false;
    }
    String first = tokens.get(0).isSymbol('(') ? "select" : tokens.get(0).folded();
    for (int i = 0; CALLERS.contains(first) && i + 1 < tokens.size(); i++) {
      if (tokens.get(i + 1).isSymbol('(') && isCall(tokens, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCall(List<Token> tokens, int index) {
    Token name = tokens.get(index);
    boolean named = name.kind() == Token.Kind.WORD || name.kind() == Token.Kind.QUOTED_NAME;
    return named && !COMPUTING.contains(name.folded()) && !isTarget(tokens, index);
  }

  // "insert into s.t (a)", "with t (a) as": the columns of a table are no arguments.
  private static boolean isTarget(List<Token> tokens, int index) {
    int before = index - 1;
    while (before > 0 && tokens.get(before).isSymbol('.')) {
      before -= 2;
    }
    return before >= 0
        && (tokens.get(before).isWord("into")
            || tokens.get(before).isWord("with")
            || tokens.get(before).isWord("copy"));
  }
}
