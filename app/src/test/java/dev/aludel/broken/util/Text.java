package dev.aludel.broken.util;

final class Text {}
