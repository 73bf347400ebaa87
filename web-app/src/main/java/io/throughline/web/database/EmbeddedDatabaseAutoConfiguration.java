package io.throughline.web.database;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/** Starts the embedded PostgreSQL where no outside one is configured; the pools depend on it and close before it. */
@AutoConfiguration(before = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@Conditional(NoOutsideDatabase.class)
@ConditionalOnMissingBean(JdbcConnectionDetails.class)
class EmbeddedDatabaseAutoConfiguration {

    @Bean(destroyMethod = "close")
    EmbeddedDatabase embeddedDatabase(@Value("${throughline.home:}") String home) {
        return EmbeddedDatabase.start(DataFolder.at(home));
    }

    @Bean
    JdbcConnectionDetails embeddedJdbcConnectionDetails(EmbeddedDatabase database) {
        return new ApplicationConnection(database.application());
    }

    @Bean
    FlywayConnectionDetails embeddedFlywayConnectionDetails(EmbeddedDatabase database) {
        return new OwnerConnection(database.owner());
    }

    private record ApplicationConnection(DatabaseAccess access) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return access.url();
        }

        @Override
        public String getUsername() {
            return access.user();
        }

        @Override
        public String getPassword() {
            return access.password();
        }
    }

    private record OwnerConnection(DatabaseAccess access) implements FlywayConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return access.url();
        }

        @Override
        public String getUsername() {
            return access.user();
        }

        @Override
        public String getPassword() {
            return access.password();
        }
    }
}
