package io.throughline.web.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ProductionChecksTests {

    private final ApplicationContextRunner production = new ApplicationContextRunner()
            .withBean(ProductionChecks.class)
            .withPropertyValues("spring.profiles.active=prod");

    @Test
    void startsWithAPasswordOfOnesOwn() {
        production.withPropertyValues("spring.datasource.password=9f2c-own").run(context -> assertThat(context)
                .hasNotFailed());
    }

    @Test
    void refusesAnExamplesPassword() {
        production.withPropertyValues("spring.flyway.password=Change-Me").run(context -> assertThat(context)
                .getFailure()
                .isInstanceOf(UnsafeConfiguration.class)
                .hasMessageContaining("spring.flyway.password"));
    }

    @Test
    void refusesTheDemoCompany() {
        production.withPropertyValues("spring.profiles.active=prod,demo").run(context -> assertThatThrownBy(() -> {
                    throw context.getStartupFailure();
                })
                .hasMessageContaining("demo"));
    }
}
