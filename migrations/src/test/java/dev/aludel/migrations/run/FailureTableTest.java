package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.migrations.run.Fault.Moment;
import dev.aludel.migrations.run.TestDatabase.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each statement of a run fails, those among them that Aludel adds. What is said of the database
 * must be so, and the next run must go on to the end. All that is said stands in a file, to be
 * read; {@code -Daludel.golden=write} writes it anew.
 */
final class FailureTableTest {
  private static final Pattern COUNT =
      Pattern.compile("(None of the 2|1 of 2|Both) statements of this revision");
  private static final int SHOWN = 60;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_saysWhereTheDatabaseIsAndGoesOnNextTime_whicheverStatementFails(Kind kind)
      throws IOException, SQLException {
    Transcript transcript = new Transcript();
    for (Subject subject : Subject.values()) {
      try (Stage stage = Stage.in(folder, kind)) {
        subject.addRevisions(stage.scripts());
        for (Mishap mishap : Mishap.values()) {
          if (mishap.befalls(kind)) {
            transcript.title(words(subject) + ": " + words(mishap));
            new Table(stage, subject, mishap).play(transcript);
          }
        }
      }
    }
    transcript.assertAsIn("failures-" + kind);
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** One thing that happens at each statement of a run. */
  private static final class Table {
    private final Stage stage;
    private final Subject subject;
    private final Mishap mishap;
    private final List<String> before;
    private final List<String> after;
    private final List<String> statements;

    Table(Stage stage, Subject subject, Mishap mishap) throws IOException {
      this.stage = stage;
      this.subject = subject;
      this.mishap = mishap;
      stage.set();
      before = stage.snapshot();
      Fault none = Fault.none();
      assertThat(upgrade(none)).isEqualTo("(ends well)");
      after = stage.snapshot();
      statements = none.statements();
    }

    private String upgrade(Fault fault) {
      return stage.upgrade(subject.set(stage.disturbed(fault)));
    }

    void play(Transcript transcript) throws IOException {
      for (Moment moment : Moment.values()) {
        for (int number = 1; number <= statements.size(); number++) {
          String statement = statements.get(number - 1);
          if (differs(moment, statement)) {
            fail(number, moment, words(moment) + " " + begin(statement), transcript);
          }
        }
      }
    }

    /**
     * Enough of a statement to know it again; the server's processes have other numbers each time.
     */
    private static String begin(String written) {
      String statement =
          written.replaceAll("pg_backend_pid\\(\\) = \\d+", "pg_backend_pid() = PID");
      return statement.length() <= SHOWN ? statement : statement.substring(0, SHOWN) + " ...";
    }

    // After a statement of a transaction is as before the next one.
    private boolean differs(Moment moment, String statement) {
      boolean lasts = subject == Subject.OUTSIDE_A_TRANSACTION || statement.equals("commit");
      return moment == Moment.BEFORE || (lasts && mishap != Mishap.DISK_FULL);
    }

    private void fail(int number, Moment moment, String occasion, Transcript transcript)
        throws IOException {
      stage.set();
      Fault fault = Fault.at(number, moment, mishap.deed(stage.database(), moment));
      String said = upgrade(fault);
      if (fault.happened()) {
        assertSoItIs(occasion, said);
        transcript.add(occasion, said + "\n" + goOn(occasion));
      }
    }

    private void assertSoItIs(String occasion, String said) {
      List<String> now = stage.snapshot();
      if (said.startsWith("Upgrade") || said.startsWith("The run")) {
        assertThat(said).as(occasion).containsPattern("\\bat " + stage.rows() + "\\b");
      }
      if (subject == Subject.OUTSIDE_A_TRANSACTION) {
        assertThat(counted(said)).as("%s: %s", occasion, said).contains(effects());
      } else {
        assertThat(now).as("%s: %s", occasion, said).isIn(before, after);
      }
      if (said.contains("The database is as it was") || said.contains("Nothing was changed")) {
        assertThat(now).as(occasion).isEqualTo(before);
      }
      if (allIsDone(said)) {
        assertThat(now).as(occasion).isEqualTo(after);
      }
    }

    private static boolean allIsDone(String said) {
      return said.equals("(ends well)")
          || said.startsWith("All is done")
          || said.contains("It took effect all the same");
    }

    /** How many of two statements outside a transaction took effect, by what is said. */
    private static List<Integer> counted(String said) {
      Matcher matcher = COUNT.matcher(said);
      int done =
          matcher.find() ? List.of("None of the 2", "1 of 2", "Both").indexOf(matcher.group(1)) : 0;
      if (allIsDone(said)) {
        return List.of(2);
      }
      return said.contains("Whether this one took effect")
          ? List.of(done, done + 1)
          : List.of(done);
    }

    /** How many of them did. */
    private int effects() {
      String index =
          stage.kind() == Kind.SQLITE
              ? "select name from sqlite_schema where name = 'i'"
              : "select indexrelid from pg_index where indexrelid = to_regclass('i') and"
                  + " indisvalid";
      return stage.database().query(index).size() + inserted();
    }

    private int inserted() {
      return stage.database().query("select id from t where id = 7").size();
    }

    /** The next run, and what there was to do before it could go on. */
    private String goOn(String occasion) {
      String said = stage.goOn(subject.set(stage.undisturbed()), () -> inserted() == 1);
      assertThat(stage.snapshot()).as(occasion).isEqualTo(after);
      return "The next run: " + said;
    }
  }
}
