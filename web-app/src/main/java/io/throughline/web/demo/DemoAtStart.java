package io.throughline.web.demo;

import io.throughline.foundation.people.Viewer;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Loads the demo company into a database that nobody has used yet; one that was removed stays away. */
@Slf4j
@Component
@Profile("!prod")
@RequiredArgsConstructor
@ConditionalOnProperty("throughline.demo.enabled")
class DemoAtStart implements ApplicationRunner {

    private final DemoCompany company;

    @Override
    public void run(ApplicationArguments arguments) {
        if (company.wasEverLoaded() || !company.isFresh()) {
            return;
        }
        long began = System.nanoTime();
        company.load(Viewer.system("demo"));
        log.info(
                "Demo company loaded in {} ms; sign in as pm, manager, agent, customer … with the password {}",
                (System.nanoTime() - began) / 1_000_000,
                PeopleChapter.PASSWORD);
    }
}
