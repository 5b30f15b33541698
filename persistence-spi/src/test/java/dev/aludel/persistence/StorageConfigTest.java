package dev.aludel.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StorageConfigTest {

  @Test
  void toString_showsEveryDefault() {
    assertThat(StorageConfig.of("sqlite:///aludel.db"))
        .hasToString(
            "StorageConfig[url=sqlite:..., poolSize=4, connectionTimeout=PT5S,"
                + " statementTimeout=PT30S, busyTimeout=PT5S, closeTimeout=PT10S,"
                + " durability=NORMAL, retryPolicy=RetryPolicy[within=PT10S, firstDelay=PT0.05S,"
                + " longestDelay=PT1S], versionTable=alembic_version, scriptLocations=[],"
                + " schemaPolicy=by database]");
  }

  @Test
  void build_keepsEverySetting() {
    StorageConfig config =
        StorageConfig.builder("sqlite://")
            .poolSize(9)
            .connectionTimeout(Duration.ofSeconds(1))
            .statementTimeout(Duration.ofSeconds(2))
            .busyTimeout(Duration.ofSeconds(3))
            .closeTimeout(Duration.ofSeconds(4))
            .durability(Durability.FULL)
            .retryPolicy(RetryPolicy.NEVER)
            .versionTable("revisions")
            .scriptLocations(List.of("more"))
            .schemaPolicy(SchemaPolicy.IGNORE)
            .sqlEcho(sql -> {})
            .build();

    assertThat(config)
        .hasToString(
            "StorageConfig[url=sqlite:..., poolSize=9, connectionTimeout=PT1S,"
                + " statementTimeout=PT2S, busyTimeout=PT3S, closeTimeout=PT4S, durability=FULL,"
                + " retryPolicy=RetryPolicy[tries=1, firstDelay=PT0S, longestDelay=PT0S],"
                + " versionTable=revisions, scriptLocations=[more], schemaPolicy=IGNORE]");
    assertThat(config.toBuilder().build()).usingRecursiveComparison().isEqualTo(config);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          postgresql://ada:s3cret@db:5432/aludel         | postgresql
          postgresql+psycopg2://ada:s:3/c@r?et@db/a      | postgresql+psycopg2
          jdbc:postgresql://db/a?user=u&password=s3t&x=1 | jdbc:postgresql
          jdbc:postgresql:a?pass%77ord=s3cret            | jdbc:postgresql
          sqlite:////var/a@b:c.db                        | sqlite
          memory:                                        | memory
          s3cret@db:1                                    | (none)
          aludel.db                                      | (none)
          """,
      delimiter = '|')
  void urlScheme_isAllThatIsShownOfAUrl(String url, String scheme) {
    StorageConfig config = StorageConfig.of(url);

    assertThat(config.urlScheme()).isEqualTo(scheme);
    assertThat(config.url()).isEqualTo(url);
    assertThat(config.toString()).startsWith("StorageConfig[url=" + scheme + ":..., ");
  }

  @Test
  void builder_refuses_whenANumberHasNoMeaning() {
    StorageConfig.Builder builder = StorageConfig.builder("sqlite://");

    assertThatThrownBy(() -> builder.poolSize(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("poolSize is 1 or more, not 0.");
    assertThatThrownBy(() -> builder.busyTimeout(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("busyTimeout is not negative: PT-1S.");
    assertThatThrownBy(() -> builder.closeTimeout(Duration.ofDays(25)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("closeTimeout is PT576H at most: PT600H.");
  }

  @Test
  void builder_takesAWholeMillisecond_whenATimeoutIsShorter() {
    StorageConfig config =
        StorageConfig.builder("sqlite://").statementTimeout(Duration.ofNanos(1)).build();

    assertThat(config.statementTimeout()).isEqualTo(Duration.ofMillis(1));
  }
}
