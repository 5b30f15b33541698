package dev.aludel.migrations.script;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;

/** Why the file system refused, in words: Java says no more than a class name and a path. */
public final class FileProblem {
  private FileProblem() {}

  /** The reason, to stand after the name of the file. */
  public static String of(IOException problem) {
    if (problem instanceof AccessDeniedException) {
      return "access is denied";
    }
    if (problem instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (problem instanceof FileAlreadyExistsException) {
      return "it is there already";
    }
    if (problem instanceof FileSystemLoopException) {
      return "a link leads back to a folder above it";
    }
    if (problem instanceof CharacterCodingException) {
      return "it is not UTF-8";
    }
    if (problem instanceof FileSystemException refusal && refusal.getReason() != null) {
      return refusal.getReason();
    }
    return String.valueOf(problem.getMessage());
  }

  /** The reason after the name of the file that it speaks of, where it knows that. */
  public static String withFile(IOException problem) {
    return problem instanceof FileSystemException refusal && refusal.getFile() != null
        ? refusal.getFile() + ": " + of(problem)
        : of(problem);
  }
}
