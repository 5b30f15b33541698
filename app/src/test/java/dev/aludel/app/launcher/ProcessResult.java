package dev.aludel.app.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process said, and how it ended. */
record ProcessResult(int exitCode, String out, String err) {

  /** Runs a process to its end; its output goes through files, so that it never waits for us. */
  static ProcessResult of(ProcessBuilder builder) throws IOException, InterruptedException {
    return start(builder).await();
  }

  static Running start(ProcessBuilder builder) throws IOException {
    Path out = Files.createTempFile("aludel", ".out");
    Path err = Files.createTempFile("aludel", ".err");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    return new Running(process, out, err);
  }

  record Running(Process process, Path out, Path err) {
    ProcessResult await() throws IOException, InterruptedException {
      int exitCode = process.waitFor();
      ProcessResult result = new ProcessResult(exitCode, text(out), text(err));
      Files.delete(out);
      Files.delete(err);
      return result;
    }

    private static String text(Path file) throws IOException {
      return Files.readString(file, StandardCharsets.UTF_8);
    }
  }
}
