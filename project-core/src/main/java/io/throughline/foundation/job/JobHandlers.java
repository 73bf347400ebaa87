package io.throughline.foundation.job;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The handlers by kind, looked up late because they themselves use services that start jobs. */
@Component
class JobHandlers {

    private final ObjectProvider<JobHandler<?>> beans;

    JobHandlers(ObjectProvider<JobHandler<?>> beans) {
        this.beans = beans;
    }

    void requirePayload(String kind, Object payload) {
        var type = require(kind).payloadType();
        if (!type.isInstance(payload)) {
            throw new IllegalArgumentException(kind + " takes a " + type.getName());
        }
    }

    JobHandler<?> require(String kind) {
        return find(kind).orElseThrow(() -> new IllegalArgumentException("no handler for jobs of kind " + kind));
    }

    Optional<String> resource(String kind) {
        return find(kind).flatMap(JobHandler::resource);
    }

    private Optional<JobHandler<?>> find(String kind) {
        Map<String, JobHandler<?>> byKind = beans.stream().collect(toMap(JobHandler::kind, identity()));
        return Optional.ofNullable(byKind.get(kind));
    }
}
