package io.throughline.web.project.planfile;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.stereotype.Component;

@Component
class PlanFileAddresses implements AddressRules {

    @Override
    public void declare(AddressBook book) {
        book.staff("/projects/{key}/schedule/imported", "/api/v1/projects/{key}/schedule/imported");
        for (var ending : new String[] {"xml", "xlsx", "csv", "ics"}) {
            book.staff("/projects/{key}/export." + ending, "/api/v1/projects/{key}/export." + ending);
        }
        for (var pattern : new String[] {
            "/projects/import",
            "/projects/import/{upload}",
            "/projects/import/{upload}/removal",
            "/api/v1/projects/import",
            "/projects/{key}/schedule/imported/{number}",
            "/api/v1/projects/{key}/schedule/imported/{number}"
        }) {
            book.roles(pattern, Role.PROJECT_MANAGER, Role.MANAGER);
        }
    }
}
