package io.throughline.project.lifecycle;

import io.throughline.foundation.people.Viewer;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** For features that give people work: who gets some belongs to the project's team. In the caller's transaction. */
@Component
@RequiredArgsConstructor
public class ProjectTeams {

    private final ProjectMemberRepository members;
    private final ProjectTimeline timeline;
    private final ProjectSearch search;

    /** @param user nobody where it is null; who is in already, or leads, stays what he is */
    public void admit(Viewer viewer, ProjectAccess project, @Nullable Long user) {
        long id = project.id().value();
        if (user == null
                || user.equals(project.managerId())
                || members.findByProjectIdAndUserId(id, user).isPresent()) {
            return;
        }
        members.saveAndFlush(new ProjectMember(id, user, MemberRole.MEMBER));
        search.rescope(project.id());
        timeline.record(viewer, project.id(), "project.lifecycle.memberAdded");
    }
}
