package dev.aludel.migrations.database;

import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps SLF4J, which drivers and pools bring along, from saying in a process without a logger that
 * there is none: nobody asked for one.
 */
public final class QuietLogging {
  private static final String VERBOSITY = "slf4j.internal.verbosity";
  private static final String PROVIDER = "slf4j.provider";
  private static final AtomicBoolean SEEN_TO = new AtomicBoolean();

  private QuietLogging() {}

  /**
   * Sees to it, once in a process, before what logs is loaded. A process that logs is left alone.
   */
  public static void whereNobodyLogs() {
    if (SEEN_TO.compareAndSet(false, true)
        && System.getProperty(VERBOSITY) == null
        && System.getProperty(PROVIDER) == null) {
      beginWithoutAWord();
    }
  }

  // SLF4J may be absent: then nobody says anything.
  private static void beginWithoutAWord() {
    try {
      ClassLoader loader = QuietLogging.class.getClassLoader();
      Class<?> provider = Class.forName("org.slf4j.spi.SLF4JServiceProvider", false, loader);
      if (ServiceLoader.load(provider, loader).stream().findAny().isEmpty()) {
        System.setProperty(VERBOSITY, "ERROR");
        Class.forName("org.slf4j.LoggerFactory", true, loader)
            .getMethod("getILoggerFactory")
            .invoke(null);
      }
    } catch (ReflectiveOperationException | LinkageError e) {
      return; // another SLF4J than we know has its own way
    } finally {
      System.clearProperty(VERBOSITY);
    }
  }
}
