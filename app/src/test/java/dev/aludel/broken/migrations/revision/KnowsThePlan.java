package dev.aludel.broken.migrations.revision;

import dev.aludel.broken.migrations.plan.ReadsTheDatabase;

record KnowsThePlan(ReadsTheDatabase plan) {}
