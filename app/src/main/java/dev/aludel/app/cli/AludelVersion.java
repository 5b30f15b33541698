package dev.aludel.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Tells Aludel's version, which the build writes into a resource. */
final class AludelVersion implements IVersionProvider {
  @Override
  public String[] getVersion() throws IOException {
    Properties properties = new Properties();
    try (InputStream stream = AludelVersion.class.getResourceAsStream("version.properties")) {
      properties.load(stream);
    }
    return new String[] {"Aludel " + properties.getProperty("version")};
  }
}
