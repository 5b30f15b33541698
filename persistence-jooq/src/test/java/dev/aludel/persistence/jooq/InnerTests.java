package dev.aludel.persistence.jooq;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/** Runs tests inside a test, with everything that watches tests. */
final class InnerTests {

  private InnerTests() {}

  static TestExecutionSummary run(Class<?> tests) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request().selectors(selectClass(tests)).build(),
            listener);
    return listener.getSummary();
  }

  /** What the failures said. */
  static List<String> failures(TestExecutionSummary summary) {
    return summary.getFailures().stream()
        .map(Failure::getException)
        .map(failure -> String.valueOf(failure.getMessage()))
        .toList();
  }
}
