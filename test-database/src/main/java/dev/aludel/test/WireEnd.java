package dev.aludel.test;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;

/** A connection to a client or to a server, as messages go over it. */
record WireEnd(Socket socket, DataInputStream in, DataOutputStream out) implements AutoCloseable {

  static WireEnd of(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    return new WireEnd(
        socket,
        new DataInputStream(new BufferedInputStream(socket.getInputStream())),
        new DataOutputStream(new BufferedOutputStream(socket.getOutputStream())));
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      return; // it is gone
    }
  }
}
