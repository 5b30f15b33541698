@NullMarked
package dev.aludel.app.documents;

import org.jspecify.annotations.NullMarked;
