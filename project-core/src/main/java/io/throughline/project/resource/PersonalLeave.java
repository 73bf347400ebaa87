package io.throughline.project.resource;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.util.ArrayList;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * For the feature in which people ask for leave: what was agreed to is leave of the person's resource, and the plans the
 * person works in are computed anew in the background.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(staff = true)
public class PersonalLeave {

    private final ResourceRepository resources;
    private final PersonResources people;
    private final ResourceReplan replan;

    public void give(Viewer viewer, long user, Leave leave) {
        var resource = people.of(user);
        var all = new ArrayList<>(resource.getLeave());
        all.add(leave);
        resource.beAway(all);
        resources.saveAndFlush(resource);
        replan.of(viewer, resource);
    }

    /** Leave that somebody shortened or moved since stays as it is. */
    public void takeBack(Viewer viewer, long user, Leave leave) {
        resources.findByUserId(user).ifPresent(resource -> {
            resource.beAway(resource.getLeave().stream()
                    .filter(one -> !one.sameDays(leave))
                    .toList());
            resources.saveAndFlush(resource);
            replan.of(viewer, resource);
        });
    }
}
