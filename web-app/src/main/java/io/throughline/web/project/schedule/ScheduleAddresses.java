package io.throughline.web.project.schedule;

import io.throughline.foundation.people.Role;
import io.throughline.web.security.AddressBook;
import io.throughline.web.security.AddressRules;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Staff read plans and report progress in their own projects; planning is for who leads. */
@Component
class ScheduleAddresses implements AddressRules {

    private static final Role[] LEADERS = {Role.PROJECT_MANAGER, Role.MANAGER};

    @Override
    public void declare(AddressBook book) {
        book.staff(
                "/projects/{key}/schedule",
                "/projects/{key}/schedule/gantt",
                "/projects/{key}/schedule/gantt.pdf",
                "/api/v1/projects/{key}/export.pdf",
                "/projects/{key}/tasks/{number}",
                "/projects/{key}/tasks/{number}/start",
                "/projects/{key}/tasks/{number}/progress",
                "/projects/{key}/tasks/{number}/completion",
                "/projects/{key}/tasks/{number}/completion/removal",
                "/projects/{key}/tasks/{number}/block",
                "/projects/{key}/tasks/{number}/block/removal",
                "/projects/{key}/milestones",
                "/projects/{key}/baselines",
                "/projects/{key}/baselines/{word}",
                "/api/v1/projects/{key}/baselines",
                "/api/v1/projects/{key}/baselines/{word}/comparison",
                "/api/v1/projects/{key}/tasks",
                "/api/v1/projects/{key}/tasks/{number}",
                "/api/v1/projects/{key}/tasks/{number}/completion",
                "/api/v1/projects/{key}/tasks/{number}/progress",
                "/api/v1/projects/{key}/milestones",
                "/api/v1/projects/{key}/milestones/trend",
                "/api/v1/projects/{key}/schedule",
                "/api/v1/projects/{key}/schedule/changes/{change}/reversal",
                "/api/v1/projects/{key}/tasks/{number}/drivers",
                "/projects/{key}/schedule/changes/{change}/reversal",
                "/projects/{key}/tasks/{number}/why",
                "/projects/{key}/schedule/undo",
                "/projects/{key}/schedule/redo",
                "/projects/{key}/schedule/columns",
                "/projects/{key}/schedule/columns/reset",
                "/projects/{key}/schedule/settings",
                "/api/v1/projects/{key}/schedule/settings");
        for (var pattern : new String[] {
            "/projects/{key}/tasks",
            "/projects/{key}/tasks/new",
            "/projects/{key}/tasks/{number}/edit",
            "/projects/{key}/tasks/{number}/cells",
            "/projects/{key}/tasks/{number}/bar",
            "/projects/{key}/tasks/{number}/bar/preview",
            "/projects/{key}/tasks/{number}/bar/link",
            "/projects/{key}/tasks/{number}/bar/link/preview",
            "/projects/{key}/tasks/{number}/outline",
            "/projects/{key}/tasks/{number}/removal",
            "/projects/{key}/tasks/{number}/restoration",
            "/projects/{key}/tasks/{number}/cancellation",
            "/projects/{key}/tasks/{number}/cancellation/removal",
            "/projects/{key}/tasks/{number}/predecessors",
            "/projects/{key}/tasks/{number}/predecessors/{predecessor}/removal",
            "/projects/{key}/tasks/{number}/pin/removal",
            "/projects/{key}/schedule/status-date",
            "/projects/{key}/schedule/unfinished-work",
            "/api/v1/projects/{key}/schedule/unfinished-work",
            "/api/v1/projects/{key}/schedule/unfinished-work/preview",
            "/projects/{key}/schedule/rows",
            "/projects/{key}/schedule/copies",
            "/api/v1/projects/{key}/tasks/rows",
            "/api/v1/projects/{key}/tasks/copies",
            "/api/v1/projects/{key}/schedule/preview",
            "/api/v1/projects/{key}/schedule/settings/preview",
            "/api/v1/projects/{key}/links",
            "/projects/{key}/milestones/{number}/forecast",
            "/projects/{key}/milestones/{number}/reach",
            "/projects/{key}/milestones/{number}/reach/removal",
            "/projects/{key}/milestones/{number}/sharing"
        }) {
            book.roles(pattern, LEADERS);
        }
        book.roles(HttpMethod.POST, "/projects/{key}/tasks/{number}", LEADERS);
        book.roles(HttpMethod.POST, "/projects/{key}/milestones", LEADERS);
        book.roles(HttpMethod.POST, "/api/v1/projects/{key}/tasks", LEADERS);
        book.roles(HttpMethod.PATCH, "/api/v1/projects/{key}/tasks/{number}", LEADERS);
        book.roles(HttpMethod.POST, "/projects/{key}/baselines", LEADERS);
        book.roles(HttpMethod.POST, "/api/v1/projects/{key}/baselines", LEADERS);
        book.roles("/projects/{key}/baselines/proposal/approval", Role.MANAGER);
        book.roles("/projects/{key}/baselines/proposal/refusal", Role.MANAGER);
        book.roles("/api/v1/projects/{key}/baselines/proposal/decision", Role.MANAGER);
        book.roles(HttpMethod.POST, "/projects/{key}/schedule/settings", LEADERS);
        book.roles(HttpMethod.PATCH, "/api/v1/projects/{key}/schedule/settings", LEADERS);
        book.roles("/api/v1/projects/{key}/milestones/{number}/forecast", LEADERS);
        book.roles(HttpMethod.DELETE, "/api/v1/projects/{key}/tasks/{number}", LEADERS);
    }
}
