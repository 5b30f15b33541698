package dev.aludel.migrations.run;

import dev.aludel.migrations.dialect.Dialect;
import dev.aludel.migrations.dialect.IndexStatement;
import dev.aludel.migrations.dialect.IndexStatement.Kind;
import dev.aludel.migrations.dialect.IndexStatement.State;
import dev.aludel.migrations.dialect.TranslatedStatement;
import dev.aludel.migrations.script.Excerpt;
import dev.aludel.migrations.sql.DatabaseProduct;
import dev.aludel.migrations.sql.Lexer;
import dev.aludel.migrations.sql.Token;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Goes on with a step whose statements run outside a transaction, after an earlier run broke off.
 * The catalog tells of an index whether it is there; what can be done twice is done twice; of all
 * else nobody can tell, and a person is asked to look.
 */
final class Resumption {
  private static final Set<String> REPEATABLE =
      Set.of("analyze", "pragma", "reindex", "vacuum", "cluster", "refresh");

  private final Session session;
  private final Dialect dialect;
  private final String journal;

  /**
   * @param journal what messages call it
   */
  Resumption(Session session, Dialect dialect, String journal) {
    this.session = session;
    this.dialect = dialect;
    this.journal = journal;
  }

  /**
   * Whether {@code statement}, the next of an unfinished step, has run already. What its breaking
   * off left behind is cleared away.
   *
   * @param number which statement of the step it is, from 1
   * @throws InterruptedStepException if it was running when the earlier run ended, and it cannot be
   *     told whether it took effect
   */
  boolean isDone(
      PreparedStep step, TranslatedStatement statement, UnfinishedStep unfinished, int number)
      throws SQLException {
    Optional<IndexStatement> index = IndexStatement.of(statement.sql(), dialect.product().syntax());
    boolean interrupted = unfinished.interrupted(number);
    if (index.isPresent()) {
      return isDone(index.get(), interrupted);
    }
    for (String leftover : dialect.leftoversOf(session.connection(), statement.sql())) {
      session.execute("drop index concurrently if exists " + leftover);
    }
    if (interrupted && !isRepeatable(statement)) {
      throw unknown(step, statement, unfinished, number);
    }
    return false;
  }

  private boolean isDone(IndexStatement index, boolean interrupted) throws SQLException {
    IndexStatement.Found found = dialect.findIndex(session.connection(), index);
    if (found.state() == State.INVALID) {
      session.execute("drop index concurrently " + found.name());
      return index.kind() == Kind.DROP;
    }
    State wanted = index.kind() == Kind.CREATE ? State.VALID : State.ABSENT;
    return interrupted && found.state() == wanted;
  }

  private boolean isRepeatable(TranslatedStatement statement) {
    List<Token> tokens = Lexer.substance(statement.sql(), dialect.product().syntax());
    boolean conditional =
        tokens.stream().limit(6).anyMatch(token -> token.isWord("exists"))
            && tokens.stream().limit(6).anyMatch(token -> token.isWord("if"));
    return conditional
        || session.keeper().isAll(statement)
        || REPEATABLE.contains(tokens.get(0).folded());
  }

  // A server does not see at once that nobody waits for its answer any more.
  private String unknownState() {
    return dialect.product() == DatabaseProduct.POSTGRESQL
        ? "Nobody can tell whether it took effect, or still runs (pg_stat_activity shows that)"
        : "Nobody can tell whether it took effect";
  }

  private InterruptedStepException unknown(
      PreparedStep step, TranslatedStatement statement, UnfinishedStep unfinished, int number) {
    return new InterruptedStepException(
        "%s was broken off while it ran, outside a transaction, its statement %d at %s: \"%s\". %s. Look. If it did, run \"update %s set running_statement = 0, statements = %d where sequence = %d\"; if not, \"update %s set running_statement = 0 where sequence = %d\". Then run again."
            .formatted(
                step.title(),
                number,
                statement.origin().position(),
                Excerpt.of(statement.sql()),
                unknownState(),
                journal,
                number,
                unfinished.sequence(),
                journal,
                unfinished.sequence()));
  }
}
