package dev.aludel.broken.migrations;

import dev.aludel.broken.persistence.jooq.Adapter;

record KnowsTheAdapter(Adapter adapter) {}
