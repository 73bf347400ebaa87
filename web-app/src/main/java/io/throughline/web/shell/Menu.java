package io.throughline.web.shell;

import static io.throughline.web.shell.MenuEntry.group;
import static io.throughline.web.shell.MenuEntry.page;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sidebar, "new" menu and phone bar by role. What a person may not open is absent, not grey; never more than nine
 * entries on the first level.
 *
 * @param entries sidebar in order; several roles are merged, the weightier role's order first
 * @param creations what "new" offers
 */
public record Menu(List<MenuEntry> entries, List<MenuEntry> creations) {

    private static final int PHONE_ENTRIES = 3;
    private static final int MOST_ENTRIES = 9;

    private static final MenuEntry MY = page("my", "/my", "house", "g h");
    private static final MenuEntry INBOX = page("inbox", "/inbox", "inbox", "g i");
    private static final MenuEntry CALENDAR = page("calendar", "/my/calendar", "calendar3", "g c");
    private static final MenuEntry TIMESHEET = page("timesheet", "/my/timesheets", "stopwatch", "g b");
    private static final MenuEntry APPROVALS = page("approvals", "/my/approvals", "clipboard-check", "g a");
    private static final MenuEntry PROJECTS = page("projects", "/projects", "list-nested", "g p");
    private static final MenuEntry RESOURCES = page("resources", "/resources", "people", "g r");
    private static final MenuEntry TICKETS = page("tickets", "/tickets", "ticket-detailed", "g t");
    private static final MenuEntry KNOWLEDGE = page("knowledge", "/knowledge", "journal-text", "g k");
    private static final MenuEntry CUSTOMERS = page("customers", "/customers", "building", "g u");
    private static final MenuEntry INSIGHTS = page("insights", "/insights", "graph-up", "g d");
    private static final MenuEntry ADMIN = group(
            "admin",
            "sliders",
            page("admin.users", "/admin/users", "people", null),
            page("admin.roles", "/admin/roles", "shield-check", null),
            page("admin.teams", "/admin/teams", "person-gear", null),
            page("admin.second-factor", "/admin/second-factor", "lock", null),
            page("admin.calendars", "/admin/calendars", "calendar-check", null),
            page("admin.project-templates", "/projects/templates", "layers", null),
            page("admin.sla-policies", "/admin/sla-policies", "clock", null),
            page("admin.automation", "/admin/automation", "activity", null),
