package io.throughline.test;

import java.time.Clock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** Everything of the cores on the class path, without the web; steps aside where the whole application is. */
@ConditionalOnMissingClass("io.throughline.ThroughlineApplication")
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan({"io.throughline.foundation", "io.throughline.project", "io.throughline.aftersales"})
@EntityScan("io.throughline")
@EnableJpaRepositories("io.throughline")
@Import(TestDatabase.class)
public class CoreTestApplication {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
