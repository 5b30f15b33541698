package dev.aludel.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class StoragesTest {

  @Test
  void open_refuses_whenNoAdapterAcceptsTheUrl() {
    StorageConfig config = StorageConfig.of("oracle://ada:s3cret@db/a");

    assertThatThrownBy(() -> Storages.open(config))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "No storage adapter accepts URLs that begin with oracle:. Adapters on the classpath:"
                + " none. Correct the URL or add the adapter's jar.");
  }
}
