package io.throughline.web.project.planfile;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.stereotype.Component;

@Component
class PlanFileAddresses implements AddressRules {

    @Override
    public void declare(AddressBook book) {
        for (var pattern : new String[] {
            "/projects/import",
            "/projects/import/{upload}",
            "/projects/import/{upload}/removal",
            "/api/v1/projects/import"
        }) {
            book.roles(pattern, Role.PROJECT_MANAGER, Role.MANAGER);
        }
    }
}
