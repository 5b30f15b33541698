package dev.aludel.broken.migrations.plan;

import java.nio.file.Path;

record ReadsAFile(Path file) {}
