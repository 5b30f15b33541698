package dev.aludel.test.application;

final class SqliteMemoryAssistantTest extends AssistantContract {

  @Override
  String url() {
    return "sqlite://";
  }
}
