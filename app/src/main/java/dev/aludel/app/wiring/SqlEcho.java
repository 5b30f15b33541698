package dev.aludel.app.wiring;

/** Is told each SQL text of the storage before it runs, without values. */
@FunctionalInterface
public interface SqlEcho {

  void echo(String sql);
}
