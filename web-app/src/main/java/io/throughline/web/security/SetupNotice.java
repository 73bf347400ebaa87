package io.throughline.web.security;

import io.throughline.foundation.people.FirstAdministrator;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Prints the one-time code while nobody administers; the one secret that may stand in the log. */
@Slf4j
@Component
class SetupNotice implements ApplicationRunner {

    private final FirstAdministrator first;
    private final String base;
    private final boolean wanted;

    SetupNotice(
            FirstAdministrator first,
            @Value("${throughline.base-url:http://localhost:${server.port:8080}}") String base,
            @Value("${throughline.setup.code-in-log:true}") boolean codeInLog,
            @Value("${throughline.demo.enabled:false}") boolean demo) {
        this.first = first;
        this.base = base;
        this.wanted = codeInLog && !demo;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (wanted) {
            first.newCode()
                    .ifPresent(code -> log.warn(
                            "There is no administrator yet. Make the first one at {}/setup with this one-time code: {}",
                            base,
                            code));
        }
    }
}
