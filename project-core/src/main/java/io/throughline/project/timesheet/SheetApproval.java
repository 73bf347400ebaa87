package io.throughline.project.timesheet;

import io.throughline.foundation.activity.Activities;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.resource.BookedWork;
import io.throughline.project.resource.BookedWork.Booked;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes hours count: approved, they are the actual work of their task; no date moves by that. */
@Component
@RequiredArgsConstructor
class SheetApproval {

    private final SheetDesk desk;
    private final TimeEntryRepository entries;
    private final RemainingWork remaining;
    private final BookedWork work;
    private final TimesheetNotices notices;
    private final Activities activities;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** @param reach those of its hours that the viewer decides about */
    void approve(Viewer viewer, Timesheet sheet, List<TimeEntry> reach) {
        var now = clock.instant();
        var waiting = reach.stream().filter(entry -> !entry.isApproved()).toList();
        var fresh = waiting.stream()
                .filter(entry -> entry.getApprovedMinutes() == null)
                .map(TimeEntry::getTaskId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        waiting.forEach(entry -> {
            entry.approve(viewer.personId(), now);
            entries.save(entry);
        });
        entries.flush();
        count(viewer, sheet, waiting, fresh);
        if (desk.entries(sheet).stream().allMatch(TimeEntry::isApproved)) {
            sheet.approve(viewer.personId(), now);
            desk.save(sheet);
            activities.record(viewer, sheet.subject(), "project.timesheet.approvedLine", Map.of());
            notices.approved(sheet);
        } else {
            sheet.approvedInPart(now);
            desk.save(sheet);
            activities.record(viewer, sheet.subject(), "project.timesheet.approvedInPartLine", Map.of());
        }
    }

    /** @param fresh tasks with hours that were never approved before: an estimate said with a correction is an old one */
    private void count(Viewer viewer, Timesheet sheet, List<TimeEntry> approved, Set<Long> fresh) {
        var tasks = approved.stream()
                .map(TimeEntry::getTaskId)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(Long[]::new);
        if (tasks.length == 0) {
            return;
        }
        var left = remaining.of(sheet);
        var booked = new ArrayList<Booked>();
        jdbc.sql("""
                        select task_id, coalesce(sum(approved_minutes), 0) as minutes from project.time_entry
                         where user_id = ? and task_id = any(?) group by task_id order by task_id
                        """).params(sheet.getUserId(), tasks).query(row -> {
            long task = row.getLong("task_id");
            booked.add(new Booked(task, row.getLong("minutes"), fresh.contains(task) ? left.get(task) : null));
        });
        work.count(viewer, sheet.getUserId(), booked);
    }
}
