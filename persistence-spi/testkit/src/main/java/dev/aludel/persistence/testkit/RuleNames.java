package dev.aludel.persistence.testkit;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGenerator;

/** Shows each rule as its number and a sentence, which the name of its method is. */
final class RuleNames extends DisplayNameGenerator.Standard {

  // JUnit makes it.
  RuleNames() {}

  @Override
  public String generateDisplayNameForMethod(
      List<Class<?>> enclosing, Class<?> contract, Method method) {
    return numbered(method)
        .orElseGet(() -> super.generateDisplayNameForMethod(enclosing, contract, method));
  }

  /** The number and the sentence of a rule; absent for a method that is none. */
  static Optional<String> numbered(Method method) {
    return Optional.ofNullable(method.getAnnotation(Rule.class))
        .map(rule -> rule.value() + " " + sentence(method.getName()));
  }

  // insert_refusesAll_whenOneIsThere: insert refuses all, when one is there
  private static String sentence(String methodName) {
    String[] parts = methodName.split("_", 2);
    return parts.length == 1
        ? words(methodName)
        : parts[0] + " " + words(parts[1].replace("_", ", "));
  }

  private static String words(String camelCase) {
    return camelCase
        .replaceAll("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ")
        .toLowerCase(Locale.ROOT);
  }
}
