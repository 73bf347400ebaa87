package io.throughline.project.timesheet;

import io.throughline.foundation.activity.Activities;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.StaleVersion;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.NotAllowed;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectScope;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Approves weeks that were handed in, or sends them back. Coordinators and managers decide about all hours, a project
 * manager about those of the projects led; nobody about the own.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.RESOURCE_COORDINATOR, Role.MANAGER, Role.PROJECT_MANAGER})
public class TimesheetDecisions {

    private final SheetDesk desk;
    private final SheetApproval approval;
    private final TimeEntryRepository entries;
    private final TimesheetNotices notices;
    private final Activities activities;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * @param version of the sheet as it was seen; null to skip the check
     * @throws StaleVersion where its person changed it since
     */
    public void approve(Viewer viewer, String person, TimesheetWeek week, @Nullable Integer version) {
        var sheet = waiting(viewer, person, week, version);
        approval.approve(viewer, sheet, reach(viewer, sheet));
    }

    /** @param reason read by its person; needed */
    public void reject(
            Viewer viewer, String person, TimesheetWeek week, @Nullable Integer version, @Nullable String reason) {
        var sheet = waiting(viewer, person, week, version);
        reach(viewer, sheet).stream()
                .filter(entry -> !entry.isApproved())
                .filter(TimeEntry::restore)
                .forEach(entries::save);
        entries.flush();
        boolean open = desk.entries(sheet).stream().anyMatch(entry -> !entry.isApproved());
        sheet.reject(reason, open, viewer.personId(), clock.instant());
        desk.save(sheet);
        var why = Objects.requireNonNull(reason).strip();
        activities.record(viewer, sheet.subject(), "project.timesheet.rejectedLine", Map.of("reason", why));
        notices.rejected(sheet, why);
    }

    private Timesheet waiting(Viewer viewer, String person, TimesheetWeek week, @Nullable Integer version) {
        var sheet = desk.require(person, week);
        if (Objects.equals(viewer.personId(), sheet.getUserId())) {
            throw new NotAllowed("decide about the own hours");
        }
        if (reach(viewer, sheet).isEmpty()) {
            throw new NotFound("timesheet", person + " " + week.code());
        }
        sheet.requireWaiting();
        desk.requireVersion(sheet, version);
        return sheet;
    }

    private List<TimeEntry> reach(Viewer viewer, Timesheet sheet) {
        var all = desk.entries(sheet);
        if (viewer.hasAny(Role.RESOURCE_COORDINATOR, Role.MANAGER)) {
            return all;
        }
        var led = led(viewer, all);
        return all.stream()
                .filter(entry -> entry.getProjectId() != null && led.contains(entry.getProjectId()))
                .toList();
    }

    private Set<Long> led(Viewer viewer, List<TimeEntry> all) {
        return jdbc.sql("select p.id from project.project p where p.id = any(?) and " + ProjectScope.led(viewer))
                .param(all.stream()
                        .map(TimeEntry::getProjectId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toArray(Long[]::new))
                .query(Long.class)
                .set();
    }
}
