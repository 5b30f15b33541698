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

  private static final Keyset<Session> SESSIONS_OF_A_USER_AND_AN_AGENT =
      Keyset.<Session>of("sessions of a user and an agent")
          .thenNumber(session -> session.updatedAt().toEpochMilli())
          .thenText(session -> session.id().value());

  // A number is given once in a session, and so is as good as the id.
  private static final Keyset<ChatMessage> MESSAGES_OF_A_SESSION =
      Keyset.<ChatMessage>of("messages of a session").thenNumber(ChatMessage::seq);

  private static final Keyset<ChatMessage> MESSAGES_AFTER =
      Keyset.<ChatMessage>of("messages after a number").thenNumber(ChatMessage::seq);

  private static final Keyset<ChatMessage> MESSAGES_BEFORE =
      Keyset.<ChatMessage>of("messages before a number").thenNumber(ChatMessage::seq);

  private ConversationKeysets() {}

  /** The sessions of one user: descending update time, then id. */
  public static Keyset<Session> sessionsOf(String userId) {
    return SESSIONS_OF_A_USER.where(userId);
  }

  /** The sessions of one user that one agent answers in: descending update time, then id. */
  public static Keyset<Session> sessionsOf(String userId, String agentId) {
    return SESSIONS_OF_A_USER_AND_AN_AGENT.where(userId).where(agentId);
  }

  /** The messages of one session: ascending number. */
  public static Keyset<ChatMessage> messagesOf(Session.Id session) {
    return MESSAGES_OF_A_SESSION.where(session.value());
  }

  /** The messages of one session behind a number: ascending number. */
  public static Keyset<ChatMessage> messagesAfter(Session.Id session, long seq) {
    return MESSAGES_AFTER.where(session.value()).where(String.valueOf(seq));
  }

  /** The messages of one session before a number: descending number. */
  public static Keyset<ChatMessage> messagesBefore(Session.Id session, long seq) {
    return MESSAGES_BEFORE.where(session.value()).where(String.valueOf(seq));
  }
}
