package io.throughline.web.project.lifecycle;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Staff come to projects, each seeing own ones only; who creates and leads is asked for by role here already. */
@Component
class ProjectAddresses implements AddressRules {

    private static final Role[] LEADERS = {Role.PROJECT_MANAGER, Role.MANAGER};

    @Override
    public void declare(AddressBook book) {
        book.staff("/projects.csv", "/projects.xlsx");
        book.staff("/projects", "/projects/{key}", "/projects/{key}/gates/{phase}", "/projects/{key}/team");
        book.staff("/projects/{key}/closure", "/api/v1/projects", "/api/v1/projects/{key}");
        book.staff("/api/v1/projects/{key}/gates/{phase}");
        for (var pattern : new String[] {
            "/projects/new",
            "/projects/{key}/edit",
            "/projects/{key}/health",
            "/projects/{key}/pause",
            "/projects/{key}/pause/removal",
            "/projects/{key}/members",
            "/projects/{key}/members/{user}/removal",
            "/projects/{key}/gates/{phase}/decision",
            "/projects/{key}/gates/{phase}/waivers",
            "/projects/{key}/gates/{phase}/criteria",
            "/projects/{key}/gates/{phase}/criteria/{criterion}/confirmation",
            "/projects/{key}/gates/{phase}/criteria/{criterion}/confirmation/removal",
            "/api/v1/projects/{key}/gates/{phase}/decision",
            "/api/v1/projects/{key}/gates/{phase}/waivers"
        }) {
            book.roles(pattern, LEADERS);
        }
        for (var pattern : new String[] {"/projects", "/projects/{key}", "/api/v1/projects"}) {
            book.roles(HttpMethod.POST, pattern, LEADERS);
        }
        book.roles(HttpMethod.PATCH, "/api/v1/projects/{key}", LEADERS);
        book.roles("/api/v1/projects/{key}/gates/{phase}/waivers/{criterion}/decision", Role.MANAGER);
        book.roles("/projects/{key}/cancellation", Role.MANAGER);
        book.roles("/projects/{key}/gates/{phase}/waivers/{criterion}/grant", Role.MANAGER);
        book.roles("/projects/{key}/gates/{phase}/waivers/{criterion}/refusal", Role.MANAGER);
    }
}
