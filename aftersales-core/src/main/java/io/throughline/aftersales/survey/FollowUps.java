package io.throughline.aftersales.survey;

import static java.util.Objects.requireNonNull;

import io.throughline.foundation.model.Cursor;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.Page;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.setting.Setting;
import io.throughline.foundation.setting.Settings;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bad answers somebody calls about: the own ones, for managers all, for account executives those of their customers. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.ACCOUNT_EXECUTIVE, Role.SUPPORT_AGENT, Role.MANAGER})
public class FollowUps {

    private final FollowUpRepository followUps;
    private final Settings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** By due day, done ones by the day of it, the latest first. @param id one of them only; null for all */
    @Transactional(readOnly = true)
    public Page<FollowUpRow> page(Viewer viewer, FollowUpView view, @Nullable Long id, PageRequest request) {
        var params = new HashMap<String, Object>();
        params.put("viewer", viewer.id().value());
        params.put("today", Date.valueOf(today()));
        params.put("size", request.size() + 1);
        boolean done = view == FollowUpView.DONE;
        var day = done ? "cast(f.done_at at time zone 'UTC' as date)" : "f.due_on";
        boolean up = request.backwards() == done;
        var place = "true";
        var cursor = request.cursor();
        if (cursor != null) {
            params.put("day", Date.valueOf(day(cursor)));
            params.put("id", cursor.id());
            place = "(%s, f.id) %s (:day, :id)".formatted(day, up ? ">" : "<");
        }
        if (id != null) {
            params.put("one", id);
        }
        var fetched = jdbc.sql(ROW
                        + " where %s and %s and %s and %s order by %s limit :size"
                                .formatted(
                                        switch (view) {
                                            case MINE -> "f.done_at is null and f.owner_id = :viewer";
                                            case OPEN -> "f.done_at is null";
                                            case DONE -> "f.done_at is not null";
                                        },
                                        scope(viewer),
                                        id == null ? "true" : "f.id = :one",
                                        place,
                                        up ? day + ", f.id" : day + " desc, f.id desc"))
                .params(params)
                .query((row, n) -> row(row))
                .list();
        return Page.cut(
                fetched,
                request,
                row -> Cursor.of(
                        row.doneAt() == null
                                ? row.dueOn()
                                : LocalDate.ofInstant(row.doneAt(), java.time.ZoneOffset.UTC),
                        row.id()));
    }

    @Transactional(readOnly = true)
    public long open(Viewer viewer) {
        return jdbc.sql("select count(*) from aftersales.survey_follow_up f where f.done_at is null and "
                        + scope(viewer))
                .param("viewer", viewer.id().value())
                .query(Long.class)
                .single();
    }

    /**
     * Somebody called. Throws {@link NotFound} for one the viewer may not see, {@link RuleViolation} when it is done already
     * or nothing is said.
     *
     * @param note what came of it, 1–2 000 characters
     */
    public void finish(Viewer viewer, long id, String note) {
        boolean visible = jdbc.sql("select exists (select 1 from aftersales.survey_follow_up f where f.id = :id and "
                        + scope(viewer) + ")")
                .param("id", id)
                .param("viewer", viewer.id().value())
                .query(Boolean.class)
                .single();
        var task = followUps.findById(id).filter(found -> visible).orElseThrow(() -> new NotFound("follow-up", id));
        task.done(note, viewer.personId(), clock.instant());
        followUps.saveAndFlush(task);
    }

    private static String scope(Viewer viewer) {
        return AnswerScope.seesAll(viewer)
                ? ":viewer >= 0"
                : "(f.owner_id = :viewer or f.customer_id in"
                        + " (select own.id from foundation.customer own where own.account_executive_id = :viewer))";
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneId.of(settings.get(Setting.COMPANY_ZONE))));
    }

    private static LocalDate day(Cursor cursor) {
        try {
            return LocalDate.parse(cursor.value(0));
        } catch (DateTimeException e) {
            throw new RuleViolation("common.page.badCursor").at("after");
        }
    }

    private static FollowUpRow row(ResultSet row) throws SQLException {
        var doneAt = row.getTimestamp("done_at");
        return new FollowUpRow(
                row.getLong("id"),
                row.getInt("version"),
                new SurveyNumber(row.getInt("number")),
                requireNonNull(SurveyLinks.text(row, "title")),
                row.getInt("rating"),
                SurveyKind.valueOf(row.getString("kind")).highest(),
                row.getString("comment"),
                row.getString("customer"),
                row.getString("customer_number"),
                row.getString("contact"),
                row.getString("ticket"),
                row.getString("owner"),
                row.getTimestamp("opened_at").toInstant(),
                row.getObject("due_on", LocalDate.class),
                row.getBoolean("overdue"),
                doneAt == null ? null : doneAt.toInstant(),
                row.getString("finisher"),
                row.getString("note"));
    }

    private static final String ROW = """
            select f.id, f.version, s.number, s.title_zh, s.title_en, s.kind, r.rating, r.comment, c.short_name as customer,
                   c.number as customer_number, k.name as contact, t.number as ticket, o.name as owner, f.opened_at,
                   f.due_on, f.done_at is null and f.due_on < :today as overdue, f.done_at, d.name as finisher, f.note
              from aftersales.survey_follow_up f
              join aftersales.survey_response r on r.id = f.response_id
              join aftersales.survey s on s.id = r.survey_id
              left join foundation.customer c on c.id = f.customer_id
              left join foundation.contact k on k.id = r.contact_id
              left join aftersales.survey_invitation i on i.id = r.invitation_id and i.subject_type = 'TICKET'
              left join aftersales.ticket t on t.id = i.subject_id
              left join foundation.app_user o on o.id = f.owner_id
              left join foundation.app_user d on d.id = f.done_by
            """;
}
