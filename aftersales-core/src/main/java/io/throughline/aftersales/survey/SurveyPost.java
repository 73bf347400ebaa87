package io.throughline.aftersales.survey;

import static java.util.Objects.requireNonNull;

import io.throughline.aftersales.mail.MailReach;
import io.throughline.foundation.job.RecurringWork;
import io.throughline.foundation.job.Rhythm;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.notification.Letter;
import io.throughline.foundation.notification.Outbox;
import io.throughline.foundation.setting.Setting;
import io.throughline.foundation.setting.Settings;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Mails questions and reminders when they are due, one transaction each. Whether somebody may be asked is decided at that
 * moment, on any number of nodes by one at a time for a contact, so that the quiet days hold over all surveys.
 */
@Component
@RequiredArgsConstructor
class SurveyPost implements RecurringWork {

    static final String SUBJECT = "SURVEY_INVITATION";
    private static final Duration PAUSE = Duration.ofSeconds(20);

    private final SurveyRepository surveys;
    private final InvitationRepository invitations;
    private final SurveyTokens tokens;
    private final MailReach reach;
    private final Outbox outbox;
    private final Settings settings;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    @Override
    public String name() {
        return "aftersales.survey.post";
    }

    @Override
    public Rhythm rhythm() {
        return Rhythm.every(PAUSE);
    }

    @Override
    public void run(Instant now) {
        while (Boolean.TRUE.equals(transactions.execute(status -> next(now)))) {
            continue;
        }
    }

    /** Settles the invitation that is due longest; says whether there was one. */
    private boolean next(Instant now) {
        var due = jdbc.sql("""
                        select id from aftersales.survey_invitation where mail_due_at <= ?
                         order by mail_due_at limit 1 for update skip locked
                        """).param(Timestamp.from(now)).query(Long.class).optional();
        due.ifPresent(id -> settle(invitations.findById(id).orElseThrow()));
        return due.isPresent();
    }

    private void settle(Invitation invitation) {
        var survey = surveys.findById(invitation.getSurveyId()).orElseThrow();
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('survey contact', ?))")
                .param(requireNonNull(invitation.getContactId()))
                .query((row, n) -> true)
                .single();
        var asked = asked(invitation);
        var refusal = refusal(invitation, survey, asked);
        if (refusal.isPresent()) {
            invitation.leaveOut(refusal.get());
        } else {
            mail(invitation, survey, asked);
        }
        invitations.saveAndFlush(invitation);
    }

    private void mail(Invitation invitation, Survey survey, Asked asked) {
        var locale = Locale.forLanguageTag(asked.locale);
        boolean chinese = locale.getLanguage().equals("zh");
        var token = tokens.make(invitation.requireId());
        var data = new HashMap<String, @Nullable Object>();
        data.put("title", chinese ? survey.getTitleZh() : survey.getTitleEn());
        data.put("question", chinese ? survey.getScoreZh() : survey.getScoreEn());
        data.put("name", asked.name);
        data.put("number", asked.number);
        data.put("about", asked.subject);
        data.put("reminder", invitation.getSentAt() != null);
        data.put("anonymous", survey.isAnonymous());
        data.put("days", survey.getAnswerDays());
        data.put("scale", scale(survey.getKind()));
        data.put("path", "/s/" + token);
        data.put("optOut", "/s/" + token + "/opt-out");
        outbox.mail(List.of(new Letter(
                requireNonNull(asked.email), "survey", locale, data, new SubjectRef(SUBJECT, invitation.requireId()))));
        invitation.mailed(survey, clock.instant());
    }

    private static List<Integer> scale(SurveyKind kind) {
        return java.util.stream.IntStream.rangeClosed(kind.lowest(), kind.highest())
                .boxed()
                .toList();
    }

    private Optional<LeftOut> refusal(Invitation invitation, Survey survey, Asked asked) {
        if (invitation.isAnswered()) {
            return Optional.of(LeftOut.ANSWERED);
        }
        if (!survey.isOpen()) {
            return Optional.of(LeftOut.SURVEY_CLOSED);
        }
        if (asked.reopened) {
            return Optional.of(LeftOut.REOPENED);
        }
        if (!asked.active) {
            return Optional.of(LeftOut.LEFT);
        }
        if (asked.email == null || !Letter.isAddress(asked.email)) {
            return Optional.of(LeftOut.NO_ADDRESS);
        }
        if (asked.optedOut) {
            return Optional.of(LeftOut.OPTED_OUT);
        }
        if (!reach.undeliverable(List.of(asked.email)).isEmpty()) {
            return Optional.of(LeftOut.UNDELIVERABLE);
        }
        return asked.lately && invitation.getSentAt() == null ? Optional.of(LeftOut.ASKED_LATELY) : Optional.empty();
    }

    private record Asked(
            String name,
            @Nullable String email,
            String locale,
            boolean active,
            boolean optedOut,
            boolean lately,
            @Nullable String number,
            @Nullable String subject,
            boolean reopened) {}

    private Asked asked(Invitation invitation) {
        return jdbc.sql("""
                        select k.name, k.email, k.locale, k.active, t.number, t.subject,
                               coalesce(t.category not in ('RESOLVED', 'CLOSED') or t.reopened_count > i.occasion
                                        and s.occasion = 'TICKET_RESOLVED', false) as reopened,
                               exists (select 1 from aftersales.survey_opt_out o where o.contact_id = k.id) as opted_out,
                               exists (select 1 from aftersales.survey_invitation l
                                        where l.contact_id = k.id and l.sent_at > :since and l.bounced_at is null) as lately
                          from aftersales.survey_invitation i
                          join aftersales.survey s on s.id = i.survey_id
                          join foundation.contact k on k.id = i.contact_id
                          left join aftersales.ticket t on i.subject_type = 'TICKET' and t.id = i.subject_id
                         where i.id = :id
                        """)
                .param("id", invitation.requireId())
                .param(
                        "since",
                        Timestamp.from(
                                clock.instant().minus(Duration.ofDays(settings.number(Setting.SURVEY_QUIET_DAYS)))))
                .query((row, n) -> new Asked(
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("locale"),
                        row.getBoolean("active"),
                        row.getBoolean("opted_out"),
                        row.getBoolean("lately"),
                        row.getString("number"),
                        row.getString("subject"),
                        row.getBoolean("reopened")))
                .single();
    }
}
