package io.throughline.project.lifecycle;

import io.throughline.foundation.activity.Activities;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Viewer;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Writes the lines people read on a project and on its parts. */
@Component
@RequiredArgsConstructor
public class ProjectTimeline {

    private final Activities activities;

    public void record(Viewer viewer, ProjectId project, String verb) {
        record(viewer, subject(project), verb, Map.of());
    }

    public static SubjectRef subject(ProjectId project) {
        return new SubjectRef("PROJECT", project.value());
    }

    public void record(Viewer viewer, SubjectRef subject, String verb, Map<String, ?> data) {
        activities.record(viewer, subject, verb, data);
    }
}
