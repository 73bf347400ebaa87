package io.throughline.web.shell;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.util.ArrayList;
import java.util.List;

/** The pages of one's own work, beside each other. */
public final class MyTabs {

    private MyTabs() {}

    public static List<Tab> of(Viewer viewer) {
        var tabs = new ArrayList<Tab>();
        tabs.add(Tab.of("my", "shell.menu.my", "/my"));
        tabs.add(Tab.of("calendar", "shell.menu.calendar", "/my/calendar"));
        tabs.add(Tab.of("timesheet", "shell.menu.timesheet", "/my/timesheets"));
        tabs.add(Tab.of("leave", "shell.menu.leave", "/my/leave"));
        if (viewer.hasAny(Role.RESOURCE_COORDINATOR, Role.PROJECT_MANAGER, Role.MANAGER)) {
            tabs.add(Tab.of("approvals", "shell.menu.approvals", "/my/approvals"));
        }
        return tabs;
    }
}
