package dev.aludel.persistence.testkit.wrong;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A contract that a wrong adapter passes proves nothing: each mistake is found by a rule. */
final class MistakesTest {

  @ParameterizedTest
  @EnumSource(value = Mistake.class, mode = Mode.EXCLUDE, names = "NONE")
  void contract_fails_whenTheAdapterMakesTheMistake(Mistake mistake) {
    List<String> failed = failed(mistake, contractOf(mistake));

    assertThat(failed).anyMatch(rule -> rule.startsWith(mistake.foundBy() + " "));
  }

  private static Stream<Class<?>> contracts() {
    return Stream.of(WrongAdapter.class.getDeclaredClasses())
        .filter(type -> type.getSuperclass().getSimpleName().endsWith("Contract"));
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void contract_passes_whenTheAdapterMakesNoMistake(Class<?> contract) {
    assertThat(failed(Mistake.NONE, contract)).isEmpty();
  }

  @Test
  void mistakes_areAtLeastTwelve() {
    assertThat(Mistake.values()).hasSizeGreaterThan(12);
  }

  private static Class<?> contractOf(Mistake mistake) {
    String contract = mistake.foundBy().replaceFirst("-.*", "");
    return contracts()
        .filter(type -> type.getSimpleName().toUpperCase(Locale.ROOT).equals(contract))
        .findFirst()
        .orElseThrow();
  }

  /** The names of the rules of the contract that the adapter breaks; fails when none was tried. */
  private static List<String> failed(Mistake mistake, Class<?> contract) {
    Failures failures = new Failures();
    WrongAdapter.MISTAKE.set(mistake);
    try {
      LauncherFactory.create()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(selectNestedClass(List.of(WrongAdapter.class), contract))
                  .build(),
              failures);
    } finally {
      WrongAdapter.MISTAKE.remove();
    }
    assertThat(failures.tried).isPositive();
    return failures.rules;
  }

  /** The rules that failed; one with several arguments counts by its own name. */
  private static final class Failures implements TestExecutionListener {
    private final List<String> rules = new ArrayList<>();
    private int tried;
    private @Nullable TestPlan plan;

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
      plan = started;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      tried += test.isTest() ? 1 : 0;
      if (result.getStatus() == Status.FAILED) {
        rules.add(test.getDisplayName());
        requireNonNull(plan)
            .getParent(test)
            .map(TestIdentifier::getDisplayName)
            .ifPresent(rules::add);
      }
    }
  }
}
