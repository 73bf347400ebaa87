package io.throughline.web.project.leave;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.stereotype.Component;

/** Everybody asks for own leave; coordinators and managers decide. */
@Component
class LeaveAddresses implements AddressRules {

    private static final Role[] DECIDERS = {Role.RESOURCE_COORDINATOR, Role.MANAGER};

    @Override
    public void declare(AddressBook book) {
        book.staff(
                "/my/leave",
                "/my/leave/{id}/cancellation",
                "/leave/{id}",
                "/api/v1/leave",
                "/api/v1/leave/{id}",
                "/api/v1/leave/{id}/cancellation");
        for (var pattern : new String[] {
            "/leave/{id}/approval", "/leave/{id}/rejection", "/api/v1/leave/waiting", "/api/v1/leave/{id}/decision"
        }) {
            book.roles(pattern, DECIDERS);
        }
    }
}
