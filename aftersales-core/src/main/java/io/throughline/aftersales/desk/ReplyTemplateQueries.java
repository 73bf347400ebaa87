package io.throughline.aftersales.desk;

import io.throughline.aftersales.ticket.TicketDetail;
import io.throughline.aftersales.ticket.TicketDetailQueries;
import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.setting.Setting;
import io.throughline.foundation.setting.Settings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists the reply templates a colleague may use, and fills one for a ticket in its contact's language. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class ReplyTemplateQueries {

    private static final int MOST_CHOICES = 400;
    private static final DateTimeFormatter TIME_ZH =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm（'GMT'x）", Locale.CHINESE);
    private static final DateTimeFormatter TIME_EN =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm ('GMT'x)", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_ZH = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINESE);
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private static final String ROWS = """
            select d.*, m.name_zh as team_zh, m.name_en as team_en, %s as kept
              from aftersales.reply_template d
              left join foundation.team m on m.id = d.team_id
             where d.removed_at is null and %s
            """;

    private final JdbcClient jdbc;
    private final TicketDetailQueries tickets;
    private final Settings settings;
    private final Clock clock;

    /** What the viewer may use, by name. */
    public Page<ReplyTemplateRow> rows(Viewer viewer, PageRequest page) {
        boolean back = page.backwards();
        var cursor = page.cursor();
        var from = cursor == null ? "" : " and (lower(d.name), d.id) %s (:name, :id)".formatted(back ? "<" : ">");
        var down = back ? " desc" : "";
        var query = jdbc.sql(ROWS.formatted(Share.kept(viewer), Share.seen(viewer)) + from + " order by lower(d.name)"
                        + down + ", d.id" + down + " limit :limit")
                .param("me", viewer.id().value())
                .param("teams", viewer.teamIds().toArray(Long[]::new))
                .param("limit", page.size() + 1);
        var fetched = (cursor == null
                        ? query
                        : query.param("name", cursor.value(0)).param("id", cursor.id()))
                .query((row, n) -> row(row))
                .list();
        return Page.cut(fetched, page, row -> Cursor.of(row.name().toLowerCase(Locale.ROOT), row.id()));
    }

    /** Throws {@link NotFound} for what the viewer does not see. */
    public ReplyTemplateRow require(Viewer viewer, long id) {
        return find(viewer, id).orElseThrow(() -> new NotFound("reply template", id));
    }

    /** Empty for what the viewer does not see. */
    public Optional<ReplyTemplateRow> find(Viewer viewer, long id) {
        return jdbc.sql(ROWS.formatted(Share.kept(viewer), Share.seen(viewer)) + " and d.id = :id")
                .param("me", viewer.id().value())
                .param("teams", viewer.teamIds().toArray(Long[]::new))
                .param("id", id)
                .query((row, n) -> row(row))
                .optional();
    }

    /** To choose from beside an answer, in one statement: the viewer's own first, then the teams', then everybody's. */
    public Choices choices(Viewer viewer) {
        var all = jdbc.sql("""
                        select what, id, name from (
                            select 'TEMPLATE' as what, d.id, d.name, d.owner_id, d.team_id
                              from aftersales.reply_template d where d.removed_at is null and %1$s
                            union all
                            select 'MACRO', d.id, d.name, d.owner_id, d.team_id
                              from aftersales.macro d where d.removed_at is null and :agent and %1$s) d
                         order by owner_id is null, team_id is null, name collate "zh-Hans-CN-x-icu", id
                         limit :limit
                        """.formatted(Share.seen(viewer)))
                .param("me", viewer.id().value())
                .param("teams", viewer.teamIds().toArray(Long[]::new))
                .param("agent", viewer.hasAny(Role.SUPPORT_AGENT, Role.MANAGER))
                .param("limit", MOST_CHOICES)
                .query((row, n) ->
                        Map.entry(row.getString("what"), new Choice(row.getLong("id"), row.getString("name"))))
                .list();
        return new Choices(of(all, "TEMPLATE"), of(all, "MACRO"));
    }

    private static List<Choice> of(List<Map.Entry<String, Choice>> all, String what) {
        return all.stream()
                .filter(entry -> entry.getKey().equals(what))
                .map(Map.Entry::getValue)
                .toList();
    }

    /**
     * The template filled for the ticket, in the contact's language where it has a text in it. Throws {@link NotFound} for a
     * ticket or a template the viewer does not see.
     */
    public FilledReply fill(Viewer viewer, String number, long template) {
        var row = require(viewer, template);
        var ticket = tickets.detail(viewer, number);
        boolean wanted = speaksChinese(viewer, ticket);
        boolean chinese = wanted ? !row.textZh().isEmpty() : row.textEn().isEmpty();
        var text = Placeholder.fill(
                chinese ? row.textZh() : row.textEn(), chinese, one -> value(one, viewer, ticket, chinese));
        return new FilledReply(
                row.id(), row.name(), text, chinese ? "zh" : "en", chinese != wanted, Placeholder.gaps(text));
    }

    /** The language the contact reads; the viewer's own where nobody knows it. */
    private boolean speaksChinese(Viewer viewer, TicketDetail ticket) {
        var contact = ticket.requesterId();
        var language = contact == null
                ? viewer.locale().getLanguage()
                : jdbc.sql("select locale from foundation.contact where id = ?")
                        .param(contact)
                        .query(String.class)
                        .single();
        return language.startsWith(Locale.CHINESE.getLanguage());
    }

    private String value(Placeholder placeholder, Viewer viewer, TicketDetail ticket, boolean chinese) {
        var value =
                switch (placeholder) {
                    case CONTACT -> ticket.requester();
                    case CUSTOMER -> ticket.customer();
                    case NUMBER -> ticket.number();
                    case SUBJECT -> ticket.subject();
                    case PROMISED -> promised(ticket, chinese);
                    case PROJECT -> ticket.project();
                    case AGENT -> viewer.name();
                    case TEAM -> chinese ? ticket.teamZh() : ticket.teamEn();
                    case COMPANY -> company(chinese);
                    case TODAY -> clock.instant().atZone(zone()).format(chinese ? DAY_ZH : DAY_EN);
                };
        return Objects.requireNonNullElse(value, "");
    }

    /** What is due next, while clocks run; in the company's zone, which it names. */
    private @Nullable String promised(TicketDetail ticket, boolean chinese) {
        Instant due = ticket.isLive() && !ticket.paused() ? ticket.dueAt() : null;
        return due == null ? null : due.atZone(zone()).format(chinese ? TIME_ZH : TIME_EN);
    }

    private String company(boolean chinese) {
        var zh = settings.get(Setting.COMPANY_NAME);
        var en = settings.get(Setting.COMPANY_NAME_EN);
        var wanted = chinese ? zh : en;
        return wanted.isBlank() ? (chinese ? en : zh) : wanted;
    }

    private ZoneId zone() {
        return ZoneId.of(settings.get(Setting.COMPANY_ZONE));
    }

    /** @param macros none for who may not run them */
    public record Choices(List<Choice> templates, List<Choice> macros) {}

    /** Something to choose. */
    public record Choice(long id, String name) {}

    private static ReplyTemplateRow row(ResultSet row) throws SQLException {
        var owner = row.getObject("owner_id", Long.class);
        var team = row.getObject("team_id", Long.class);
        return new ReplyTemplateRow(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("name"),
                row.getString("text_zh"),
                row.getString("text_en"),
                owner != null ? Sharing.OWN : team != null ? Sharing.TEAM : Sharing.EVERYONE,
                team,
                row.getString("team_zh"),
                row.getString("team_en"),
                row.getBoolean("kept"),
                row.getTimestamp("changed_at").toInstant());
    }
}
