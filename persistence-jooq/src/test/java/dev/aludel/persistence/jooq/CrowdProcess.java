package dev.aludel.persistence.jooq;

import dev.aludel.persistence.Storage;
import dev.aludel.persistence.StorageConfig;
import dev.aludel.persistence.Storages;
import dev.aludel.persistence.testkit.Crowd;
import java.io.IOException;

/** A program with a crowd of its own: it says that it is ready, and begins when it is told to. */
final class CrowdProcess {

  static final String READY = "ready";
  static final int THREADS = 8;
  static final int APPENDS = 100;
  static final int BLOCKS = 60;

  private CrowdProcess() {}

  /**
   * Appends and answers.
   *
   * @param arguments the database's URL, the crowd's name, and its work
   */
  public static void main(String[] arguments) throws IOException {
    try (Storage storage = Storages.open(StorageConfig.of(arguments[0]))) {
      System.out.println(READY);
      if (System.in.read() < 0) {
        return;
      }
      Crowd crowd = new Crowd(arguments[1], storage);
      switch (Work.valueOf(arguments[2])) {
        case APPENDS -> crowd.appendAndTouch(THREADS, APPENDS);
        case ANSWERS -> crowd.answer(THREADS, BLOCKS);
      }
    }
  }

  /** What a crowd does. */
  enum Work {
    APPENDS,
    ANSWERS
  }
}
