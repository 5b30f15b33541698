package dev.aludel.persistence.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** Every test of a contract is a numbered rule that nobody overrides, and the document lists it. */
final class RulesTest {

  private static final Path DOCUMENT = Path.of("../../docs/adapter-kit.md");
  private static final String BEGIN = "<!-- The rules, as the tests name them: -->\n";

  private static List<Class<?>> contracts() {
    return Stream.concat(
            Stream.of(VocabularyContract.class),
            Stream.of(AdapterContract.class.getDeclaredClasses())
                .<Class<?>>map(Class::getSuperclass)
                .sorted(Comparator.comparing(Class::getSimpleName)))
        .toList();
  }

  @Test
  void contracts_areAllThatThePackageHas() {
    List<Class<?>> found =
        ReflectionSupport.findAllClassesInPackage(
            RulesTest.class.getPackageName(),
            type -> Modifier.isAbstract(type.getModifiers()) && !tests(type).isEmpty(),
            name -> name.endsWith("Contract"));

    assertThat(contracts()).containsExactlyInAnyOrderElementsOf(found);
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void rules_areNumberedWithoutGapAndFinal(Class<?> contract) {
    String name = contract.getSimpleName().replace("Contract", "").toUpperCase(Locale.ROOT);

    assertThat(tests(contract)).isNotEmpty();
    assertThat(tests(contract).stream().map(test -> test.getAnnotation(Rule.class)))
        .doesNotContainNull();
    assertThat(rules(contract).stream().map(RulesTest::number))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, tests(contract).size())
                .mapToObj(number -> "%s-%02d".formatted(name, number))
                .toList());
    assertThat(tests(contract)).allMatch(test -> Modifier.isFinal(test.getModifiers()));
  }

  /** With {@code -Daludel.golden=write} the document's list is written instead. */
  @Test
  void document_listsEveryRule() throws IOException {
    String document = Files.readString(DOCUMENT);
    String expected = document.substring(0, document.indexOf(BEGIN)) + BEGIN + list();

    if ("write".equals(System.getProperty("aludel.golden"))) {
      Files.writeString(DOCUMENT, expected);
    }

    assertThat(Files.readString(DOCUMENT)).isEqualTo(expected);
  }

  private static String list() {
    return contracts().stream().map(RulesTest::section).collect(Collectors.joining());
  }

  private static String section(Class<?> contract) {
    return rules(contract).stream()
        .map(rule -> RuleNames.numbered(rule).orElseThrow().replaceFirst(" ", "` "))
        .map("- `%s\n"::formatted)
        .collect(Collectors.joining("", "\n### %s\n\n".formatted(contract.getSimpleName()), ""));
  }

  private static List<Method> rules(Class<?> contract) {
    return tests(contract).stream().sorted(Comparator.comparing(RulesTest::number)).toList();
  }

  private static List<Method> tests(Class<?> contract) {
    return Stream.of(contract.getDeclaredMethods())
        .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
        .toList();
  }

  private static String number(Method test) {
    return test.getAnnotation(Rule.class).value();
  }
}
