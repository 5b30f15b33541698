package dev.aludel.persistence.testkit.wrong;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.aludel.domain.conversation.Session;
import dev.aludel.domain.conversation.Sessions;
import dev.aludel.domain.documentation.Documents;
import dev.aludel.domain.documentation.Project;
import dev.aludel.domain.documentation.Projects;
import dev.aludel.domain.memory.Episode;
import dev.aludel.domain.memory.Episodes;
import dev.aludel.domain.memory.Turn;
import dev.aludel.domain.memory.Turns;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mistakes with the values of single fields. */
final class FieldMistakes {

  static final List<Mistake> ALL =
      List.of(
          new Mistake("rounds times to seconds", "FIELDS-01", FieldMistakes::roundsTimesToSeconds),
          new Mistake(
              "keeps numbers in single precision",
              "FIELDS-01",
              FieldMistakes::keepsNumbersInSinglePrecision),
          new Mistake(
              "stores the empty text as none",
              "FIELDS-01",
              FieldMistakes::storesTheEmptyTextAsNone),
          new Mistake("cuts a long text", "TEXTS-01", FieldMistakes::cutsALongText),
          new Mistake("cuts a long key", "TEXTS-03", FieldMistakes::cutsALongKey),
          new Mistake(
              "writes a question mark for half a surrogate pair",
              "TEXTS-05",
              FieldMistakes::writesAQuestionMarkForHalfASurrogatePair));

  private FieldMistakes() {}

  private static @Nullable Object roundsTimesToSeconds(Call call) throws Throwable {
    return call.is(Sessions.class, "insert")
        ? call.with(rounded(call.argument(0, Session.class))).proceed()
        : call.proceed();
  }

  private static Session rounded(Session session) {
    return new Session(
        session.id(),
        session.userId(),
        session.nameOrNull(),
        session.agentIdOrNull(),
        rounded(session.createdAt()),
        rounded(session.updatedAt()));
  }

  private static Instant rounded(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }

  private static @Nullable Object keepsNumbersInSinglePrecision(Call call) throws Throwable {
    if (!call.is(Episodes.class, "insert")) {
      return call.proceed();
    }
    Episode given = call.argument(0, Episode.class);
    Double valence = given.valenceOrNull();
    return call.with(
            new Episode(
                given.id(),
                given.createdAt(),
                given.eventTypeOrNull(),
                given.contentOrNull(),
                valence == null ? null : (Double) (double) valence.floatValue(),
                given.metadataOrNull()))
        .proceed();
  }

  private static @Nullable Object storesTheEmptyTextAsNone(Call call) throws Throwable {
    if (!call.is(Turns.class, "insert")) {
      return call.proceed();
    }
    Turn given = call.argument(0, Turn.class);
    return call.with(
            new Turn(
                given.id(),
                given.createdAt(),
                "".equals(given.userInputOrNull()) ? null : given.userInputOrNull(),
                given.assistantResponseOrNull(),
                given.metadataOrNull()))
        .proceed();
  }

  private static @Nullable Object cutsALongText(Call call) throws Throwable {
    return call.is(Documents.class, "putContent")
        ? call.with(call.arguments().get(0), cut(call.argument(1, String.class), 65_535)).proceed()
        : call.proceed();
  }

  private static String cut(String text, int length) {
    return text.substring(0, Math.min(length, text.length()));
  }

  private static @Nullable Object cutsALongKey(Call call) throws Throwable {
    if (!call.is(Projects.class, "insert")) {
      return call.proceed();
    }
    Project given = call.argument(0, Project.class);
    return call.with(
            new Project(
                given.id(),
                given.name(),
                cut(given.rootPath(), 255),
                given.descriptionOrNull(),
                given.createdAt(),
                given.updatedAt()))
        .proceed();
  }

  // What Java itself does when it makes UTF-8 of a text.
  private static @Nullable Object writesAQuestionMarkForHalfASurrogatePair(Call call)
      throws Throwable {
    return call.is(Documents.class, "putContent") || call.is(Sessions.class, "rename")
        ? call.with(
                call.arguments().get(0),
                new String(call.argument(1, String.class).getBytes(UTF_8), UTF_8))
            .proceed()
        : call.proceed();
  }
}
