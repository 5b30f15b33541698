package dev.aludel.domain.conversation;

import dev.aludel.domain.Keyset;

/** The orders in which sessions and messages are paged, the same on every adapter. */
public final class ConversationKeysets {

  /** All sessions: ascending creation time, then id. */
  public static final Keyset<Session> SESSIONS =
      Keyset.<Session>of("sessions")
          .thenNumber(session -> session.createdAt().toEpochMilli())
          .thenText(session -> session.id().value());

  /** All messages: ascending creation time, then id. */
  public static final Keyset<ChatMessage> MESSAGES =
      Keyset.<ChatMessage>of("messages")
          .thenNumber(message -> message.createdAt().toEpochMilli())
          .thenText(message -> message.id().value());

  private static final Keyset<Session> SESSIONS_OF_A_USER =
      Keyset.<Session>of("sessions of a user")
          .thenNumber(session -> session.updatedAt().toEpochMilli())
          .thenText(session -> session.id().value());

  private static final Keyset<ChatMessage> MESSAGES_OF_A_SESSION =
      Keyset.<ChatMessage>of("messages of a session")
          .thenNumber(message -> message.createdAt().toEpochMilli())
          .thenText(message -> message.id().value());

  private ConversationKeysets() {}

  /** The sessions of one user: descending update time, then id. */
  public static Keyset<Session> sessionsOf(String userId) {
    return SESSIONS_OF_A_USER.where(userId);
  }

  /** The messages of one session: ascending creation time, then id. */
  public static Keyset<ChatMessage> messagesOf(Session.Id session) {
    return MESSAGES_OF_A_SESSION.where(session.value());
  }
}
