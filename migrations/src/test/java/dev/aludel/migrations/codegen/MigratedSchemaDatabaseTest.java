package dev.aludel.migrations.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jooq.meta.TableDefinition;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.junit.jupiter.api.Test;

final class MigratedSchemaDatabaseTest {

  @Test
  void getTables_areThoseOfTheBundledRevisions() {
    try (MigratedSchemaDatabase database = new MigratedSchemaDatabase()) {
      database.setIncludes(new String[] {".*"});
      database.setExcludes(new String[] {"alembic_version|aludel_journal"});
      database.setConfiguredSchemata(List.of(new SchemaMappingType().withInputSchema("")));

      assertThat(database.getTables(database.getSchemata().get(0)))
          .extracting(TableDefinition::getName)
          .contains("sessions", "chat_messages", "episodes", "documents")
          .doesNotContain("alembic_version", "aludel_journal");
    }
  }
}
