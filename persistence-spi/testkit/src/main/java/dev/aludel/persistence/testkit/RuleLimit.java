package dev.aludel.persistence.testkit;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.reflect.Method;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.function.ThrowingSupplier;

/**
 * Gives up a rule that runs too long, by its name, whatever its threads wait for: an adapter that
 * hangs fails the rules that it breaks, and the others are tried. {@code
 * aludel.testkit.rule-limit-seconds}, a configuration parameter of JUnit, is how long a rule may
 * take on a slow database.
 */
final class RuleLimit implements InvocationInterceptor {

  /** The parameter's name. */
  static final String PARAMETER = "aludel.testkit.rule-limit-seconds";

  private static final int USUAL_SECONDS = 60;

  private boolean gaveUp;

  @Override
  public <T> T interceptTestFactoryMethod(
      Invocation<T> rule, ReflectiveInvocationContext<Method> method, ExtensionContext context)
      throws Throwable {
    return within(context, rule::proceed);
  }

  @Override
  public void interceptTestMethod(
      Invocation<@Nullable Void> rule,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    within(context, rule::proceed);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<@Nullable Void> rule,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    within(context, rule::proceed);
  }

  @Override
  public void interceptDynamicTest(
      Invocation<@Nullable Void> part,
      DynamicTestInvocationContext dynamic,
      ExtensionContext context)
      throws Throwable {
    if (gaveUp) {
      part.skip();
      throw new AssertionError(
          "%s was given up before it came to this.".formatted(nameOf(context)));
    }
    within(context, part::proceed);
  }

  @Override
  public void interceptBeforeEachMethod(
      Invocation<@Nullable Void> preparation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    within(context, preparation::proceed);
  }

  @Override
  public void interceptAfterEachMethod(
      Invocation<@Nullable Void> end,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    within(context, end::proceed);
  }

  /**
   * Does a part of a rule.
   *
   * @throws AssertionError when it takes longer than a rule may
   */
  <T extends @Nullable Object> T within(ExtensionContext context, ThrowingSupplier<T> part) {
    Duration limit = limit(context);
    long start = System.nanoTime();
    try {
      return assertTimeoutPreemptively(
          limit,
          part,
          () ->
              "%s ran for %d s and was given up: the cause shows where it was."
                  .formatted(nameOf(context), limit.toSeconds()));
    } finally {
      gaveUp |= System.nanoTime() - start >= limit.toNanos();
    }
  }

  private static Duration limit(ExtensionContext context) {
    return Duration.ofSeconds(
        context.getConfigurationParameter(PARAMETER, Integer::valueOf).orElse(USUAL_SECONDS));
  }

  private static String nameOf(ExtensionContext context) {
    return RuleNames.numbered(context.getRequiredTestMethod()).orElse(context.getDisplayName());
  }
}
