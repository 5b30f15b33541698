package dev.aludel.migrations.backup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DropsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop table t",
        "DROP /* it */ TABLE IF EXISTS main.\"t\"",
        "-- gone\ndrop table t",
        "alter table t drop column c",
        "alter table t drop c",
        "alter table [drop] drop `constraint`",
        "alter table main.t drop column c",
        "ALTER TABLE \"main\".\"t\" DROP c",
      })
  void isDrop_whenATableOrAColumnGoes(String sql) {
    assertThat(Drops.isDrop(sql)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "drop",
        "drop index i",
        "drop view v",
        "drop trigger r",
        "alter table t drop constraint c",
        "alter table main.t drop constraint c",
        "alter table t alter column c drop not null",
        "alter table t rename column c to drop_column",
        "alter table \"drop\" add column \"drop\" text",
        "create table t (c text default 'drop table t')",
        "create trigger r after insert on t begin delete from u; end",
        "delete from t",
        "select 'drop table t'",
      })
  void isNoDrop_whenBothStay(String sql) {
    assertThat(Drops.isDrop(sql)).isFalse();
  }
}
