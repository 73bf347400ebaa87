package io.throughline.project.schedule;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the stretch of a plan that a person looks at, so that the rest need not be sent. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class PlanWindowQueries {

    private final PlanStretches stretches;

    /**
     * @param project already let in to its plan
     * @return rows with slack and critical tasks; where the plan cannot be computed, without
     */
    public PlanWindow of(Viewer viewer, ProjectAccess project, PlanView view) {
        return stretches.of(project, view).window();
    }
}
