package io.throughline.project.schedule;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectId;
import java.util.Collection;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Computes plans whose tasks were written in bulk, past the commands; typed starts are kept. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(Role.ADMIN)
public class BroughtPlans {

    private final Replanning replanning;

    /** New plans only: what moves leaves no history. */
    public void compute(Viewer viewer, Collection<ProjectId> projects) {
        for (var project : projects) {
            replanning.lock(project);
            replanning.settle(viewer, project);
        }
    }
}
