@NullMarked
package dev.aludel.persistence.jooq;

import org.jspecify.annotations.NullMarked;
