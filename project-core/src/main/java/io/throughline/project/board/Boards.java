package io.throughline.project.board;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.project.schedule.TaskStatus;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets how many cards a column should hold at most; cards move by {@code TaskProgress.moveTo}. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.PROJECT_MANAGER, Role.MANAGER})
public class Boards {

    private final BoardLimitRepository limits;
    private final ProjectQueries projects;

    /** @param limit null for no limit */
    public void limit(Viewer viewer, String key, TaskStatus status, @Nullable Integer limit) {
        var project = projects.requirePlan(viewer, key).toManage().id().value();
        var found = limits.findByProjectIdAndStatus(project, status);
        if (limit == null) {
            found.ifPresent(limits::delete);
        } else if (found.isPresent()) {
            found.get().change(limit);
            limits.save(found.get());
        } else {
            limits.save(new BoardLimit(project, status, limit));
        }
    }
}
