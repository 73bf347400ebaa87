package io.throughline.foundation.job;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.notification.TopicAccess;
import io.throughline.foundation.people.Viewer;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** A job's progress is heard by those who may see the job. */
@Component
@RequiredArgsConstructor
class JobTopics implements TopicAccess {

    private final JobQueries jobs;

    @Override
    public String prefix() {
        return "job";
    }

    @Override
    public boolean mayHear(Viewer viewer, String name) {
        try {
            jobs.require(viewer, Long.parseLong(name));
            return true;
        } catch (NumberFormatException | NotFound e) {
            return false;
        }
    }
}
