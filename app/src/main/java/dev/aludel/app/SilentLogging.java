package dev.aludel.app;

/**
 * The configuration of the JDK's logging: that there is none, and so nobody who writes what is
 * logged. The JDK makes one when something is logged for the first time.
 */
public final class SilentLogging {}
