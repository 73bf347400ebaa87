package io.throughline.aftersales.sla;

import io.throughline.foundation.calendar.WorkCalendarId;
import io.throughline.foundation.calendar.WorkCalendars;
import io.throughline.foundation.job.JobId;
import io.throughline.foundation.job.Jobs;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tries other terms on past tickets: what a quarter would have looked like under another calendar or policy. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow(Role.ADMIN)
public class SlaTrials {

    private static final int MOST_DAYS = 400;
    private static final int KEPT = 20;

    private final SlaPolicyQueries policies;
    private final WorkCalendars calendars;
    private final Jobs jobs;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * Counts in a job; the newest twenty results are kept. Throws {@link RuleViolation} at the field that does not fit, and
     * where there is nothing else to be tried.
     */
    public JobId start(Viewer viewer, TrySlaTerms wanted) {
        requireOther(viewer, wanted);
        long days = ChronoUnit.DAYS.between(wanted.from(), wanted.until());
        if (days < 0 || days > MOST_DAYS) {
            throw new RuleViolation("aftersales.sla.trialDays", MOST_DAYS).at("until");
        }
        jdbc.sql("""
                        delete from aftersales.sla_trial
                         where id <= (select id from aftersales.sla_trial order by id desc offset ? limit 1)
                        """).param(KEPT - 1).update();
        long trial = jdbc.sql("""
                        insert into aftersales.sla_trial (opened_from, opened_until, policy_id, calendar_id, started_at, by_name)
                        values (:from, :until, :policy, :calendar, :now, :by)
                        returning id
                        """)
                .param("from", wanted.from())
                .param("until", wanted.until())
                .param("policy", wanted.policy())
                .param("calendar", wanted.calendar())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", viewer.name())
                .query(Long.class)
                .single();
        return jobs.start(viewer, RunTrial.KIND, new RunTrial.Payload(trial));
    }

    private void requireOther(Viewer viewer, TrySlaTerms wanted) {
        var policy = wanted.policy();
        var calendar = wanted.calendar();
        if (policy == null && calendar == null) {
            throw new RuleViolation("aftersales.sla.trialOfWhat").at("policy");
        }
        if (policy != null && policies.require(viewer, new SlaPolicyId(policy)).draft() == null && calendar == null) {
            throw new RuleViolation("aftersales.sla.trialWithoutDraft").at("policy");
        }
        if (calendar != null && !calendars.exists(new WorkCalendarId(calendar))) {
            throw new RuleViolation("aftersales.sla.unknownCalendar").at("calendar");
        }
    }
}
