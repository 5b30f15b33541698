package dev.aludel.broken.app.cli;

import org.jooq.SQLDialect;

record SpeaksJooq(SQLDialect dialect) {}
