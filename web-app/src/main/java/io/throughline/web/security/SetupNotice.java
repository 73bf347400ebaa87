package io.throughline.web.security;

import io.throughline.foundation.people.FirstAdministrator;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Prints the one-time code while nobody administers; the one secret that may stand in the log. */
@Slf4j
@Component
class SetupNotice implements ApplicationRunner {

    /** The port is known once the server runs, also where it took a free one. */
    private static final String BASE =
            "${throughline.base-url:http://localhost:${local.server.port:${server.port:8080}}}";

    private final FirstAdministrator first;
    private final Environment environment;
    private final boolean wanted;

    SetupNotice(
            FirstAdministrator first,
            Environment environment,
            @Value("${throughline.setup.code-in-log:true}") boolean codeInLog,
            @Value("${throughline.demo.enabled:false}") boolean demo) {
        this.first = first;
        this.environment = environment;
        this.wanted = codeInLog && !demo;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (wanted) {
            first.newCode()
                    .ifPresent(code -> log.warn(
                            "There is no administrator yet. Make the first one at {}/setup with this one-time code: {}",
                            environment.resolvePlaceholders(BASE),
                            code));
        }
    }
}
