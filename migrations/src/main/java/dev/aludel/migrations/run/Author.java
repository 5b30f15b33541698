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

  /** This process; looked up when it is first asked for, since the host's name may take a while. */
  static Author ofThisProcess() {
    return ThisProcess.AUTHOR;
  }

  private static final class ThisProcess {
    private static final Author AUTHOR = lookUp();
  }

  private static Author lookUp() {
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
