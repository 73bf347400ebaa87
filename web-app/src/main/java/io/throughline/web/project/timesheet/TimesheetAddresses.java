package io.throughline.web.project.timesheet;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.stereotype.Component;

/** Everybody has own hours; coordinators, managers and who leads a project decide about those of others. */
@Component
class TimesheetAddresses implements AddressRules {

    private static final Role[] DECIDERS = {Role.RESOURCE_COORDINATOR, Role.MANAGER, Role.PROJECT_MANAGER};

    @Override
    public void declare(AddressBook book) {
        book.staff(
                "/my/timesheets",
                "/my/timesheets/{week}",
                "/my/timesheets/{week}/withdrawal",
                "/my/timesheets/{week}/corrections",
                "/timesheets.csv",
                "/timesheets.xlsx",
                "/timesheets/{person}/{week}",
                "/api/v1/timesheets/{person}/{week}",
                "/api/v1/timesheets/{person}/{week}/submission",
                "/api/v1/timesheets/{person}/{week}/corrections");
        for (var pattern : new String[] {
            "/timesheets/{person}/{week}/approval",
            "/timesheets/{person}/{week}/rejection",
            "/api/v1/timesheets/waiting",
            "/api/v1/timesheets/{person}/{week}/decision"
        }) {
            book.roles(pattern, DECIDERS);
        }
    }
}
