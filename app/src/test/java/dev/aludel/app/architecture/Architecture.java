package dev.aludel.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rules of the house, for the packages below {@code root}: the real ones, or those that break
 * them on purpose.
 */
record Architecture(String root) {
  private static final List<String> EVERYWHERE = List.of("java..", "org.jspecify..");

  // From left to right: each may use what stands before it.
  private static final List<String> PURE =
      List.of("sql", "effect", "revision", "file", "script", "plan", "schema", "operation", "diff");

  // A class path is read through java.net.
  private static final String[] FILES = {"java.io..", "java.nio..", "java.net.."};
  private static final Set<String> FILE_READERS = Set.of("file", "script");
  private static final Pattern READING =
      Pattern.compile(
          "java\\.nio\\.file\\.Files\\.(read(AllBytes|AllLines|String)|lines|new(BufferedReader|InputStream))\\(.*"
              + "|java\\.(io\\.(FileInputStream|FileReader)|util\\.Scanner)\\.<init>\\(.*");

  private static final String FORBIDDEN_NAMES = "Utils?|Helper|Manager|Common|Misc|Impl";

  ArchRule domainStandsAlone() {
    return onlyUses(name("domain.."), List.of(name("domain..")));
  }

  ArchRule spiUsesTheDomain() {
    return onlyUses(name("persistence"), List.of(name("persistence"), name("domain..")));
  }

  ArchRule testkitUsesTheSpi() {
    return onlyUses(
        name("persistence.testkit.."),
        List.of(
            name("persistence.testkit.."),
            name("persistence"),
            name("domain.."),
            "org.junit.jupiter..",
            "org.assertj.."));
  }

  ArchRule migrationsStandAlone() {
    return onlyUses(
        name("migrations.."),
        List.of(
            name("migrations.."), "javax.sql..", "org.jooq..", "org.sqlite..", "org.postgresql.."));
  }

  ArchRule adapterKnowsNoApplication() {
    return noClasses()
        .that()
        .resideInAPackage(name("persistence.jooq.."))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(name("app.."), name("persistence.testkit.."))
        .allowEmptyShould(true);
  }

  ArchRule packagesHaveNoCycles() {
    return slices().matching(name("(**)")).should().beFreeOfCycles();
  }

  /** One rule for each pure package; a few of them read files. */
  Stream<ArchRule> purePackagesArePure() {
    return PURE.stream().map(this::isPure);
  }

  private ArchRule isPure(String pure) {
    List<String> before = PURE.subList(0, PURE.indexOf(pure) + 1);
    DescribedPredicate<JavaClass> allowed =
        resideInAnyPackage(
                Stream.concat(
                        EVERYWHERE.stream(),
                        before.stream().map(part -> name("migrations." + part)))
                    .toArray(String[]::new))
            .and(not(resideInAPackage("java.sql..")))
            .and(not(resideInAnyPackage(FILE_READERS.contains(pure) ? new String[0] : FILES)));
    return classes()
        .that()
        .resideInAPackage(name("migrations." + pure))
        .should()
        .onlyDependOnClassesThat(allowed.as("pure classes, of its own package or one before it"))
        .allowEmptyShould(true);
  }

  ArchRule daggerAndPicocliAreForTheApplication() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(name("app.."))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dagger..", "picocli..", "javax.inject..", "jakarta.inject..");
  }

  ArchRule commandLineKnowsNoSql() {
    return noClasses()
        .that()
        .resideInAPackage(name("app.cli.."))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.jooq..", "java.sql..", "javax.sql..");
  }

  ArchRule onlyTheLauncherHasTheStandardStreams() {
    return noClasses()
        .that()
        .doNotHaveFullyQualifiedName(name("app.Launcher"))
        .should(ACCESS_STANDARD_STREAMS);
  }

  ArchRule noGenericExceptionIsThrown() {
    return noClasses().should(THROW_GENERIC_EXCEPTIONS);
  }

  ArchRule timeComesFromAClock() {
    return noClasses()
        .should()
        .callCodeUnitWhere(
            DescribedPredicate.describe(
                "reads the time without a clock", call -> readsTime(call.getTarget())))
        .because("tests and reproducible runs set the clock");
  }

  private static boolean readsTime(CodeUnitCallTarget target) {
    boolean now =
        target.getOwner().getPackageName().equals("java.time")
            && target.getName().equals("now")
            && target.getRawParameterTypes().stream()
                .noneMatch(type -> type.isEquivalentTo(Clock.class));
    boolean date =
        target.getOwner().isEquivalentTo(Date.class) && target.getRawParameterTypes().isEmpty();
    return now || date || target.getFullName().equals("java.lang.System.currentTimeMillis()");
  }

  ArchRule noNameSaysNothing() {
    return noClasses()
        .should()
        .haveNameMatching(
            "(?:.*[.$])?(?:[A-Za-z0-9_]*[a-z0-9_])?(?:%s)(?:[A-Z0-9_$].*)?"
                .formatted(FORBIDDEN_NAMES))
        .orShould()
        .haveNameMatching("(?i).*\\.(?:%s)\\..*".formatted(FORBIDDEN_NAMES));
  }

  ArchRule filesAreReadInOnePlace() {
    return noClasses()
        .that()
        .doNotHaveFullyQualifiedName(name("migrations.file.RegularFile"))
        .should()
        .callCodeUnitWhere(
            DescribedPredicate.describe(
                "reads a file", call -> READING.matcher(call.getTarget().getFullName()).matches()))
        .because("what is no regular file may have no end");
  }

  private ArchRule onlyUses(String packages, List<String> allowed) {
    return classes()
        .that()
        .resideInAPackage(packages)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            Stream.concat(EVERYWHERE.stream(), allowed.stream()).toArray(String[]::new))
        .allowEmptyShould(true);
  }

  private String name(String rest) {
    return root + "." + rest;
  }
}
