package dev.aludel.broken.domain;

import dev.aludel.broken.persistence.jooq.Adapter;

record KnowsTheAdapter(Adapter adapter) {}
