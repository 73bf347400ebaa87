package io.throughline.project.timesheet;

import io.throughline.foundation.notification.NoticeKind;
import io.throughline.foundation.notification.Notifications;
import io.throughline.foundation.people.UserId;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells who decides that a week was handed in, and its person what was decided. */
@Component
@RequiredArgsConstructor
class TimesheetNotices {

    static final String SUBMITTED = "project.timesheet.notice.submitted";
    static final String APPROVED = "project.timesheet.notice.approved";
    static final String REJECTED = "project.timesheet.notice.rejected";
    static final String MISSING = "project.timesheet.notice.missing";

    /** Who leads a project with hours in it that wait, and all coordinators. */
    private static final String DECIDERS = """
            select p.manager_id from project.time_entry e join project.project p on p.id = e.project_id
             where e.timesheet_id = :sheet and p.manager_id is not null
               and e.approved_minutes is distinct from e.minutes
            union
            select r.user_id from foundation.user_role r where r.role = 'RESOURCE_COORDINATOR'
            """;

    private final Notifications notifications;
    private final JdbcClient jdbc;

    @Bean
    static NoticeKind timesheetSubmittedNotice() {
        return NoticeKind.inbox(SUBMITTED);
    }

    @Bean
    static NoticeKind timesheetApprovedNotice() {
        return NoticeKind.inbox(APPROVED);
    }

    @Bean
    static NoticeKind timesheetRejectedNotice() {
        return NoticeKind.inboxAndMail(REJECTED);
    }

    @Bean
    static NoticeKind timesheetMissingNotice() {
        return NoticeKind.inboxAndMail(MISSING);
    }

    void submitted(Timesheet sheet) {
        var deciders = jdbc.sql(DECIDERS)
                .param("sheet", sheet.requireId())
                .query((row, n) -> new UserId(row.getLong(1)))
                .list();
        notifications.notifyStaff(deciders, sheet.subject(), SUBMITTED, Map.of());
    }

    void approved(Timesheet sheet) {
        notifications.notifyStaff(List.of(new UserId(sheet.getUserId())), sheet.subject(), APPROVED, Map.of());
    }

    void rejected(Timesheet sheet, String reason) {
        notifications.notifyStaff(
                List.of(new UserId(sheet.getUserId())), sheet.subject(), REJECTED, Map.of("reason", reason));
    }
}
