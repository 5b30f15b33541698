package dev.aludel.persistence.testkit;

import dev.aludel.domain.Json;
import dev.aludel.domain.memory.Embedding;
import dev.aludel.domain.memory.Episode;
import dev.aludel.domain.memory.LongTermEntry;
import dev.aludel.domain.memory.SemanticMemory;
import dev.aludel.domain.memory.Turn;
import dev.aludel.domain.memory.UncertaintyEntry;
import dev.aludel.persistence.Repositories;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The kinds of records of memory. */
final class MemoryKinds {

  private static final Instant NOON = StorageContract.NOON;
  private static final Json JSON = new Json("{\"a\": 1}");

  static final List<Stored<?>> ALL =
      List.of(
          Stored.of(
              "episodes",
              new Episode(new Episode.Id(77), NOON, "type", "content", 0.25, JSON),
              Map.of(),
              Repositories::episodes,
              Episode::id),
          Stored.of(
              "long_term",
              new LongTermEntry(new LongTermEntry.Key("sample"), JSON, NOON),
              Map.of(),
              Repositories::longTerm,
              LongTermEntry::key),
          Stored.of(
              "turns",
              new Turn(new Turn.Id(77), NOON, "question", "answer", JSON),
              Map.of(),
              Repositories::turns,
              Turn::id),
          Stored.of(
              "uncertainty_log",
              new UncertaintyEntry(
                  new UncertaintyEntry.Id(77),
                  NOON,
                  "message",
                  "intent",
                  0.25,
                  "context",
                  JSON,
                  true,
                  "pattern"),
              Map.of(),
              Repositories::uncertainty,
              UncertaintyEntry::id),
          Stored.of(
              "semantic_memories",
              new SemanticMemory(
                  new SemanticMemory.Id(77),
                  NOON,
                  "content",
                  "category",
                  0.25,
                  JSON,
                  new Embedding("model", 0.5f)),
              Map.of("embedding", "embedding_model"),
              Repositories::semanticMemories,
              SemanticMemory::id));

  private MemoryKinds() {}
}
