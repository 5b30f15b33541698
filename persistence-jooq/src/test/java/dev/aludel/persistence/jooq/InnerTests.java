package dev.aludel.persistence.jooq;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import java.util.List;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/** Runs tests inside a test, with everything that watches tests. */
final class InnerTests {

  private InnerTests() {}

  static TestExecutionSummary run(Class<?> tests) {
    return run(List.of(selectClass(tests)));
  }

  /** Runs some of the classes that are nested in one. */
  static TestExecutionSummary run(Class<?> tests, List<Class<?>> nested) {
    return run(nested.stream().map(one -> selectNestedClass(List.of(tests), one)).toList());
  }

  private static TestExecutionSummary run(List<? extends DiscoverySelector> tests) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(LauncherDiscoveryRequestBuilder.request().selectors(tests).build(), listener);
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
