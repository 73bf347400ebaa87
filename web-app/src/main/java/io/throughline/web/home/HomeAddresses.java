package io.throughline.web.home;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.stereotype.Component;

@Component
class HomeAddresses implements AddressRules {

    @Override
    public void declare(AddressBook book) {
        book.staff("/my", "/my/calendar", "/my/calendar.ics", "/my/calendar/feed");
        book.roles("/my/approvals", Role.RESOURCE_COORDINATOR, Role.MANAGER, Role.PROJECT_MANAGER);
        book.anyone("/ical/{token}/calendar.ics");
        book.staff("/my/tasks/{key}/{number}/completion", "/my/tasks/{key}/{number}/reopening");
    }
}
