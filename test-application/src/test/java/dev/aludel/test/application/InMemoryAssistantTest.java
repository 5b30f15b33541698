package dev.aludel.test.application;

final class InMemoryAssistantTest extends AssistantContract {

  @Override
  String url() {
    return "memory:";
  }
}
