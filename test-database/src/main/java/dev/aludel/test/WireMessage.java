package dev.aludel.test;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** A message of PostgreSQL's protocol. */
final class WireMessage {
  private final char type;
  private final byte[] body;

  private WireMessage(char type, byte[] body) {
    this.type = type;
    this.body = body;
  }

  /** The next one; empty if the other side has gone. */
  static Optional<WireMessage> read(DataInputStream in) throws IOException {
    try {
      return Optional.of(withBody((char) in.readUnsignedByte(), in));
    } catch (EOFException e) {
      return Optional.empty();
    }
  }

  /** The first one of a client. */
  static WireMessage readFirst(DataInputStream in) throws IOException {
    return withBody('\0', in);
  }

  private static WireMessage withBody(char type, DataInputStream in) throws IOException {
    byte[] body = new byte[in.readInt() - Integer.BYTES];
    in.readFully(body);
    return new WireMessage(type, body);
  }

  void write(DataOutputStream out) throws IOException {
    if (type != 0) {
      out.writeByte(type);
    }
    out.writeInt(body.length + Integer.BYTES);
    out.write(body);
  }

  /** Its letter; 0 for the first one of a client, which has none. */
  char type() {
    return type;
  }

  /** The first letter of the body. */
  char letter() {
    return (char) body[0];
  }

  /** The same with another number in front. */
  WireMessage withNumber(int number) {
    byte[] changed = body.clone();
    ByteBuffer.wrap(changed).putInt(number);
    return new WireMessage(type, changed);
  }

  /** The number that the body begins with. */
  int number() {
    return ByteBuffer.wrap(body).getInt();
  }
}
