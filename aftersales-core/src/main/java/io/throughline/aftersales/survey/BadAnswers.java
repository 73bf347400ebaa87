package io.throughline.aftersales.survey;

import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.notification.NoticeKind;
import io.throughline.foundation.notification.Notifications;
import io.throughline.foundation.people.UserId;
import io.throughline.foundation.setting.Setting;
import io.throughline.foundation.setting.Settings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A bad answer becomes a task: of the customer's account executive, else of who did the work, else of nobody, and then the
 * managers hear of it. A further answer to the same invitation opens no second one.
 */
@Component
@RequiredArgsConstructor
class BadAnswers {

    static final String NOTICE = "aftersales.survey.notice.followUp";
    static final String SUBJECT = "SURVEY_FOLLOW_UP";

    private final FollowUpRepository followUps;
    private final Notifications notifications;
    private final Settings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    void follow(Response response, Survey survey) {
        if (followUps.existsByResponseId(response.requireId())) {
            return;
        }
        var owner = owner(response);
        var zone = ZoneId.of(settings.get(Setting.COMPANY_ZONE));
        var due = LocalDate.now(clock.withZone(zone)).plusDays(survey.getFollowUpDays());
        var task = followUps.saveAndFlush(new FollowUp(response, owner, clock.instant(), due));
        var data = new HashMap<String, @Nullable Object>();
        data.put("label", label(response));
        data.put("path", "/surveys/follow-ups?q=" + task.requireId());
        data.put("rating", Objects.requireNonNull(response.getRating()));
        data.put("highest", survey.getKind().highest());
        data.put("due", due.toString());
        notifications.notifyStaff(
                owner == null ? managers() : List.of(new UserId(owner)),
                new SubjectRef(SUBJECT, task.requireId()),
                NOTICE,
                data);
    }

    private @Nullable Long owner(Response response) {
        return jdbc.sql("""
                        select coalesce(
                            (select u.id from foundation.customer c join foundation.app_user u on u.id = c.account_executive_id
                              where c.id = :customer and u.active),
                            (select u.id from foundation.app_user u where u.id = :agent and u.active))
                        """)
                .param("customer", response.getCustomerId())
                .param("agent", response.getAgentId())
                .query((row, n) -> (Long) row.getObject(1))
                .list()
                .get(0);
    }

    private List<UserId> managers() {
        return jdbc.sql("""
                        select r.user_id from foundation.user_role r join foundation.app_user u on u.id = r.user_id
                         where r.role = 'MANAGER' and u.active
                        """).query((row, n) -> new UserId(row.getLong(1))).list();
    }

    /** The customer, and the ticket where there is one. */
    private String label(Response response) {
        return jdbc.sql("""
                        select concat_ws(' · ', c.short_name, t.number)
                          from (select cast(:customer as bigint) as customer_id, cast(:invitation as bigint) as id) x
                          left join foundation.customer c on c.id = x.customer_id
                          left join aftersales.survey_invitation i on i.id = x.id
                          left join aftersales.ticket t on i.subject_type = 'TICKET' and t.id = i.subject_id
                        """)
                .param("customer", response.getCustomerId())
                .param("invitation", response.getInvitationId())
                .query(String.class)
                .single();
    }

    /** What people may choose to hear about. */
    @Configuration(proxyBeanMethods = false)
    static class Kinds {

        @Bean
        static NoticeKind surveyFollowUpNotice() {
            return NoticeKind.inboxAndMail(NOTICE);
        }
    }
}
