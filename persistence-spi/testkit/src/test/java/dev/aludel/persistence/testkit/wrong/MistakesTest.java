package dev.aludel.persistence.testkit.wrong;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectNestedMethod;

import dev.aludel.persistence.testkit.AdapterContract;
import dev.aludel.persistence.testkit.Rule;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A contract that a wrong adapter passes proves nothing: each mistake is found by a rule. */
final class MistakesTest {

  private static final List<Class<?>> ADAPTER = List.of(WrongAdapter.class);

  @ParameterizedTest
  @MethodSource("mistakes")
  void contract_fails_whenTheAdapterMakesTheMistake(Mistake mistake) {
    List<String> failed = failed(mistake, foundBy(mistake));

    assertThat(failed).anyMatch(name -> name.startsWith(mistake.foundBy() + " "));
  }

  private static DiscoverySelector foundBy(Mistake mistake) {
    Class<?> contract = contractOf(mistake);
    return selectNestedMethod(ADAPTER, contract, rule(contract, mistake.foundBy()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"looks before it assigns an agent", "appends without a lock"})
  void contract_failsEachTime_whenTheMistakeShowsInARaceAlone(String name) {
    Mistake mistake = Mistake.named(name);
    for (int time = 1; time <= 10; time++) {
      assertThat(failed(mistake, foundBy(mistake))).as("time %d", time).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "keeps a health for ever, CLOSING-01 close waits for a running block and lets no new one begin",
    "serves its owner again and again, 'CONCURRENCY-07 write gets its turn, when others write again and again'",
  })
  void rule_isGivenUpByItsName_whenItDoesNotEnd(String name, String rule) {
    Mistake mistake = Mistake.named(name);

    assertThat(failures(mistake, foundBy(mistake)).messages)
        .containsExactly(
            rule
                + " ran for 3 s and was given up: the cause shows where it was."
                + " ==> execution timed out after 3000 ms");
  }

  private static Stream<Mistake> mistakes() {
    return Mistake.all();
  }

  private static Method rule(Class<?> contract, String number) {
    return Stream.of(contract.getSuperclass().getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Rule.class))
        .filter(method -> method.getAnnotation(Rule.class).value().equals(number))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Class<?>> contracts() {
    return Stream.of(AdapterContract.class.getDeclaredClasses());
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void contract_passes_whenTheAdapterMakesNoMistake(Class<?> contract) {
    assertThat(failed(Mistake.NONE, selectNestedClass(ADAPTER, contract))).isEmpty();
  }

  @Test
  void mistakes_areAtLeastTwelve() {
    assertThat(Mistake.all().map(Mistake::name)).hasSizeGreaterThan(12).doesNotHaveDuplicates();
  }

  private static Class<?> contractOf(Mistake mistake) {
    String contract = mistake.foundBy().replaceFirst("-.*", "");
    return contracts()
        .filter(type -> type.getSimpleName().toUpperCase(Locale.ROOT).equals(contract))
        .findFirst()
        .orElseThrow();
  }

  /** The names of the rules that the adapter breaks; fails when none was tried. */
  private static List<String> failed(Mistake mistake, DiscoverySelector tests) {
    return failures(mistake, tests).rules;
  }

  private static Failures failures(Mistake mistake, DiscoverySelector tests) {
    Failures failures = new Failures();
    WrongAdapter.MISTAKE.set(mistake);
    try {
      LauncherFactory.create()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(tests)
                  .configurationParameter("aludel.testkit.rule-limit-seconds", limit(mistake))
                  .build(),
              failures);
    } finally {
      WrongAdapter.MISTAKE.remove();
    }
    assertThat(failures.tried).isPositive();
    return failures;
  }

  // What hangs need not hang long; what is right is not to be given up on a slow machine.
  private static String limit(Mistake mistake) {
    return mistake == Mistake.NONE ? "600" : "3";
  }

  /** The rules that failed; one with several arguments counts by its own name. */
  private static final class Failures implements TestExecutionListener {
    private final List<String> rules = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();
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
        messages.add(result.getThrowable().map(Throwable::getMessage).orElse(""));
        requireNonNull(plan)
            .getParent(test)
            .map(TestIdentifier::getDisplayName)
            .ifPresent(rules::add);
      }
    }
  }
}
