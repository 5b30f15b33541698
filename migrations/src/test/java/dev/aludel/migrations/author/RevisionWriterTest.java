package dev.aludel.migrations.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aludel.migrations.revision.MigrationException;
import dev.aludel.migrations.revision.RevisionId;
import dev.aludel.migrations.run.Scripts;
import dev.aludel.migrations.script.RevisionScript;
import dev.aludel.migrations.script.ScriptDirectory;
import dev.aludel.migrations.script.ScriptLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RevisionWriterTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-04T05:06:07.890Z"), ZoneOffset.UTC);

  @TempDir private Path folder;
  private Scripts scripts;

  @BeforeEach
  void writeScripts() {
    scripts = new Scripts(folder).add("a1", "base", "", "").add("b1", "a1", "", "");
  }

  private RevisionWriter writer() {
    return writer(Set.of());
  }

  private RevisionWriter writer(Set<String> rows) {
    return new RevisionWriter(List.of(new ScriptLocation.OnDisk(folder)), () -> rows, CLOCK);
  }

  private static NewRevision.Builder request(String id) {
    return NewRevision.saying("Add users").id(id);
  }

  private List<String> parents(String... heads) {
    return writer()
        .write(request("new1").heads(List.of(heads)).build())
        .revision()
        .parents()
        .stream()
        .map(RevisionId::value)
        .toList();
  }

  private void assertRefused(ThrowingCallable writing, String message) throws IOException {
    List<Path> before = files();
    assertThatThrownBy(writing).isInstanceOf(MigrationException.class).hasMessage(message);
    assertThat(files()).isEqualTo(before);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted().toList();
    }
  }

  @Test
  void write_followsTheHead_andSaysWhatToWrite() {
    WrittenRevision written = writer().write(request("c1").build());

    assertThat(written.file()).isEqualTo(folder.resolve("20260304_c1_add_users.sql"));
    assertThat(written.file())
        .hasContent(
            """
            --@ revision c1
            --@ revises b1
            --@ created 2026-03-04T05:06:07Z
            --@ message Add users

            --@ upgrade
            -- Write here, in portable SQL, what brings the database to this revision.
            -- What only one database knows goes after a line "--@ verbatim sqlite" or "--@ verbatim postgresql".

            --@ downgrade
            -- Write here what takes it back: the opposite of each statement above, the last one first.
            -- If there is no way back, write "--@ irreversible" and the reason on a line of its own.
            """);
    assertThat(written.shared()).isEmpty();
  }

  @Test
  void write_writesTheWholeHeader_whenAllOfItIsGiven() throws IOException {
    scripts.add("z1", "base", "", "");

    WrittenRevision written =
        writer()
            .write(
                request("c1")
                    .heads(List.of("b1"))
                    .label("users")
                    .label("shop")
                    .dependsOn(List.of("z1"))
                    .build());

    assertThat(Files.readString(written.file()))
        .startsWith(
            """
            --@ revision c1
            --@ revises b1
            --@ branch shop, users
            --@ depends-on z1
            --@ created 2026-03-04T05:06:07Z
            --@ message Add users
            """);
  }

  @Test
  void write_makesAnIdOfTwelveHexadecimalDigits_whenNoneIsGiven() {
    WrittenRevision written = writer().write(NewRevision.saying("Add users").build());

    assertThat(written.revision().id().value()).matches("[0-9a-f]{12}");
  }

  @Test
  void write_knowsWhatItWroteBefore() {
    RevisionWriter writer = writer();
    writer.write(request("c1").build());

    assertThat(writer.write(request("d1").build()).revision().parents())
        .containsExactly(RevisionId.of("c1"));
  }

  @Test
  void write_writesARoot_whenThereIsNoRevision() throws IOException {
    Files.delete(folder.resolve("a1.sql"));
    Files.delete(folder.resolve("b1.sql"));

    assertThat(parents()).isEmpty();
  }

  @Test
  void write_writesARoot_whenBaseIsNamed() {
    assertThat(parents("base")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"head,b2", "b2,b2", "beef,beef0001", "ledger@head,beef0001", "heads,b2 beef0001"})
  void write_takesTargetsOfEveryForm(String head, String expected) throws IOException {
    Files.delete(folder.resolve("b1.sql"));
    scripts.add("b2", "a1", "", "");
    if (!head.equals("head")) {
      scripts.add("beef0001", "base\n--@ branch ledger", "", "");
    }

    assertThat(parents(head)).containsExactly(expected.split(" "));
  }

  @Test
  void write_asksForTheRows_whenTheTargetCountsFromThem() {
    assertThat(
            writer(Set.of("a1"))
                .write(request("c1").heads(List.of("+1")).build())
                .revision()
                .parents())
        .containsExactly(RevisionId.of("b1"));
  }

  @Test
  void write_refusesTheRows_whenNothingIsApplied() throws IOException {
    assertRefused(
        () -> writer().write(request("c1").heads(List.of("current")).build()),
        "Cannot write a revision on \"current\": the database is at base there, which is no"
            + " revision. Name a revision of the scripts.");
  }

  @Test
  void write_refusesToGuess_whenThereAreSeveralHeads() throws IOException {
    scripts.add("b2", "a1\n--@ branch ledger", "", "");

    assertRefused(
        () -> writer().write(request("c1").build()),
        "Cannot write a revision on \"head\": there are 2 heads, b1 and b2 (ledger). Name one"
            + " (\"revision --head b1@head\"), take all (\"revision --head heads\"), or run"
            + " \"merge b1 b2\".");
  }

  @Test
  void write_refusesAParentWithChildren() throws IOException {
    assertRefused(
        () -> writer().write(request("c1").heads(List.of("a1")).build()),
        "Cannot write a revision on \"a1\": a1 is no head, it is followed by b1. Name a head (see"
            + " \"heads\"), or add --splice to start a branch at a1.");
  }

  @Test
  void write_startsABranch_whenItMaySplice() {
    assertThat(
            writer()
                .write(request("c1").heads(List.of("a1")).splice(Splice.ALLOWED).build())
                .revision()
                .parents())
        .containsExactly(RevisionId.of("a1"));
  }

  @Test
  void write_refusesBaseBesideOthers() throws IOException {
    assertRefused(
        () -> writer().write(request("c1").heads(List.of("b1", "base")).build()),
        "Cannot write a revision on \"b1 base\": base means a new root, which follows nothing."
            + " Leave it out, or leave out the others.");
  }

  @Test
  void write_refusesAParentThatAnotherParentDescendsFrom() throws IOException {
    assertRefused(
        () ->
            writer().write(request("c1").heads(List.of("a1", "b1")).splice(Splice.ALLOWED).build()),
        "Cannot write a revision on \"a1 b1\": b1 descends from a1 already. Leave out a1.");
  }

  @Test
  void write_refusesAnUnknownParent() throws IOException {
    assertRefused(
        () -> writer().write(request("c1").heads(List.of("nope")).build()),
        "Cannot write a revision on \"nope\": no revision has the id or the label nope, and no id"
            + " begins with it. See \"history\" for those that are there.");
  }

  @Test
  void write_keepsALabel_andCompletesAPrefix_whenTheRevisionDependsOnThem() {
    scripts
        .add("cafe0001", "base\n--@ branch ledger", "", "")
        .add("beef0001", "base\n--@ branch shop", "", "");

    assertThat(
            writer()
                .write(
                    request("c1").heads(List.of("b1")).dependsOn(List.of("ledger", "beef")).build())
                .revision()
                .dependencies())
        .containsExactly("beef0001", "ledger");
  }

  @Test
  void write_refusesAnUnknownDependency() throws IOException {
    assertRefused(
        () -> writer().write(request("c1").dependsOn(List.of("nope")).build()),
        "Cannot depend on \"nope\": no revision has the id or the label nope, and no id begins"
            + " with it. See \"history\" for those that are there.");
  }

  @Test
  void write_refusesBaseAsADependency() throws IOException {
    assertRefused(
        () -> writer().write(request("c1").dependsOn(List.of("base")).build()),
        "Cannot depend on \"base\": it means no revision. Name one, or a label.");
  }

  @Test
  void write_refusesAnIdThatIsTaken() throws IOException {
    assertRefused(
        () -> writer().write(request("a1").build()),
        "Cannot write a revision a1: %s/a1.sql has this id. Give it another with --rev-id; nothing was written."
            .formatted(folder));
  }

  @Test
  void write_refusesALabelThatIsTaken() throws IOException {
    scripts.add("z1", "base\n--@ branch ledger", "", "");

    assertRefused(
        () -> writer().write(request("c1").heads(List.of("b1")).label("ledger").build()),
        "Cannot write %1$s/20260304_c1_add_users.sql: with it, the revisions would form no graph. ledger is a label of 2 revisions, c1 (%1$s/20260304_c1_add_users.sql) and z1 (%1$s/z1.sql). A label names one revision: leave it on one. Nothing was written."
            .formatted(folder));
  }

  @Test
  void write_refusesALabelThatIsAnId() throws IOException {
    assertRefused(
        () -> writer().write(request("c1").label("a1").build()),
        "Cannot write %1$s/20260304_c1_add_users.sql: with it, the revisions would form no graph. a1 is a label of c1 (%1$s/20260304_c1_add_users.sql) and the id of a1 (%1$s/a1.sql). Rename the label. Nothing was written."
            .formatted(folder));
  }

  @Test
  void write_refusesALabelThatCanBeNone() throws IOException {
    assertRefused(
        () -> writer().write(request("c1").label("a,b").build()),
        "\"a,b\" is no label: it takes 1 to 32 characters out of a to z, A to Z, 0 to 9 and"
            + " \"_\".");
  }

  @Test
  void build_refusesAnIdThatCanBeNone() {
    NewRevision.Builder builder = NewRevision.saying("");

    assertThatThrownBy(() -> builder.id("a-1"))
        .isInstanceOf(MigrationException.class)
        .hasMessage(
            "\"a-1\" is no id for a new revision: Alembic reads none with a hyphen. Write \"_\""
                + " instead.");
    String long33 = "a".repeat(33);
    assertThatThrownBy(() -> builder.id(long33))
        .isInstanceOf(MigrationException.class)
        .hasMessage(
            "\"%s\" is no id for a new revision: it has 33 characters, and the column of a version"
                + " table takes 32 where Alembic has made it. Shorten it.",
            long33);
  }

  @Test
  void write_neverOverwrites() throws IOException {
    Path taken = folder.resolve("20260304_c1_add_users.sql");
    Files.createSymbolicLink(taken, folder.resolve("nowhere.txt"));
    Files.writeString(folder.resolve("nowhere.txt"), script("z1"));

    assertRefused(
        () -> writer().write(request("c1").heads(List.of("b1")).build()),
        "Cannot write %1$s: %1$s: it is there already. Nothing was written.".formatted(taken));
    assertThat(folder.resolve("nowhere.txt")).hasContent(script("z1"));
  }

  private static String script(String id) {
    return "--@ revision %s\n--@ revises base\n--@ upgrade\n".formatted(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Add\nusers",
        " Add\r\n\tusers\u0000 ",
        "Add\u2028users",
        "Add\n--@ upgrade\ndrop table users;",
        "--@ revision z9",
        "Add ${revision} and $1 \\ 'it''s' /* open"
      })
  void write_keepsTheMessageOnItsLine(String message) throws IOException {
    WrittenRevision written = writer().write(NewRevision.saying(message).id("c1").build());

    RevisionScript again = RevisionScript.read(written.file(), Files.readString(written.file()));
    String expected = message.strip().replaceAll("[\\s\u0000\u2028]+", " ").strip();
    assertThat(again.revision().message()).isEqualTo(expected);
    assertThat(again.revision().id().value()).isEqualTo("c1");
    assertThat(Files.readAllLines(written.file())).contains("--@ message " + expected);
  }

  @Test
  void write_leavesOutTheMessage_whenItIsEmpty() throws IOException {
    WrittenRevision written = writer().write(NewRevision.saying(" \n").id("c1").build());

    assertThat(written.file().getFileName()).hasToString("20260304_c1.sql");
    assertThat(Files.readString(written.file())).doesNotContain("message");
  }

  @Test
  void write_writesBesideItsParent() {
    WrittenRevision first = writer().write(request("c1").folder(folder.resolve("2026/03")).build());
    WrittenRevision second = writer().write(request("d1").build());

    assertThat(first.file().getParent()).isEqualTo(folder.resolve("2026/03"));
    assertThat(second.file().getParent()).isEqualTo(folder.resolve("2026/03"));
  }

  @Test
  void write_refusesAFolderOutsideTheScriptLocations(@TempDir Path elsewhere) throws IOException {
    assertRefused(
        () -> writer().write(request("c1").folder(elsewhere).build()),
        "Cannot write a revision into %s: no command would find it there. Name a folder in or below %s, or make it a script location."
            .formatted(elsewhere, folder));
  }

  @Test
  void write_refusesAFolderThatIsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("notes"), "");

    assertRefused(
        () -> writer().write(request("c1").folder(file.resolve("deep")).build()),
        "Cannot write %1$s/deep/20260304_c1_add_users.sql: %1$s: it is there already. Nothing was written."
            .formatted(file));
  }

  @Test
  void write_refusesToChoose_whenARootCouldGoIntoSeveralLocations(@TempDir Path other)
      throws IOException {
    RevisionWriter writer =
        new RevisionWriter(
            List.of(new ScriptLocation.OnDisk(folder), new ScriptLocation.OnDisk(other)),
            Set::of,
            CLOCK);

    assertRefused(
        () -> writer.write(request("c1").heads(List.of("base")).build()),
        "Cannot choose where the revision goes: there are 2 script locations, %s and %s. Name one with --version-path."
            .formatted(folder, other));
    assertThat(writer.write(request("c1").heads(List.of("base")).folder(other).build()).file())
        .hasParent(other);
  }

  @Test
  void write_isRefused_whenAllScriptsAreOnTheClassPath() {
    RevisionWriter writer = new RevisionWriter(List.of(ScriptLocation.BUNDLED), Set::of, CLOCK);
    NewRevision request = request("c1").heads(List.of("base")).build();

    assertThatThrownBy(() -> writer.write(request))
        .isInstanceOf(AuthorException.class)
        .hasMessage(
            "Cannot write a revision: all scripts here are on the class path, which is only read."
                + " Make a folder for yours with \"init DIR\" and work in it, where"
                + " aludel.properties names its revisions, or name them with --script-location.");
  }

  @Test
  void write_followsARevisionOfTheClassPath() {
    RevisionWriter writer =
        new RevisionWriter(
            List.of(ScriptLocation.BUNDLED, new ScriptLocation.OnDisk(folder)), Set::of, CLOCK);

    WrittenRevision written = writer.write(request("c1").heads(List.of("002")).build());

    assertThat(written.file()).hasParent(folder);
    assertThat(written.revision().parents()).containsExactly(RevisionId.of("002"));
  }

  @Test
  void write_usesTheTemplateOfTheLocation() throws IOException {
    Files.writeString(
        folder.resolve("revision.sql.template"),
        """
        -- Copyright of us all. $$ stays, and {revision} too.
        --@ revision ${revision}
        --@ revises ${revises}
        --@ depends-on ${depends_on}
        --@ upgrade sqlite
        -- ${message}, ${created}
        """);

    WrittenRevision written = writer().write(request("c1").build());

    assertThat(written.file())
        .hasContent(
            """
            -- Copyright of us all. $$ stays, and {revision} too.
            --@ revision c1
            --@ revises b1
            --@ upgrade sqlite
            -- Add users, 2026-03-04T05:06:07Z
            """);
  }

  @Test
  void write_prefersTheTemplateThatIsNamed(@TempDir Path elsewhere) throws IOException {
    Files.writeString(folder.resolve("revision.sql.template"), "nonsense");
    Path template =
        Files.writeString(
            elsewhere.resolve("mine"),
            "--@ revision ${revision}\r\n--@ revises ${revises}\r\n--@ upgrade");

    assertThat(writer().write(request("c1").template(template).build()).file())
        .hasContent("--@ revision c1\n--@ revises b1\n--@ upgrade\n");
  }

  private void assertTemplateRefused(String text, String message) throws IOException {
    Path template = Files.writeString(folder.resolve("mine"), text);

    assertRefused(
        () -> writer().write(request("c1").template(template).label("shop").build()),
        message.formatted(template));
  }

  @Test
  void write_refusesATemplateThatIsMissing() throws IOException {
    Path template = folder.resolve("none");

    assertRefused(
        () -> writer().write(request("c1").template(template).build()),
        "Cannot read the template %s: there is no such file or folder. Name a text file in UTF-8; nothing was written."
            .formatted(template));
  }

  @Test
  void write_refusesATemplateThatIsNoText() throws IOException {
    Path template = Files.write(folder.resolve("mine"), new byte[] {'-', (byte) 0xff});

    assertRefused(
        () -> writer().write(request("c1").template(template).build()),
        "Cannot read the template %s: it is not UTF-8. Name a text file in UTF-8; nothing was written."
            .formatted(template));
  }

  @Test
  void write_refusesATemplateWithAnUnknownPlaceholder() throws IOException {
    assertTemplateRefused(
        "--@ revision ${revision}\n--@ author ${author}\n",
        "The template %s has the placeholder ${author}, which is not known. Known are: ${branch},"
            + " ${created}, ${depends_on}, ${message}, ${revises}, ${revision}. Nothing was"
            + " written.");
  }

  @Test
  void write_refusesATemplateWithoutItsHeader() throws IOException {
    assertTemplateRefused(
        "--@ revision ${revision}\n--@ upgrade\n",
        "The template %s makes no revision script. "
            + folder
            + "/20260304_c1_add_users.sql:1:1: the header has no \"--@ revises\". A revision"
            + " script begins with \"--@ revision ID\" and \"--@ revises PARENT\" (or \"--@"
            + " revises base\"). Nothing was written.");
  }

  @Test
  void write_refusesATemplateWithoutSections() throws IOException {
    assertTemplateRefused(
        "--@ revision ${revision}\n--@ revises ${revises}\n",
        "The template %s makes no revision script. "
            + folder
            + "/20260304_c1_add_users.sql:3:1: the script has no \"--@ upgrade\" section. Write"
            + " it, empty if there is nothing to do. Nothing was written.");
  }

  @Test
  void write_refusesATemplateThatSaysSomethingElse() throws IOException {
    assertTemplateRefused(
        "--@ revision ${revision}\n--@ revises base\n--@ upgrade\n",
        "The template %s writes \"base\" where \"b1\" was asked for: its line \"--@ revises\""
            + " needs ${revises}. Nothing was written.");
  }

  @Test
  void write_refusesATemplateThatLosesALabel() throws IOException {
    assertTemplateRefused(
        "--@ revision ${revision}\n--@ revises ${revises}\n--@ upgrade\n",
        "The template %s writes \"\" where \"shop\" was asked for: its line \"--@ branch\" needs"
            + " ${branch}. Nothing was written.");
  }

  @Test
  void merge_joinsAllHeads() {
    scripts.add("b2", "a1", "", "");

    WrittenRevision written = writer().merge(NewRevision.saying("").id("m1").build());

    assertThat(written.file())
        .hasFileName("20260304_m1_merge_b1_and_b2.sql")
        .hasContent(
            """
            --@ revision m1
            --@ revises b1, b2
            --@ created 2026-03-04T05:06:07Z
            --@ message Merge b1 and b2

            --@ upgrade
            -- This revision joins branches, and mostly that is all: then nothing stands here.
            -- Write here what has to be set right once both branches are applied.

            --@ downgrade
            -- Write here what takes back the statements above. Nothing, if there are none.
            """);
    assertThat(ScriptDirectory.read(List.of(new ScriptLocation.OnDisk(folder))).graph().heads())
        .containsExactly(RevisionId.of("m1"));
  }

  @Test
  void merge_joinsThoseThatAreNamed() {
    scripts.add("b2", "a1", "", "").add("b3", "a1", "", "");

    assertThat(
            writer()
                .merge(NewRevision.saying("Join").heads(List.of("b1", "b3")).build())
                .revision()
                .parents())
        .containsExactly(RevisionId.of("b1"), RevisionId.of("b3"));
  }

  @Test
  void merge_isRefused_whenThereIsOneHead() throws IOException {
    assertRefused(
        () -> writer().merge(NewRevision.saying("").build()),
        "Cannot merge \"heads\": it means b1, and a merge needs two revisions at least. See"
            + " \"heads\" for those that can be merged.");
  }

  @Test
  void merge_isRefused_whenOneIsNoHead() throws IOException {
    scripts.add("z1", "base", "", "");

    assertRefused(
        () -> writer().merge(NewRevision.saying("").heads(List.of("a1", "z1")).build()),
        "Cannot merge \"a1 z1\": a1 is no head, it is followed by b1. Name the head of its branch"
            + " (see \"heads\").");
  }

  @Test
  void merge_isRefused_whenOneDescendsFromAnother() throws IOException {
    assertRefused(
        () -> writer().merge(NewRevision.saying("").heads(List.of("a1", "b1")).build()),
        "Cannot merge \"a1 b1\": b1 descends from a1 already. Leave out a1.");
  }

  @Test
  void merge_isRefused_whenAScriptOfABranchIsWrong() throws IOException {
    scripts.add("b2", "a1", "commit;", "");

    assertRefused(
        () -> writer().merge(NewRevision.saying("").build()),
        "%s/b2.sql:4:1: found transaction control, \"commit\". A revision runs in a transaction that Aludel begins and ends. Leave it out."
            .formatted(folder));
  }
}
