package io.throughline.project.leave;

import io.throughline.foundation.activity.Activities;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.NotAllowed;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.resource.Capacities;
import io.throughline.project.resource.Leave;
import io.throughline.project.resource.PersonalLeave;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks for leave, and decides about it: a coordinator or a manager, never about the own; what a manager asks for is agreed
 * to at once. Agreed leave is leave of the person's resource, and the plans it meets are computed anew.
 */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(staff = true)
public class LeaveRequests {

    /** Sick days are told afterwards; what is longer ago is settled otherwise. */
    private static final int DAYS_BACK = 60;

    private static final String MEETING = """
            select exists (select 1 from project.leave_request l
                            where l.user_id = :person and l.status in ('REQUESTED', 'APPROVED')
                              and l.first_day <= :last and l.last_day >= :first)
                or exists (select 1 from project.resource_leave l join project.resource r on r.id = l.resource_id
                            where r.user_id = :person and l.first_day <= :last and l.last_day >= :first)
            """;

    private final LeaveRequestRepository requests;
    private final PersonalLeave leave;
    private final Capacities capacities;
    private final LeaveNotices notices;
    private final Activities activities;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** @throws RuleViolation beside the field for days that meet other leave, hold no work, or lie too far back */
    public LeaveRequestId ask(Viewer viewer, AskForLeave command) {
        long person = person(viewer);
        lock(person);
        var request = new LeaveRequest(person, command, clock.instant());
        refuseDays(viewer, person, request.days());
        var saved = requests.saveAndFlush(request);
        activities.record(viewer, saved.subject(), "project.leave.askedLine", Map.of());
        if (viewer.has(Role.MANAGER)) {
            agree(viewer, saved);
        } else {
            notices.asked(saved);
        }
        return new LeaveRequestId(saved.requireId());
    }

    /** Takes back what the viewer asked for; agreed leave is worked again, and the plans are computed anew. */
    public void cancel(Viewer viewer, LeaveRequestId id) {
        var request = require(id);
        if (!Objects.equals(viewer.personId(), request.getUserId())) {
            throw new NotFound("leave request", id.value());
        }
        boolean agreed = request.cancel(today(viewer));
        requests.saveAndFlush(request);
        if (agreed) {
            leave.takeBack(viewer, request.getUserId(), request.days());
        }
        activities.record(viewer, request.subject(), "project.leave.cancelledLine", Map.of());
        notices.cancelled(request, agreed);
    }

    /** @param version as it was seen; null to skip the check */
    @Allow({Role.RESOURCE_COORDINATOR, Role.MANAGER})
    public void approve(Viewer viewer, LeaveRequestId id, @Nullable Integer version) {
        var request = others(viewer, id, version);
        agree(viewer, request);
        notices.approved(request);
    }

    /** @param reason read by who asked; needed */
    @Allow({Role.RESOURCE_COORDINATOR, Role.MANAGER})
    public void reject(Viewer viewer, LeaveRequestId id, @Nullable Integer version, @Nullable String reason) {
        var request = others(viewer, id, version);
        request.reject(reason, viewer.personId(), clock.instant());
        requests.saveAndFlush(request);
        var why = Objects.requireNonNull(request.getReason());
        activities.record(viewer, request.subject(), "project.leave.rejectedLine", Map.of("reason", why));
        notices.rejected(request, why);
    }

    private void agree(Viewer viewer, LeaveRequest request) {
        request.approve(viewer.personId(), clock.instant());
        requests.saveAndFlush(request);
        leave.give(viewer, request.getUserId(), request.days());
        activities.record(viewer, request.subject(), "project.leave.approvedLine", Map.of());
    }

    private void refuseDays(Viewer viewer, long person, Leave days) {
        if (days.firstDay().isBefore(today(viewer).minusDays(DAYS_BACK))) {
            throw new RuleViolation("project.leave.tooLate", DAYS_BACK).at("firstDay");
        }
        boolean meets = jdbc.sql(MEETING)
                .param("person", person)
                .param("first", days.firstDay())
                .param("last", days.lastDay())
                .query(Boolean.class)
                .single();
        if (meets) {
            throw new RuleViolation("project.leave.meetsOther").at("firstDay");
        }
        var hours = capacities.of(viewer, List.of(person), days.firstDay(), days.lastDay());
        if (hours.getOrDefault(person, List.of()).stream().allMatch(minutes -> minutes == 0)) {
            throw new RuleViolation("project.leave.noWork").at("firstDay");
        }
    }

    private LeaveRequest others(Viewer viewer, LeaveRequestId id, @Nullable Integer version) {
        var request = require(id);
        if (Objects.equals(viewer.personId(), request.getUserId())) {
            throw new NotAllowed("decide about the own leave");
        }
        request.requireVersion(version);
        return request;
    }

    private LeaveRequest require(LeaveRequestId id) {
        return requests.findById(id.value()).orElseThrow(() -> new NotFound("leave request", id.value()));
    }

    private LocalDate today(Viewer viewer) {
        return LocalDate.now(clock.withZone(viewer.zone()));
    }

    private void lock(long person) {
        jdbc.sql("select id from foundation.app_user where id = ? for no key update")
                .param(person)
                .query(Long.class)
                .single();
    }

    private static long person(Viewer viewer) {
        var person = viewer.personId();
        if (person == null) {
            throw new NotFound("leave of", viewer.login());
        }
        return person;
    }
}
