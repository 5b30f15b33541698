package dev.aludel.persistence.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The number of a rule, on the test that proves it. Reports show it, and {@code
 * docs/adapter-kit.md} lists all of them.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Rule {

  /** The contract in capitals and a number of two digits: {@code SESSIONS-07}. */
  String value();
}
