package io.throughline.project.leave;

import io.throughline.foundation.notification.NoticeKind;
import io.throughline.foundation.notification.Notifications;
import io.throughline.foundation.people.UserId;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells coordinators who asks for leave, and who asked what was decided. */
@Component
@RequiredArgsConstructor
class LeaveNotices {

    static final String ASKED = "project.leave.notice.asked";
    static final String APPROVED = "project.leave.notice.approved";
    static final String REJECTED = "project.leave.notice.rejected";
    static final String CANCELLED = "project.leave.notice.cancelled";

    private final Notifications notifications;
    private final JdbcClient jdbc;

    @Bean
    static NoticeKind leaveAskedNotice() {
        return NoticeKind.inbox(ASKED);
    }

    @Bean
    static NoticeKind leaveApprovedNotice() {
        return NoticeKind.inboxAndMail(APPROVED);
    }

    @Bean
    static NoticeKind leaveRejectedNotice() {
        return NoticeKind.inboxAndMail(REJECTED);
    }

    @Bean
    static NoticeKind leaveCancelledNotice() {
        return NoticeKind.inbox(CANCELLED);
    }

    void asked(LeaveRequest request) {
        notifications.notifyStaff(coordinators(), request.subject(), ASKED, Map.of());
    }

    void approved(LeaveRequest request) {
        notifications.notifyStaff(person(request), request.subject(), APPROVED, Map.of());
    }

    void rejected(LeaveRequest request, String reason) {
        notifications.notifyStaff(person(request), request.subject(), REJECTED, Map.of("reason", reason));
    }

    /** Only where somebody had planned with it. */
    void cancelled(LeaveRequest request, boolean agreed) {
        if (agreed) {
            notifications.notifyStaff(coordinators(), request.subject(), CANCELLED, Map.of());
        }
    }

    private List<UserId> coordinators() {
        return jdbc.sql("select user_id from foundation.user_role where role = 'RESOURCE_COORDINATOR'")
                .query((row, n) -> new UserId(row.getLong(1)))
                .list();
    }

    private static List<UserId> person(LeaveRequest request) {
        return List.of(new UserId(request.getUserId()));
    }
}
