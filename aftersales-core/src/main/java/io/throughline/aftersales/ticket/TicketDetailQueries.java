package io.throughline.aftersales.ticket;

import io.throughline.foundation.customer.CustomerScope;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows a colleague one ticket, its timeline and what it is tied to, and what can be chosen for it. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class TicketDetailQueries {

    private final JdbcClient jdbc;
    private final CustomerScope customers;
    private final TicketTimeline timeline;

    /** Throws {@link NotFound} for an unknown number and for a ticket out of the viewer's scope. */
    public TicketDetail detail(Viewer viewer, String number) {
        var scope = TicketScope.of(viewer);
        return jdbc.sql("""
                        select t.*, s.category as status_category, s.built_in, s.name_zh, s.name_en,
                               c.number as customer_number, c.short_name as customer, c.tier,
                               coalesce(k.name, t.requester_name) as requester,
                               coalesce(k.email, t.requester_address) as requester_email, k.mobile,
                               p.key as project_key, p.name as project, m.name_zh as team_zh, m.name_en as team_en,
                               u.name as assignee, f.number as merged_into, ip.code as installed_product,
                               array(select g.tag from aftersales.ticket_tag g where g.ticket_id = t.id
                                      order by g.tag) as tags, %s as opens_customer, %s as opens_project,
                               exists (select 1 from foundation.watcher w
                                        where w.subject_type = :subject and w.subject_id = t.id
                                          and w.user_id = :viewer) as watched,
                               coalesce(r.body, '') as draft_reply, coalesce(i.body, '') as draft_note
                          from aftersales.ticket t
                          join aftersales.ticket_status s on s.code = t.status
                          left join foundation.customer c on c.id = t.customer_id
                          left join foundation.contact k on k.id = t.requester_id
                          left join project.project p on p.id = t.project_id
                          left join foundation.team m on m.id = t.team_id
                          left join foundation.app_user u on u.id = t.assignee_id
                          left join aftersales.ticket_draft r on r.ticket_id = t.id and r.user_id = :viewer
                               and r.visibility = 'PUBLIC'
                          left join aftersales.ticket_draft i on i.ticket_id = t.id and i.user_id = :viewer
                               and i.visibility = 'INTERNAL'
                          left join aftersales.ticket f on f.id = t.merged_into_id
                          left join aftersales.installed_product ip on ip.id = t.installed_product_id
                         where t.number = :number and %s
                        """.formatted(customers.of(viewer), ProjectScope.seen(viewer), scope.sql()))
                .param("number", number.trim().toUpperCase(Locale.ROOT))
                .param("subject", TicketSubject.TYPE)
                .param("viewer", viewer.id().value())
                .params(scope.params())
                .query((row, n) -> detail(row))
                .optional()
                .orElseThrow(() -> new NotFound("ticket", number));
    }

    /**
     * The timeline of a ticket the viewer was shown, oldest first.
     *
     * @param all false for the newest hundred entries
     */
    public List<TicketEntry> timeline(Viewer viewer, TicketDetail ticket, boolean all) {
        return timeline.whole(
                ticket.id().value(), viewer.locale().getLanguage().equals(Locale.CHINESE.getLanguage()), all);
    }

    /** Tickets tied to this one, as far as the viewer may see them. */
    public List<LinkedTicket> links(Viewer viewer, TicketId ticket) {
        var scope = TicketScope.of(viewer);
        return jdbc.sql("""
                        select t.number, t.subject, t.status, s.category, s.built_in, s.name_zh, s.name_en, l.kind,
                               l.from_id = :ticket as outgoing
                          from aftersales.ticket_link l
                          join aftersales.ticket t on t.id = case when l.from_id = :ticket then l.to_id else l.from_id end
                          join aftersales.ticket_status s on s.code = t.status
                         where (l.from_id = :ticket or l.to_id = :ticket) and %s
                         order by l.at
                        """.formatted(scope.sql()))
                .param("ticket", ticket.value())
                .params(scope.params())
                .query((row, n) -> new LinkedTicket(
                        row.getString("number"),
                        row.getString("subject"),
                        status(row, "category"),
                        LinkKind.valueOf(row.getString("kind")),
                        row.getBoolean("outgoing")))
                .list();
    }

    /** The first public message of a ticket the viewer was shown, its first 4 000 characters; empty where there is none. */
    public String question(Viewer viewer, TicketDetail ticket) {
        return jdbc.sql("""
                        select left(body, 4000) from aftersales.ticket_message
                         where ticket_id = ? and visibility = 'PUBLIC' order by at, id limit 1
                        """)
                .param(ticket.id().value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** Teams, and colleagues who may work on tickets, to hand a ticket to. */
    public Hands hands(Viewer viewer) {
        var all = jdbc.sql("""
                        (select 'TEAM' as what, id, name_zh, name_en from foundation.team where active
                          order by name_zh collate "zh-Hans-CN-x-icu", id)
                        union all
                        (select 'PERSON', u.id, u.name, u.name from foundation.app_user u
                          where u.active and u.contact_id is null
                            and exists (select 1 from foundation.user_role r where r.user_id = u.id
                                           and r.role in ('SUPPORT_AGENT', 'MANAGER', 'TECHNICIAN', 'TRAINER'))
                          order by u.name collate "zh-Hans-CN-x-icu", u.id
                          limit 500)
                        """)
                .query((row, n) -> Map.entry(
                        row.getString("what"),
                        new Choice(row.getLong("id"), row.getString("name_zh"), row.getString("name_en"))))
                .list();
        return new Hands(of(all, "TEAM"), of(all, "PERSON"));
    }

    private static List<Choice> of(List<Map.Entry<String, Choice>> all, String what) {
        return all.stream()
                .filter(entry -> entry.getKey().equals(what))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Whom a ticket can be handed to. */
    public record Hands(List<Choice> teams, List<Choice> people) {}

    /** Projects of a customer the viewer sees, to trace a ticket to; keys, not plans, so that every colleague may choose. */
    public List<Choice> projectsOf(Viewer viewer, long customer) {
        return jdbc.sql("""
                        select p.id, p.key || ' ' || p.name as name_zh, p.key || ' ' || p.name as name_en
                          from project.project p
                          join foundation.customer c on c.id = p.customer_id and %s
                         where p.customer_id = ?
                         order by p.key
                         limit 200
                        """.formatted(customers.of(viewer)))
                .param(customer)
                .query(Choice.class)
                .list();
    }

    /** Something to choose, with its name in both languages. */
    public record Choice(long id, String nameZh, String nameEn) {

        public String name(Locale locale) {
            return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? nameZh : nameEn;
        }
    }

    private static TicketDetail detail(ResultSet row) throws SQLException {
        return new TicketDetail(
                new TicketId(row.getLong("id")),
                row.getInt("version"),
                row.getString("number"),
                TicketKind.valueOf(row.getString("kind")),
                row.getBoolean("complaint"),
                Channel.valueOf(row.getString("channel")),
                status(row, "status_category"),
                row.getString("subject"),
                level(row.getString("impact")),
                level(row.getString("urgency")),
                Priority.valueOf(row.getString("priority")),
                row.getBoolean("escalated"),
                row.getObject("customer_id", Long.class),
                row.getString("customer_number"),
                row.getString("customer"),
                row.getString("tier"),
                row.getBoolean("opens_customer"),
                row.getObject("requester_id", Long.class),
                row.getString("requester"),
                row.getString("requester_email"),
                row.getString("mobile"),
                row.getObject("project_id", Long.class),
                row.getString("project_key"),
                row.getString("project"),
                row.getBoolean("opens_project"),
                row.getObject("deliverable_id", Long.class),
                row.getObject("installed_product_id", Long.class),
                row.getString("installed_product"),
                row.getObject("team_id", Long.class),
                row.getString("team_zh"),
                row.getString("team_en"),
                row.getObject("assignee_id", Long.class),
                row.getString("assignee"),
                row.getString("hold_reason"),
                instant(row, "held_until"),
                instant(row, "due_at"),
                instant(row, "agreed_due_at"),
                row.getString("due_clock"),
                row.getBoolean("clock_paused"),
                row.getTimestamp("opened_at").toInstant(),
                instant(row, "first_response_at"),
                instant(row, "workaround_at"),
                instant(row, "awaiting_since"),
                row.getObject("last_public_message_id", Long.class),
                instant(row, "resolved_at"),
                instant(row, "closed_at"),
                row.getInt("reopened_count"),
                row.getString("merged_into"),
                List.of((String[]) row.getArray("tags").getArray()),
                row.getBoolean("watched"),
                row.getString("draft_reply"),
                row.getString("draft_note"));
    }

    private static TicketStatus status(ResultSet row, String category) throws SQLException {
        return new TicketStatus(
                row.getString("status"),
                StatusCategory.valueOf(row.getString(category)),
                row.getBoolean("built_in"),
                row.getString("name_zh"),
                row.getString("name_en"));
    }

    private static @Nullable Level level(@Nullable String code) {
        return code == null ? null : Level.valueOf(code);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
