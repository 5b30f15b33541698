package dev.aludel.broken.domain;

import picocli.CommandLine.Command;

@Command
final class IsACommand {}
