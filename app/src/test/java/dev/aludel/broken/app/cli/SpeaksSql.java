package dev.aludel.broken.app.cli;

import java.sql.SQLException;

public final class SpeaksSql {
  String state(SQLException e) {
    return e.getSQLState();
  }
}
