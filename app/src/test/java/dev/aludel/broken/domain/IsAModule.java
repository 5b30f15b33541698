package dev.aludel.broken.domain;

import dagger.Lazy;

record IsAModule(Lazy<String> lazy) {}
