package io.throughline.web.project.leveling;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Project managers level their own plans, coordinators any; managers read. */
@Component
class LevelingAddresses implements AddressRules {

    private static final Role[] READERS = {Role.PROJECT_MANAGER, Role.MANAGER, Role.RESOURCE_COORDINATOR};
    private static final Role[] PLANNERS = {Role.PROJECT_MANAGER, Role.RESOURCE_COORDINATOR};

    @Override
    public void declare(AddressBook book) {
        book.roles(HttpMethod.GET, "/projects/{key}/schedule/leveling", READERS);
        book.roles(HttpMethod.GET, "/api/v1/projects/{key}/leveling", READERS);
        book.roles(HttpMethod.POST, "/projects/{key}/schedule/leveling", PLANNERS);
        book.roles(HttpMethod.POST, "/api/v1/projects/{key}/leveling", PLANNERS);
        book.roles(HttpMethod.DELETE, "/api/v1/projects/{key}/leveling", PLANNERS);
        for (var pattern : new String[] {
            "/projects/{key}/schedule/leveling/cancellation",
            "/projects/{key}/schedule/leveling/removal",
            "/projects/{key}/schedule/leveling/{proposal}/application",
            "/projects/{key}/schedule/leveling/{proposal}/application/removal",
            "/projects/{key}/schedule/leveling/{proposal}/removal",
            "/api/v1/projects/{key}/leveling/{proposal}",
            "/api/v1/projects/{key}/leveling/{proposal}/application"
        }) {
            book.roles(pattern, PLANNERS);
        }
    }
}
