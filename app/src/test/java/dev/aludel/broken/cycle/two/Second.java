package dev.aludel.broken.cycle.two;

import dev.aludel.broken.cycle.one.First;

public record Second(First.Part part) {}
