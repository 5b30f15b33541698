package dev.aludel.broken.persistence;

import dev.aludel.broken.persistence.jooq.Adapter;

record KnowsTheAdapter(Adapter adapter) {}
