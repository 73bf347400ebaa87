package io.throughline.web.project.template;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Who leads projects uses templates and saves them; administrators keep them in order. */
@Component
class TemplateAddresses implements AddressRules {

    private static final Role[] LEADERS = {Role.PROJECT_MANAGER, Role.MANAGER};
    private static final Role[] KEEPERS = {Role.PROJECT_MANAGER, Role.MANAGER, Role.ADMIN};

    @Override
    public void declare(AddressBook book) {
        for (var pattern : new String[] {
            "/projects/templates",
            "/projects/templates/{code}",
            "/projects/templates/{code}/edit",
            "/projects/templates/{code}/archive",
            "/projects/templates/{code}/archive/removal",
            "/projects/templates/{code}/removal",
            "/api/v1/project-templates",
            "/api/v1/project-templates/{code}"
        }) {
            book.roles(pattern, KEEPERS);
        }
        for (var pattern : new String[] {
            "/projects/templates/new",
            "/projects/templates/{code}/copies",
            "/projects/templates/{code}/forecast",
            "/api/v1/project-templates/{code}/copies",
            "/api/v1/project-templates/{code}/forecast"
        }) {
            book.roles(pattern, LEADERS);
        }
        book.roles(HttpMethod.POST, "/projects/templates", LEADERS);
        book.roles(HttpMethod.POST, "/api/v1/project-templates", LEADERS);
    }
}
