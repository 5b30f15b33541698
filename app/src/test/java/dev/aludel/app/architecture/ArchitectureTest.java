package dev.aludel.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ArchitectureTest {
  private static final Pattern GENERATED =
      Pattern.compile(".*(/generated/|/Dagger\\w+(\\$\\w+)?\\.class|_Factory\\.class).*");
  private static final Pattern TEST_DATABASE = Pattern.compile(".*/dev/aludel/test/.*");

  private static final JavaClasses REAL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !matches(location, GENERATED))
          .withImportOption(location -> !matches(location, TEST_DATABASE))
          .importPackages("dev.aludel");

  private static final JavaClasses BROKEN =
      new ClassFileImporter().importPackages("dev.aludel.broken");

  private static boolean matches(Location location, Pattern pattern) {
    return location.matches(pattern);
  }

  private static Stream<ArchRule> rules() {
    Architecture real = new Architecture("dev.aludel");
    return Stream.concat(
        Stream.of(
            real.domainStandsAlone(),
            real.spiUsesTheDomain(),
            real.testkitUsesTheSpi(),
            real.migrationsStandAlone(),
            real.adapterKnowsNoApplication(),
            real.packagesHaveNoCycles(),
            real.daggerAndPicocliAreForTheApplication(),
            real.commandLineKnowsNoSql(),
            real.onlyTheLauncherHasTheStandardStreams(),
            real.noGenericExceptionIsThrown(),
            real.timeComesFromAClock(),
            real.filesAreReadInOnePlace(),
            real.noNameSaysNothing()),
        real.purePackagesArePure());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void rule_holds(ArchRule rule) {
    rule.check(REAL);
  }

  @Test
  void modules_areAllSeen() {
    assertThat(REAL)
        .extracting(type -> type.getPackageName())
        .contains(
            "dev.aludel.domain",
            "dev.aludel.persistence",
            "dev.aludel.persistence.testkit",
            "dev.aludel.persistence.testkit.inmemory",
            "dev.aludel.migrations",
            "dev.aludel.persistence.jooq",
            "dev.aludel.app.cli",
            "dev.aludel.app.wiring");
  }

  private static Stream<Arguments> brokenRules() {
    Architecture broken = new Architecture("dev.aludel.broken");
    return Stream.concat(
        Stream.of(
            arguments(broken.domainStandsAlone(), "domain.KnowsTheAdapter"),
            arguments(broken.spiUsesTheDomain(), "persistence.KnowsTheAdapter"),
            arguments(broken.testkitUsesTheSpi(), "persistence.testkit.KnowsTheAdapter"),
            arguments(broken.migrationsStandAlone(), "migrations.KnowsTheAdapter"),
            arguments(broken.adapterKnowsNoApplication(), "persistence.jooq.Adapter"),
            arguments(broken.packagesHaveNoCycles(), "cycle.one.First"),
            arguments(broken.daggerAndPicocliAreForTheApplication(), "domain.IsACommand"),
            arguments(broken.daggerAndPicocliAreForTheApplication(), "domain.IsAModule"),
            arguments(broken.commandLineKnowsNoSql(), "app.cli.SpeaksSql"),
            arguments(broken.commandLineKnowsNoSql(), "app.cli.SpeaksJooq"),
            arguments(broken.onlyTheLauncherHasTheStandardStreams(), "app.cli.Prints"),
            arguments(broken.noGenericExceptionIsThrown(), "domain.ThrowsAnything"),
            arguments(broken.timeComesFromAClock(), "domain.ReadsTheTime"),
            arguments(broken.timeComesFromAClock(), "domain.ReadsTheMilliseconds"),
            arguments(broken.filesAreReadInOnePlace(), "app.cli.ReadsAFile"),
            arguments(broken.noNameSaysNothing(), "domain.TextHelper"),
            arguments(broken.noNameSaysNothing(), "util.Text")),
        broken
            .purePackagesArePure()
            .flatMap(
                rule ->
                    Stream.of(
                            "migrations.plan.ReadsTheDatabase",
                            "migrations.plan.ReadsAFile",
                            "migrations.script.ReadsTheDatabase",
                            "migrations.revision.KnowsThePlan")
                        .filter(culprit -> isAbout(rule, culprit))
                        .map(culprit -> arguments(rule, culprit))));
  }

  private static boolean isAbout(ArchRule rule, String culprit) {
    String packageName = culprit.substring(0, culprit.lastIndexOf('.'));
    return rule.getDescription().contains("'dev.aludel.broken.%s'".formatted(packageName));
  }

  @ParameterizedTest
  @MethodSource("brokenRules")
  void rule_fails_whenItIsBroken(ArchRule rule, String culprit) {
    assertThatThrownBy(() -> rule.check(BROKEN))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("dev.aludel.broken." + culprit);
  }

  @Test
  void everyPureRule_isTriedOnAWrongClass() {
    assertThat(brokenRules().map(arguments -> (String) arguments.get()[1]))
        .contains(
            "migrations.plan.ReadsTheDatabase",
            "migrations.plan.ReadsAFile",
            "migrations.script.ReadsTheDatabase",
            "migrations.revision.KnowsThePlan");
  }
}
