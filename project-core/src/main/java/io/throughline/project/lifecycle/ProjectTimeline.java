package io.throughline.project.lifecycle;

import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Component;

/** Writes the lines people read on a project and on its parts. */
@Slf4j
@Component
@RequiredArgsConstructor
public class ProjectTimeline {

    public void record(Viewer viewer, ProjectId project, String verb) {
        record(viewer, new SubjectRef("PROJECT", project.value()), verb, Map.of());
    }

    public void record(Viewer viewer, SubjectRef subject, String verb, Map<String, ?> data) {
        log.debug("{} {} {} {}", viewer.login(), verb, subject, data);
    }
}
