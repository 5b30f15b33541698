package dev.aludel.broken.migrations.plan;

import java.sql.Connection;

public record ReadsTheDatabase(Connection connection) {}
