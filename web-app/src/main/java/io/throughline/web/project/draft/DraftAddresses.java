package io.throughline.web.project.draft;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.stereotype.Component;

/** Drafts are for who leads the project; inside them the rules of the plan's own addresses hold. */
@Component
class DraftAddresses implements AddressRules {

    private static final Role[] LEADERS = {Role.PROJECT_MANAGER, Role.MANAGER};

    @Override
    public void declare(AddressBook book) {
        for (var pattern : new String[] {
            "/projects/{key}/drafts",
            "/projects/{key}/drafts/{number}",
            "/projects/{key}/drafts/{number}/merge",
            "/projects/{key}/drafts/{number}/leveling",
            "/projects/{key}/drafts/{number}/removal",
            "/api/v1/projects/{key}/drafts",
            "/api/v1/projects/{key}/drafts/{number}",
            "/api/v1/projects/{key}/drafts/{number}/comparison",
            "/api/v1/projects/{key}/drafts/{number}/merge",
            "/api/v1/projects/{key}/drafts/{number}/leveling"
        }) {
            book.roles(pattern, LEADERS);
        }
    }
}
