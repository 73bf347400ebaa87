package io.throughline.foundation.notification;

import io.throughline.foundation.activity.Audit;
import io.throughline.foundation.activity.AuditAction;
import io.throughline.foundation.activity.AuditRecord;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mail that leaves if and only if the caller's transaction commits.
 *
 * <p>Each mail leaves at least once, always under the same Message-ID, and in the order of writing among those about
 * the same record to the same address. A mail to several people is a letter to each, under one Message-ID.
 */
@Service
@Transactional
@Allow(anyone = true)
public class Outbox {

    static final String TOPIC = "outbox";

    private final JdbcClient jdbc;
    private final LiveEvents live;
    private final Audit audit;
    private final Clock clock;
    private final String domain;

    Outbox(
            JdbcClient jdbc,
            LiveEvents live,
            Audit audit,
            Clock clock,
            @Value("${throughline.mail.message-id-domain:throughline.invalid}") String domain) {
        this.jdbc = jdbc;
        this.live = live;
        this.audit = audit;
        this.clock = clock;
        this.domain = domain;
    }

    /** A mail about no record in particular; see {@link Letter}. */
    public void mail(String to, String template, Locale locale, Map<String, ? extends @Nullable Object> data) {
        mail(List.of(new Letter(to, template, locale, data, null)));
    }

    /** A mail about a record; see {@link Letter}. */
    public void mail(
            String to,
            String template,
            Locale locale,
            Map<String, ? extends @Nullable Object> data,
            SubjectRef subject) {
        mail(List.of(new Letter(to, template, locale, data, subject)));
    }

    /** Many mails in one statement. */
    public void mail(List<Letter> letters) {
        if (letters.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into foundation.outbox_mail
                               (recipient, template, locale, data, subject_type, subject_id, message_id, envelope, created_at, next_at, state)
                        select recipient, template, locale, cast(data as jsonb), subject_type, subject_id, message_id,
                               cast(envelope as jsonb), :now, :now, 'PENDING'
                          from unnest(:recipients, :templates, :locales, :data, :types, cast(:subjects as bigint[]), :messageIds, :envelopes)
                               with ordinality as l(recipient, template, locale, data, subject_type, subject_id, message_id, envelope, place)
                         order by place
                        """)
                .param("recipients", column(letters, Letter::to))
                .param("templates", column(letters, Letter::template))
                .param("locales", column(letters, letter -> letter.locale().toLanguageTag()))
                .param("data", column(letters, letter -> Json.write(letter.data())))
                .param(
                        "types",
                        column(
                                letters,
                                letter -> letter.subject() == null
                                        ? null
                                        : letter.subject().type()))
                .param(
                        "subjects",
                        column(
                                letters,
                                letter -> letter.subject() == null
                                        ? null
                                        : Long.toString(letter.subject().id())))
                .param("messageIds", column(letters, this::messageId))
                .param(
                        "envelopes",
                        column(letters, letter -> letter.envelope() == null ? null : Json.write(letter.envelope())))
                .param("now", Times.sql(clock.instant()))
                .update();
        live.publish(TOPIC, Map.of());
    }

    private String messageId(Letter letter) {
        var envelope = letter.envelope();
        return envelope == null ? "<" + UUID.randomUUID() + "@" + domain + ">" : envelope.messageId();
    }

    private static @Nullable String[] column(List<Letter> letters, Function<Letter, @Nullable String> value) {
        return letters.stream().map(value).toArray(String[]::new);
    }

    /** Tries a dead letter once more, or a waiting one at once; the trail says how often it had been tried. */
    @Allow(Role.ADMIN)
    public void tryAgain(Viewer viewer, long id) {
        var before = jdbc.sql("""
                        with before as (select id, state, attempts from foundation.outbox_mail
                                         where id = :id and state in ('PENDING', 'DEAD') for update)
                        update foundation.outbox_mail m
                           set state = 'PENDING', attempts = 0, next_at = :now, settled_at = null
                          from before where m.id = before.id
                        returning before.state || ' (' || before.attempts || ')'
                        """)
                .param("id", id)
                .param("now", Times.sql(clock.instant()))
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("outbox mail", id));
        audit.record(
                viewer,
                new AuditRecord(
                        AuditAction.CHANGED, "foundation.outbox_mail", id, null, "state", before, "PENDING (0)"));
        live.publish(TOPIC, Map.of());
    }
}
