package io.throughline.test;

import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** One of several nodes on one database, for what must work across them. */
public final class Node {

    private Node() {}

    /** Starts a node with the cores and the further beans; the caller closes it. */
    public static ConfigurableApplicationContext start(
            JdbcConnectionDetails database, String[] properties, Class<?>... further) {
        return new SpringApplicationBuilder(Stream.concat(Stream.of(Cores.class), Arrays.stream(further))
                        .toArray(Class<?>[]::new))
                .web(WebApplicationType.NONE)
                .properties(properties)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("testConnection", JdbcConnectionDetails.class, () -> database))
                .run();
    }

    @ConditionalOnMissingClass("io.throughline.ThroughlineApplication")
    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ComponentScan({"io.throughline.foundation", "io.throughline.project", "io.throughline.aftersales"})
    @EntityScan("io.throughline")
    @EnableJpaRepositories("io.throughline")
    static class Cores {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
