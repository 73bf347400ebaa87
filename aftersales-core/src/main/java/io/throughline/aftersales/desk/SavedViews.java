package io.throughline.aftersales.desk;

import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps lists of tickets under names: everybody the own ones, teams theirs, managers and administrators everybody's. */
@Service
@Transactional
@RequiredArgsConstructor
@Allow({Role.SUPPORT_AGENT, Role.MANAGER, Role.ACCOUNT_EXECUTIVE, Role.PROJECT_MANAGER, Role.TECHNICIAN, Role.TRAINER})
public class SavedViews {

    /** So many stand beside the list. */
    public static final int MOST = 30;

    private final SavedViewRepository views;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * Throws {@link RuleViolation} at the field that does not fit.
     *
     * @return its id
     */
    public long save(Viewer viewer, SaveView command) {
        var share = Share.of(viewer, command.sharing(), command.teamId());
        if (of(viewer).size() >= MOST) {
            throw new RuleViolation("aftersales.desk.tooManyViews", MOST).at("name");
        }
        return views.saveAndFlush(new SavedView(command.name(), command.query(), share))
                .requireId();
    }

    /** The same name for another list. */
    public void list(Viewer viewer, long id, String query) {
        var view = kept(viewer, id);
        view.list(query);
        views.saveAndFlush(view);
    }

    /** Out of every side list; {@link #bringBack} undoes it. */
    public void remove(Viewer viewer, long id) {
        var view = kept(viewer, id);
        view.remove(clock.instant());
        views.saveAndFlush(view);
    }

    public void bringBack(Viewer viewer, long id) {
        var view = kept(viewer, id);
        view.bringBack();
        views.saveAndFlush(view);
    }

    /** What the viewer may open: the own ones first, then the teams', then everybody's; by name. */
    @Transactional(readOnly = true)
    public List<SavedViewRow> of(Viewer viewer) {
        return jdbc.sql("""
                        select d.id, d.name, d.query, d.owner_id, d.team_id, m.name_zh, m.name_en, %s as kept
                          from aftersales.ticket_view d
                          left join foundation.team m on m.id = d.team_id
                         where d.removed_at is null and %s
                         order by d.owner_id is null, d.team_id is null, d.name collate "zh-Hans-CN-x-icu", d.id
                         limit :limit
                        """.formatted(Share.kept(viewer), Share.seen(viewer)))
                .param("me", viewer.id().value())
                .param("teams", viewer.teamIds().toArray(Long[]::new))
                .param("limit", MOST)
                .query((row, n) -> new SavedViewRow(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("query"),
                        row.getObject("owner_id") != null
                                ? Sharing.OWN
                                : row.getObject("team_id") != null ? Sharing.TEAM : Sharing.EVERYONE,
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getBoolean("kept")))
                .list();
    }

    private SavedView kept(Viewer viewer, long id) {
        var view = views.findById(id).orElseThrow(() -> new NotFound("view", id));
        view.share().requireKeeper(viewer, id);
        return view;
    }
}
