package dev.aludel.broken.migrations.script;

import java.sql.Connection;

record ReadsTheDatabase(Connection connection) {}
