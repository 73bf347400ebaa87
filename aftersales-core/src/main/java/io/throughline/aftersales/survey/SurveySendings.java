package io.throughline.aftersales.survey;

import static java.util.stream.Collectors.toSet;

import io.throughline.aftersales.mail.MailReach;
import io.throughline.foundation.customer.CustomerScope;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.model.SubjectRef;
import io.throughline.foundation.notification.Letter;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.setting.Setting;
import io.throughline.foundation.setting.Settings;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends a survey to chosen contacts, and says beforehand who would be left out and why. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.ACCOUNT_EXECUTIVE, Role.MANAGER})
public class SurveySendings {

    public static final int MOST = 500;
    private static final String SUBJECT = "CONTACT";

    private final SurveyRepository surveys;
    private final InvitationRepository invitations;
    private final CustomerScope scope;
    private final MailReach reach;
    private final Settings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * Contacts of the viewer's customers by a part of their or their company's name, by company and name; those who cannot
     * be asked are marked.
     *
     * @param tier code of a customer tier; null for any
     */
    @Transactional(readOnly = true)
    public List<ChosenContact> choices(Viewer viewer, String typed, @Nullable String tier) {
        return marked(jdbc.sql(CONTACT + """
                         where k.active and %s
                           and (:typed = '' or k.name ilike :like or c.name ilike :like or c.short_name ilike :like)
                           and (cast(:tier as varchar) is null or c.tier = :tier)
                         order by c.short_name, k.name, k.id limit :most
                        """.formatted(scope.of(viewer)))
                .param("typed", typed.strip())
                .param("like", "%" + typed.strip().replaceAll("([%_\\\\])", "\\\\$1") + "%")
                .param("tier", tier)
                .param("most", MOST)
                .param("since", quietSince())
                .query((row, n) -> contact(row.getLong("id"), row))
                .list());
    }

    /** The chosen ones, those who would be left out marked; throws {@link NotFound} where one is not the viewer's. */
    @Transactional(readOnly = true)
    public List<ChosenContact> preview(Viewer viewer, Collection<Long> contacts) {
        if (contacts.isEmpty()) {
            throw new RuleViolation("aftersales.survey.nobodyChosen").at("contact");
        }
        if (contacts.size() > MOST) {
            throw new RuleViolation("aftersales.survey.tooManyChosen", MOST).at("contact");
        }
        var ids = Set.copyOf(contacts);
        var found = marked(jdbc.sql(CONTACT
                        + " where k.id in (:ids) and %s order by c.short_name, k.name, k.id"
                                .formatted(scope.of(viewer)))
                .param("ids", ids)
                .param("since", quietSince())
                .query((row, n) -> contact(row.getLong("id"), row))
                .list());
        if (found.size() < ids.size()) {
            throw new NotFound("contact", ids);
        }
        return found;
    }

    /** Asks those of the chosen who may be asked; the mails leave within the minute. Says how many. */
    public int send(Viewer viewer, SurveyNumber number, Collection<Long> contacts) {
        var survey = surveys.findByNumber(number.value()).orElseThrow(() -> new NotFound("survey", number.toString()));
        if (survey.getOccasion() != SurveyOccasion.BY_HAND || !survey.isOpen()) {
            throw new RuleViolation("aftersales.survey.notByHand");
        }
        var now = clock.instant();
        var asked = preview(viewer, contacts).stream()
                .filter(contact -> contact.leftOut() == null)
                .toList();
        for (var contact : asked) {
            var invitation = new Invitation(
                    survey, new SubjectRef(SUBJECT, contact.id()), occasion(survey.requireId(), contact.id()), now);
            invitation.ask(customer(contact.id()), contact.id());
            invitation.creditTo(null, null, null);
            invitation.mailAt(now);
            invitations.saveAndFlush(invitation);
        }
        return asked.size();
    }

    private long customer(long contact) {
        return jdbc.sql("select customer_id from foundation.contact where id = ?")
                .param(contact)
                .query(Long.class)
                .single();
    }

    private int occasion(long survey, long contact) {
        return jdbc.sql("""
                        select coalesce(max(occasion) + 1, 0) from aftersales.survey_invitation
                         where survey_id = ? and subject_type = ? and subject_id = ?
                        """)
                .params(survey, SUBJECT, contact)
                .query(Integer.class)
                .single();
    }

    private Timestamp quietSince() {
        return Timestamp.from(clock.instant().minus(Duration.ofDays(settings.number(Setting.SURVEY_QUIET_DAYS))));
    }

    private List<ChosenContact> marked(List<ChosenContact> contacts) {
        var addresses = contacts.stream()
                .flatMap(contact -> Stream.ofNullable(contact.email()))
                .collect(toSet());
        var lost = reach.undeliverable(addresses);
        return contacts.stream()
                .map(contact -> contact.leftOut() == null
                                && lost.contains(
                                        Objects.requireNonNull(contact.email()).toLowerCase(Locale.ROOT))
                        ? new ChosenContact(
                                contact.id(),
                                contact.name(),
                                contact.email(),
                                contact.customer(),
                                LeftOut.UNDELIVERABLE)
                        : contact)
                .toList();
    }

    private static ChosenContact contact(long id, java.sql.ResultSet row) throws java.sql.SQLException {
        var email = row.getString("email");
        return new ChosenContact(id, row.getString("name"), email, row.getString("customer"), leftOut(email, row));
    }

    private static @Nullable LeftOut leftOut(@Nullable String email, java.sql.ResultSet row)
            throws java.sql.SQLException {
        if (!row.getBoolean("active")) {
            return LeftOut.LEFT;
        }
        if (email == null || !Letter.isAddress(email)) {
            return LeftOut.NO_ADDRESS;
        }
        if (row.getBoolean("opted_out")) {
            return LeftOut.OPTED_OUT;
        }
        return row.getBoolean("lately") ? LeftOut.ASKED_LATELY : null;
    }

    /** Also those whose mail is about to leave count as asked. */
    private static final String CONTACT = """
            select k.id, k.name, k.email, k.active, c.short_name as customer,
                   exists (select 1 from aftersales.survey_opt_out o where o.contact_id = k.id) as opted_out,
                   exists (select 1 from aftersales.survey_invitation l
                            where l.contact_id = k.id and l.bounced_at is null
                              and (l.sent_at > :since or l.mail_due_at is not null)) as lately
              from foundation.contact k join foundation.customer c on c.id = k.customer_id
            """;
}
