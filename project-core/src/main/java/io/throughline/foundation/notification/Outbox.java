package io.throughline.foundation.notification;

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
 * the same record.
 */
@Service
@Transactional
@Allow(anyone = true)
public class Outbox {

    static final String TOPIC = "outbox";

    private final JdbcClient jdbc;
    private final LiveEvents live;
    private final Clock clock;
    private final String domain;

    Outbox(
            JdbcClient jdbc,
            LiveEvents live,
            Clock clock,
            @Value("${throughline.mail.message-id-domain:throughline.invalid}") String domain) {
        this.jdbc = jdbc;
        this.live = live;
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
                               (recipient, template, locale, data, subject_type, subject_id, message_id, created_at, next_at, state)
                        select recipient, template, locale, cast(data as jsonb), subject_type, subject_id, message_id,
                               :now, :now, 'PENDING'
                          from unnest(:recipients, :templates, :locales, :data, :types, cast(:subjects as bigint[]), :messageIds)
                               with ordinality as l(recipient, template, locale, data, subject_type, subject_id, message_id, place)
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
                .param("messageIds", column(letters, letter -> "<" + UUID.randomUUID() + "@" + domain + ">"))
                .param("now", Times.sql(clock.instant()))
                .update();
        live.publish(TOPIC, Map.of());
    }

    private static @Nullable String[] column(List<Letter> letters, Function<Letter, @Nullable String> value) {
        return letters.stream().map(value).toArray(String[]::new);
    }

    /** Tries a dead letter once more, or a waiting one at once. */
    @Allow(Role.ADMIN)
    public void tryAgain(Viewer viewer, long id) {
        int changed = jdbc.sql("""
                        update foundation.outbox_mail set state = 'PENDING', attempts = 0, next_at = ?, settled_at = null
                         where id = ? and state in ('PENDING', 'DEAD')
                        """).params(Times.sql(clock.instant()), id).update();
        if (changed == 0) {
            throw new NotFound("outbox mail", id);
        }
        live.publish(TOPIC, Map.of());
    }
}
