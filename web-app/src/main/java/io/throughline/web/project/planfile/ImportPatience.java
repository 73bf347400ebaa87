package io.throughline.web.project.planfile;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How long a person or a program waits for an import before it becomes a job.
 *
 * @param answer with what comes before and after it, under the thirty seconds that the REST call promises
 */
@Component
record ImportPatience(
        @Value("${throughline.plan-file.answer-within:25s}") Duration answer) {}
