package dev.aludel.benchmarks.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A message, as Hibernate wants it. */
@Entity
@Table(name = "chat_messages")
@SuppressWarnings("NullAway.Init") // Hibernate calls what sets the fields
class MessageEntity {
  @Id private String id;

  @Column(name = "session_id")
  private String sessionId;

  private long seq;

  @Column(name = "message")
  private String text;

  @Column(name = "sender_type")
  private @Nullable String senderType;

  @Column(name = "sender_name")
  private @Nullable String senderName;

  @Column(name = "created_time")
  private long createdTime;

  /** For Hibernate. */
  protected MessageEntity() {}

  MessageEntity(Message message, String sessionId, long seq) {
    this.id = message.id();
    this.sessionId = sessionId;
    this.seq = seq;
    this.text = message.text();
    this.senderType = message.senderType();
    this.senderName = message.senderName();
    this.createdTime = message.createdTime();
  }

  Message plain() {
    return new Message(id, sessionId, seq, text, senderType, senderName, createdTime);
  }
}
