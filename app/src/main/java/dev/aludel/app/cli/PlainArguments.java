package dev.aludel.app.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a command in their plain form: each option once, by its whole name, its value as
 * a word of its own. They are read here because picocli takes longer to start than all else of a
 * short command. What is written otherwise, or wrongly, is picocli's to read and to refuse.
 */
final class PlainArguments {
  private final Function<String, Optional<Subcommand>> commands;
  private final Iterator<String> rest;
  private String word = "";
  private Form form = Form.PLAIN;

  private enum Form {
    PLAIN,
    OTHER
  }

  private PlainArguments(Function<String, Optional<Subcommand>> commands, List<String> arguments) {
    this.commands = commands;
    this.rest = arguments.iterator();
  }

  /**
   * The command that {@code arguments} name, its options set.
   *
   * @param aludel gets the options before the command's name
   * @param commands makes the commands, by name
   * @return empty if they are not in their plain form, or the command has none
   */
  static Optional<Subcommand> command(
      AludelCommand aludel,
      Function<String, Optional<Subcommand>> commands,
      List<String> arguments) {
    PlainArguments plain = new PlainArguments(commands, arguments);
    while (plain.next()) {
      if (!aludel.options().take(plain)) {
        return commands.apply(plain.word()).filter(plain::fill);
      }
    }
    return Optional.empty();
  }

  private boolean fill(Subcommand command) {
    if (!(command instanceof PlainCommand filled)) {
      return false;
    }
    while (next()) {
      if (!filled.take(this)) {
        return false;
      }
    }
    return form == Form.PLAIN
        && !command.repeatsOptions()
        && !command.allOptions().contradictEachOther();
  }

  private boolean next() {
    if (!rest.hasNext()) {
      return false;
    }
    word = rest.next();
    return true;
  }

  /** The argument that is to be taken now. */
  String word() {
    return word;
  }

  /** Whether it is no option, nor could be meant as one. */
  boolean isOperand() {
    return !word.isEmpty() && word.charAt(0) != '-';
  }

  // To picocli an option whose value is the name of a command has none.
  private boolean isCommand() {
    return commands.apply(word).isPresent();
  }

  /** The value of this option, of which {@code before} is the one that it has already. */
  String value(@Nullable String before) {
    if (before != null || !next() || !isOperand() || isCommand()) {
      form = Form.OTHER;
    }
    return word;
  }

  /** That this option, without a value, is given; {@code before} if it was already. */
  boolean given(boolean before) {
    if (before) {
      form = Form.OTHER;
    }
    return true;
  }
}
