package io.throughline.web.project.resource;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** The pool is for who plans and who coordinates; whoever may read a plan may read who works in it. */
@Component
class ResourceAddresses implements AddressRules {

    private static final Role[] PLANNERS = {Role.RESOURCE_COORDINATOR, Role.PROJECT_MANAGER, Role.MANAGER};
    private static final Role[] KEEPERS = {Role.RESOURCE_COORDINATOR, Role.MANAGER};

    @Override
    public void declare(AddressBook book) {
        for (var pattern : new String[] {
            "/resources",
            "/resources/{id}",
            "/projects/{key}/tasks/{number}/assignments",
            "/projects/{key}/tasks/{number}/assignments/new",
            "/projects/{key}/tasks/{number}/assignments/rule",
            "/projects/{key}/tasks/{number}/assignments/{resource}",
            "/projects/{key}/tasks/{number}/assignments/{resource}/removal",
            "/projects/{key}/tasks/{number}/assignments/{resource}/candidates",
            "/projects/{key}/tasks/{number}/assignments/{resource}/handover",
            "/api/v1/resources",
            "/api/v1/resources/load",
            "/api/v1/resources/{id}"
        }) {
            book.roles(pattern, PLANNERS);
        }
        for (var pattern : new String[] {
            "/resources/new",
            "/resources/{id}/edit",
            "/resources/{id}/leave",
            "/resources/{id}/leave/{day}/removal",
            "/resources/{id}/match",
            "/resources/{id}/removal",
            "/resources/{id}/removal/removal"
        }) {
            book.roles(pattern, KEEPERS);
        }
        book.roles(HttpMethod.POST, "/resources", KEEPERS);
        book.roles(HttpMethod.POST, "/resources/{id}", KEEPERS);
        book.staff("/api/v1/projects/{key}/resources");
        for (var pattern : new String[] {
            "/api/v1/projects/{key}/tasks/{number}/assignments",
            "/api/v1/projects/{key}/tasks/{number}/assignments/{resource}"
        }) {
            book.staff(pattern);
        }
        book.roles(HttpMethod.POST, "/api/v1/projects/{key}/tasks/{number}/assignments", PLANNERS);
        book.roles(HttpMethod.PATCH, "/api/v1/projects/{key}/tasks/{number}/assignments/{resource}", PLANNERS);
        book.roles(HttpMethod.DELETE, "/api/v1/projects/{key}/tasks/{number}/assignments/{resource}", PLANNERS);
    }
}
