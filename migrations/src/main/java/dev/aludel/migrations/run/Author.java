package dev.aludel.migrations.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Properties;

/** Who writes into a journal. */
record Author(String aludelVersion, String host, String user) {

  static Author ofThisProcess() {
    return new Author(version(), hostName(), System.getProperty("user.name", "unknown"));
  }

  /** This process, as somebody who waits for it reads it. */
  String processSince(Instant since) {
    return "process %d of %s on %s, since %s"
        .formatted(
            ProcessHandle.current().pid(), user, host, since.truncatedTo(ChronoUnit.SECONDS));
  }

  private static String version() {
    Properties properties = new Properties();
    try (InputStream stream = Author.class.getResourceAsStream("version.properties")) {
      properties.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException("version.properties is part of the jar", e);
    }
    return properties.getProperty("version", "unknown");
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown"; // a machine without a name of its own is no reason to fail
    }
  }
}
