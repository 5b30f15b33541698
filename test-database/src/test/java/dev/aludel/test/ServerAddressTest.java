package dev.aludel.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ServerAddressTest {

  @Test
  void parse_readsEveryPart_whenTheUrlHasSqlalchemysForm() {
    assertThat(ServerAddress.parse("postgresql+psycopg2://me:p%40ss+1@db_1:5433/x?sslmode=require"))
        .isEqualTo(new ServerAddress("db_1", 5433, "me", "p@ss+1", "x", "&sslmode=require"));
  }

  @Test
  void parse_readsEveryPart_whenTheUrlIsForJdbc() {
    assertThat(
            ServerAddress.parse(
                "jdbc:postgresql://[::1]:5433/x?user=me&sslmode=require&password=p%26q"))
        .isEqualTo(new ServerAddress("[::1]", 5433, "me", "p&q", "x", "&sslmode=require"));
  }

  @Test
  void parse_fillsIn_whenOnlyTheHostIsNamed() {
    assertThat(ServerAddress.parse("postgresql://db"))
        .isEqualTo(new ServerAddress("db", 5432, "postgres", "postgres", "postgres", ""));
  }

  @Test
  void parse_refusesWithoutRepeatingThePassword_whenTheUrlIsUnreadable() {
    assertThatThrownBy(() -> ServerAddress.parse("mysql://me:secret@db/x"))
        .isInstanceOf(PostgresUnavailableException.class)
        .hasMessage(
            "Cannot read ALUDEL_TEST_POSTGRES_URL: expected"
                + " postgresql://user:password@host:port/database or"
                + " jdbc:postgresql://host:port/database?user=...&password=..., with special"
                + " characters percent-encoded.");
  }

  @Test
  void urls_giveTheAddressBack_whenParsed() {
    ServerAddress address = new ServerAddress("db", 5433, "a b", "@:/?&+%'ä", "x", "&k=v");
    assertThat(ServerAddress.parse(address.url("x"))).isEqualTo(address);
    assertThat(ServerAddress.parse(address.jdbcUrl("x"))).isEqualTo(address);
  }
}
