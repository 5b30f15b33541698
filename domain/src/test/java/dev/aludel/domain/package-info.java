@NullMarked
package dev.aludel.domain;

import org.jspecify.annotations.NullMarked;
