package dev.aludel.domain.memory;

import dev.aludel.domain.Keyset;

/** The orders in which memories of all kinds are paged, the same on every adapter. */
public final class MemoryKeysets {

  /** All episodes: ascending creation time, then id. */
  public static final Keyset<Episode> EPISODES = episodes("episodes");

  /** All episodes: descending creation time, then id. */
  public static final Keyset<Episode> NEWEST_EPISODES = episodes("newest episodes");

  /** All entries of the long term: ascending key. */
  public static final Keyset<LongTermEntry> LONG_TERM = longTerm("long term");

  /** All turns: ascending creation time, then id. */
  public static final Keyset<Turn> TURNS = turns("turns");

  /** All turns: descending creation time, then id. */
  public static final Keyset<Turn> NEWEST_TURNS = turns("newest turns");

  /** All uncertainties: ascending creation time, then id. */
  public static final Keyset<UncertaintyEntry> UNCERTAINTY = uncertainty("uncertainty");

  /** The uncertainties that are not settled: descending creation time, then id. */
  public static final Keyset<UncertaintyEntry> UNRESOLVED = uncertainty("unresolved uncertainty");

  /** All memories: ascending creation time, then id. */
  public static final Keyset<SemanticMemory> SEMANTIC_MEMORIES =
      semanticMemories("semantic memories");

  /** All memories: ascending importance, then id. */
  public static final Keyset<SemanticMemory> LEAST_IMPORTANT =
      Keyset.<SemanticMemory>of("least important semantic memories")
          .thenReal(SemanticMemory::importance)
          .thenNumber(memory -> memory.id().value());

  private static final Keyset<Episode> EPISODES_OF_A_TYPE = episodes("episodes of a type");
  private static final Keyset<Episode> EPISODES_OF_A_TIME = episodes("episodes of a time");
  private static final Keyset<LongTermEntry> LONG_TERM_OF_A_PREFIX =
      longTerm("long term of a prefix");
  private static final Keyset<UncertaintyEntry> UNCERTAINTY_BY_CONFIDENCE =
      uncertainty("uncertainty by confidence");
  private static final Keyset<UncertaintyEntry> UNRESOLVED_BY_CONFIDENCE =
      uncertainty("unresolved uncertainty by confidence");
  private static final Keyset<SemanticMemory> SEMANTIC_MEMORIES_OF_A_CATEGORY =
      semanticMemories("semantic memories of a category");

  private MemoryKeysets() {}

  /** The episodes of one type: descending creation time, then id. */
  public static Keyset<Episode> episodesOf(String eventType) {
    return EPISODES_OF_A_TYPE.where(eventType);
  }

  /** The episodes of a time: descending creation time, then id. */
  public static Keyset<Episode> episodesOf(TimeRange range) {
    return EPISODES_OF_A_TIME
        .where(Long.toString(range.from().toEpochMilli()))
        .where(Long.toString(range.until().toEpochMilli()));
  }

  /** The entries of one prefix: ascending key. */
  public static Keyset<LongTermEntry> longTermOf(String prefix) {
    return LONG_TERM_OF_A_PREFIX.where(prefix);
  }

  /** The uncertainties of a range: descending creation time, then id. */
  public static Keyset<UncertaintyEntry> uncertaintyOf(ConfidenceRange range) {
    return of(UNCERTAINTY_BY_CONFIDENCE, range);
  }

  /** The uncertainties of a range that are not settled: descending creation time, then id. */
  public static Keyset<UncertaintyEntry> unresolvedOf(ConfidenceRange range) {
    return of(UNRESOLVED_BY_CONFIDENCE, range);
  }

  /** The memories of one category: descending creation time, then id. */
  public static Keyset<SemanticMemory> semanticMemoriesOf(String category) {
    return SEMANTIC_MEMORIES_OF_A_CATEGORY.where(category);
  }

  private static Keyset<UncertaintyEntry> of(
      Keyset<UncertaintyEntry> keyset, ConfidenceRange range) {
    return keyset.where(Double.toString(range.least())).where(Double.toString(range.greatest()));
  }

  private static Keyset<Episode> episodes(String query) {
    return Keyset.<Episode>of(query)
        .thenNumber(episode -> episode.createdAt().toEpochMilli())
        .thenNumber(episode -> episode.id().value());
  }

  private static Keyset<LongTermEntry> longTerm(String query) {
    return Keyset.<LongTermEntry>of(query).thenText(entry -> entry.key().value());
  }

  private static Keyset<Turn> turns(String query) {
    return Keyset.<Turn>of(query)
        .thenNumber(turn -> turn.createdAt().toEpochMilli())
        .thenNumber(turn -> turn.id().value());
  }

  private static Keyset<UncertaintyEntry> uncertainty(String query) {
    return Keyset.<UncertaintyEntry>of(query)
        .thenNumber(entry -> entry.createdAt().toEpochMilli())
        .thenNumber(entry -> entry.id().value());
  }

  private static Keyset<SemanticMemory> semanticMemories(String query) {
    return Keyset.<SemanticMemory>of(query)
        .thenNumber(memory -> memory.createdAt().toEpochMilli())
        .thenNumber(memory -> memory.id().value());
  }
}
