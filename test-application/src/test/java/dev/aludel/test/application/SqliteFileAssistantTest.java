package dev.aludel.test.application;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteFileAssistantTest extends AssistantContract {

  @TempDir private Path folder;

  @Override
  String url() {
    return "sqlite:///" + folder.resolve("assistant.db");
  }
}
