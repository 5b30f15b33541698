package dev.aludel.persistence.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aludel.domain.Json;
import dev.aludel.domain.Page;
import dev.aludel.domain.PageRequest;
import dev.aludel.domain.conversation.ChatMessage;
import dev.aludel.domain.conversation.NewMessage;
import dev.aludel.domain.conversation.Session;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What every contract has: a storage on a database of its own for each test. Nested in a class that
 * extends {@link AdapterContract}.
 */
@DisplayNameGeneration(RuleNames.class)
public abstract class StorageContract {

  /** What every database must give back as it was. */
  static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "it's \"quoted\" `so` [and] so; -- not a comment /* nor this */",
          "100% _under_ \\ back\\slash $1 ? :name ${x} $tag$",
          "naïve Ελληνικά кириллица עברית العربية हिन्दी ไทย 東京 한국어",
          "\u200fright to left\u202e and e\u0301 apart",
          "emoji 😀 👩‍👩‍👧 and beyond \ud840\udc0b",
          "tab\tline\nreturn\r\nbell\u0007 delete\u007f",
          "\uffff\ufffd\u0001");

  /** What no database holds: U+0000, and half a surrogate pair. */
  static final List<String> NOT_STORABLE = List.of("\0", "a\0b", "\ud83d", "\ude00a");

  /** Numbers of 64 bits at their limits, which are milliseconds and ids too. */
  static final List<Long> LIMITS =
      List.of(Long.MIN_VALUE, -62_135_596_800_001L, -1L, 0L, 1L, 999L, Long.MAX_VALUE);

  /** A megabyte and more, in characters of one to four bytes. */
  static final String LONG_TEXT = "long é 東 😀 text\n".repeat(60_000);

  /** JSON that must come back in just these characters. */
  static final List<Json> JSONS =
      List.of(
          new Json("null"),
          new Json("-0.10e+3"),
          new Json(" [ ] "),
          new Json("\"\\u0000 \\ud83d it's \u007f 東京 😀\""),
          new Json("{\"b\": 1, \"a\": [true, {}], \"b\": 12345678901234567890.0}"));

  static final Instant NOON = Instant.parse("2025-09-16T12:00:00.123Z");

  @RegisterExtension final RuleLimit limit = new RuleLimit();

  @RegisterExtension final FreshStorage fresh = new FreshStorage(limit);

  final Storage storage() {
    return fresh.storage();
  }

  /** A further storage on the same database, which the test closes. */
  final Storage open(UnaryOperator<StorageConfig.Builder> settings) {
    return fresh.open(settings);
  }

  static Session session(String id) {
    return session(id, "ada", NOON);
  }

  static Session session(String id, String user, Instant at) {
    return Session.begun(new Session.Id(id), user, at);
  }

  static NewMessage message(String id) {
    return message(id, NOON);
  }

  static NewMessage message(String id, Instant at) {
    return new NewMessage(new ChatMessage.Id(id), "text of " + id, null, null, at);
  }

  /** All items of a list, page by page, and the size of each page but the last as asked for. */
  static <T> List<T> all(int limit, Function<PageRequest, Page<T>> list) {
    List<T> items = new ArrayList<>();
    Optional<PageRequest> request = Optional.of(PageRequest.first(limit));
    while (request.isPresent()) {
      Page<T> page = list.apply(request.get());
      items.addAll(page.items());
      request = page.next().map(cursor -> PageRequest.after(cursor, limit));
    }
    return items;
  }

  /** A page of a list that is longer than the longest page. */
  static <T> void assertHoldsAsManyAsAreAskedFor(Function<PageRequest, Page<T>> list) {
    Page<T> longest = list.apply(PageRequest.first(PageRequest.MAX_LIMIT));

    assertThat(longest.items()).hasSize(PageRequest.MAX_LIMIT);
    assertThat(longest.next()).isPresent();
  }
}
