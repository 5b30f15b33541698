@NullMarked
package dev.aludel.persistence;

import org.jspecify.annotations.NullMarked;
