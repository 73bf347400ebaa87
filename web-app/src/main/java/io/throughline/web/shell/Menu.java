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
    private static final MenuEntry COMPLAINTS = page("complaints", "/complaints", "chat-left-text", null);
    private static final MenuEntry PROBLEMS = page("problems", "/problems", "diagram-3", null);
    private static final MenuEntry CUSTOMERS = page("customers", "/customers", "building", "g u");
    private static final MenuEntry PRODUCTS = page("products", "/installed-products", "box-seam", "g e");
    private static final MenuEntry CONTRACTS = page("contracts", "/contracts", "file-earmark-text", null);
    private static final MenuEntry SURVEYS = page("surveys", "/surveys", "emoji-smile", "g s");
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
            page("admin.reply-templates", "/reply-templates", "reply", null),
            page("admin.automation", "/admin/automation", "activity", null),
            page("admin.assignment", "/assignment-rules", "person-check", null),
            page("admin.mail", "/admin/mail", "envelope", null),
            page("admin.settings", "/admin/settings", "gear", null),
            page("admin.jobs", "/admin/jobs", "hourglass-split", null),
            page("admin.demo-data", "/admin/demo-data", "database", null),
            page("admin.audit", "/admin/audit", "journal-text", null),
            page("admin.health", "/admin/health", "heart-pulse", null));
    private static final MenuEntry PORTAL_HOME = page("portal", "/portal", "house", "g h");
    private static final MenuEntry PORTAL_PROJECTS = page("portal.projects", "/portal/projects", "list-nested", "g p");
    private static final MenuEntry PORTAL_PRODUCTS = page("portal.products", "/portal/products", "box-seam", "g e");
    private static final MenuEntry PORTAL_TICKETS = page("portal.tickets", "/portal/tickets", "ticket-detailed", "g t");

    private static final MenuEntry PORTAL_KNOWLEDGE =
            page("portal.knowledge", "/portal/knowledge", "journal-text", "g k");

    private static final MenuEntry NEW_TICKET = page("new.ticket", "/tickets/new", "ticket-detailed", "c k");
    private static final MenuEntry NEW_PROJECT = page("new.project", "/projects/new", "list-nested", "c p");
    private static final MenuEntry NEW_CUSTOMER = page("new.customer", "/customers/new", "building", "c u");
    private static final MenuEntry NEW_RESOURCE = page("new.resource", "/resources/new", "person-plus", null);
    private static final MenuEntry NEW_USER = page("new.user", "/admin/users/new", "person-plus", null);
    private static final MenuEntry NEW_REQUEST = page("new.request", "/portal/tickets/new", "life-preserver", "c k");

    /** What goes first where several roles together have more than fits: the tabs of "my work" and the search lead there too. */
    private static final List<MenuEntry> SPARE =
            List.of(PRODUCTS, CONTRACTS, COMPLAINTS, SURVEYS, TIMESHEET, PROBLEMS, APPROVALS, KNOWLEDGE);

    /** The weightier role first: its order wins where a person has several. */
    private static final List<Role> WEIGHT = List.of(
            Role.MANAGER,
            Role.PROJECT_MANAGER,
            Role.SUPPORT_AGENT,
            Role.ACCOUNT_EXECUTIVE,
            Role.RESOURCE_COORDINATOR,
            Role.PROJECT_MEMBER,
            Role.TECHNICIAN,
            Role.TRAINER,
            Role.SALES,
            Role.ADMIN,
            Role.CUSTOMER);

    private static final Map<Role, List<MenuEntry>> ENTRIES = Map.ofEntries(
            Map.entry(
                    Role.MANAGER,
                    List.of(INSIGHTS, MY, APPROVALS, PROJECTS, RESOURCES, TICKETS, CUSTOMERS, INBOX, CALENDAR)),
            Map.entry(
                    Role.PROJECT_MANAGER,
                    List.of(MY, INBOX, PROJECTS, RESOURCES, TICKETS, CUSTOMERS, CALENDAR, TIMESHEET, INSIGHTS)),
            Map.entry(
                    Role.SUPPORT_AGENT,
                    List.of(TICKETS, MY, INBOX, CUSTOMERS, PRODUCTS, PROBLEMS, COMPLAINTS, KNOWLEDGE, SURVEYS)),
            Map.entry(
                    Role.ACCOUNT_EXECUTIVE,
                    List.of(CUSTOMERS, MY, INBOX, TICKETS, COMPLAINTS, PROJECTS, SURVEYS, CALENDAR, INSIGHTS)),
            Map.entry(Role.RESOURCE_COORDINATOR, List.of(RESOURCES, APPROVALS, PROJECTS, MY, INBOX, CALENDAR)),
            Map.entry(Role.PROJECT_MEMBER, List.of(MY, TIMESHEET, INBOX, PROJECTS, CALENDAR, KNOWLEDGE)),
            Map.entry(Role.TECHNICIAN, List.of(MY, INBOX, TICKETS, PRODUCTS, PROBLEMS, TIMESHEET, KNOWLEDGE, CALENDAR)),
            Map.entry(Role.TRAINER, List.of(CALENDAR, MY, INBOX)),
            Map.entry(Role.SALES, List.of(CUSTOMERS, CONTRACTS, MY, INBOX, CALENDAR)),
            Map.entry(Role.ADMIN, List.of(MY, INBOX, CALENDAR, ADMIN)),
            Map.entry(
                    Role.CUSTOMER,
                    List.of(PORTAL_HOME, PORTAL_PROJECTS, PORTAL_PRODUCTS, PORTAL_TICKETS, PORTAL_KNOWLEDGE)));

    private static final Map<Role, List<MenuEntry>> CREATIONS = Map.of(
            Role.PROJECT_MANAGER, List.of(NEW_PROJECT),
            Role.SUPPORT_AGENT, List.of(NEW_TICKET),
            Role.ACCOUNT_EXECUTIVE, List.of(NEW_TICKET, NEW_CUSTOMER),
            Role.SALES, List.of(NEW_CUSTOMER),
            Role.RESOURCE_COORDINATOR, List.of(NEW_RESOURCE),
            Role.ADMIN, List.of(NEW_USER),
            Role.CUSTOMER, List.of(NEW_REQUEST));

    public static Menu of(Viewer viewer) {
        var entries = merge(viewer, ENTRIES);
        SPARE.forEach(entry -> {
            if (entries.size() > MOST_ENTRIES) {
                entries.remove(entry);
            }
        });
        return new Menu(entries, merge(viewer, CREATIONS));
    }

    /** The entries of the phone's bottom bar; a menu button follows them. */
    public List<MenuEntry> phone() {
        return entries.stream()
                .filter(entry -> !entry.isGroup())
                .limit(PHONE_ENTRIES)
                .toList();
    }

    private static List<MenuEntry> merge(Viewer viewer, Map<Role, List<MenuEntry>> byRole) {
        Set<MenuEntry> merged = new LinkedHashSet<>();
        for (var role : WEIGHT) {
            if (viewer.has(role)) {
                merged.addAll(byRole.getOrDefault(role, List.of()));
            }
        }
        return new ArrayList<>(merged);
    }
}
