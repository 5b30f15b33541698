/** The kit held against itself: its rules, their numbers and what is written about them. */
@NullMarked
package dev.aludel.persistence.testkit;

import org.jspecify.annotations.NullMarked;
