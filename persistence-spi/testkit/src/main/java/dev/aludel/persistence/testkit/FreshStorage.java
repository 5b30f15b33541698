package dev.aludel.persistence.testkit;

import static java.util.Objects.requireNonNull;

import dev.aludel.persistence.SchemaPolicy;
import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Gives each test a storage on a database of its own, from the adapter's test class around it. */
final class FreshStorage
    implements BeforeEachCallback, AfterEachCallback, TestExecutionExceptionHandler {

  private final RuleLimit limit;
  private @Nullable TestDatabase database;
  private @Nullable Storage storage;

  /**
   * @param limit how long opening and closing may take
   */
  FreshStorage(RuleLimit limit) {
    this.limit = limit;
  }

  Storage storage() {
    return requireNonNull(storage);
  }

  /** A further storage on the test's database, which the test closes. */
  Storage open(UnaryOperator<StorageConfig.Builder> settings) {
    return Storages.open(
        settings
            .apply(
                StorageConfig.builder(requireNonNull(database).url())
                    .schemaPolicy(SchemaPolicy.UPGRADE))
            .build());
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    database = adapter(test).newDatabase();
    storage = limit.within(test, () -> open(settings -> settings));
  }

  /** Says which adapter it was, because reports name the contract alone. */
  @Override
  public void handleTestExecutionException(ExtensionContext test, Throwable failure)
      throws Throwable {
    failure.addSuppressed(new TriedByException(adapter(test).getClass().getName()));
    throw failure;
  }

  /** Names the adapter's test class. */
  private static final class TriedByException extends RuntimeException {
    TriedByException(String adapter) {
      super(adapter);
    }

    @Override
    public Throwable fillInStackTrace() {
      return this;
    }
  }

  @Override
  public void afterEach(ExtensionContext test) {
    try {
      limit.within(test, () -> closed(storage));
    } finally {
      limit.within(test, () -> closed(database));
    }
  }

  private static boolean closed(@Nullable AutoCloseable opened) throws Exception {
    if (opened != null) {
      opened.close();
    }
    return true;
  }

  private static AdapterContract adapter(ExtensionContext test) {
    return test.getRequiredTestInstances()
        .findInstance(AdapterContract.class)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "%s stands alone. It is tried as part of AdapterContract."
                        .formatted(test.getRequiredTestClass().getName())));
  }
}
