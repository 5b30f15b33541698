@NullMarked
package dev.aludel.persistence.jooq.statement;

import org.jspecify.annotations.NullMarked;
