package dev.aludel.broken.app.cli;

final class Prints {
  void print() {
    System.out.println("to whom?");
  }
}
