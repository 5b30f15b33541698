package dev.aludel.migrations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.Migrator;
import dev.aludel.migrations.run.Fault.Deed;
import dev.aludel.migrations.run.Fault.Moment;
import dev.aludel.migrations.run.Scene.Obstacle;
import dev.aludel.migrations.run.TestDatabase.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Revisions fail for what can happen in this world. What is said must be so, and when the cause is
 * gone the next run must go on to the end. All that is said stands in a file, to be read; {@code
 * -Daludel.golden=write} writes it anew.
 */
final class FailureCausesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Kind.class)
  void upgrade_saysWhatToDoAndGoesOnWhenItIsDone_whateverTheCause(Kind kind) throws Exception {
    Transcript transcript = new Transcript();
    try (Stage stage = Stage.in(folder, kind)) {
      for (Scene scene : Scene.all(kind)) {
        stage.scripts().add("b2", "a1", scene.upgrade(), "");
        stage.set();
        transcript.title(scene.name());
        transcript.add("", play(stage, scene));
      }
    }
    transcript.assertAsIn("failure-causes-" + kind);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void stamp_saysThatItMayHaveTakenEffect_whenItsCommitIsNotAnswered(Kind kind)
      throws IOException, SQLException {
    try (Stage stage = Stage.in(folder, kind)) {
      stage.set();
      Mishap mishap = kind == Kind.SQLITE ? Mishap.DISK_BROKEN : Mishap.CONNECTION_ENDED;
      Deed deed = mishap.deed(stage.database(), Moment.AFTER);
      Migrator migrator = stage.disturbed(Fault.at("commit", Moment.AFTER, deed).atOnce()).build();

      assertThatThrownBy(() -> migrator.stamp("base"))
          .isInstanceOf(MigrationFailedException.class)
          .hasMessageStartingWith(
              kind == Kind.SQLITE ? "Cannot stamp jdbc:sqlite:" : "Cannot stamp postgresql://")
          .hasMessageEndingWith(
              kind == Kind.SQLITE
                  ? ": the database says \"disk I/O error\". Whether it took effect all the same,"
                      + " \"current\" shows. Look after the disk, and run again."
                  : ": the connection was lost, \"An I/O error occurred while sending to the"
                      + " backend.\". Whether it took effect all the same, \"current\" shows. Run"
                      + " again when the database can be reached.");
      assertThat(stage.rows()).isEmpty();
    }
  }

  private static String play(Stage stage, Scene scene) throws Exception {
    scene.data().harm().forEach(stage.database()::execute);
    List<String> before = stage.snapshot();
    Obstacle obstacle = scene.cause().arise(stage);
    String said = stage.upgrade(stage.disturbed(obstacle.fault()));
    obstacle.release().close();
    if (said.contains("The database is as it was") || said.contains("Nothing was run")) {
      assertThat(stage.snapshot()).as(scene.name()).isEqualTo(before);
    }
    scene.data().mending().forEach(stage.database()::execute);
    String next =
        stage.goOn(
            stage.undisturbed(),
            () -> !stage.database().query("select id from t where id = 7").isEmpty());
    return said + "\nThe next run: " + next;
  }
}
