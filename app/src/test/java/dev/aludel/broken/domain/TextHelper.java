package dev.aludel.broken.domain;

final class TextHelper {}
