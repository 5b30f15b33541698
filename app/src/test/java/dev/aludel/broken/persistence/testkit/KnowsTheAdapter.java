package dev.aludel.broken.persistence.testkit;

import dev.aludel.broken.persistence.jooq.Adapter;

record KnowsTheAdapter(Adapter adapter) {}
