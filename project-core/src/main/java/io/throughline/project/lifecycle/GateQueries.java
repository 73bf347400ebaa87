package io.throughline.project.lifecycle;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows how far a gate's criteria are met and what was decided at gates before. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class GateQueries {

    private final GateSheets sheets;
    private final ProjectQueries queries;
    private final JdbcClient jdbc;

    /** The gate's criteria as they stand. */
    public GateSheet sheet(Viewer viewer, String key, Phase phase) {
        return sheet(viewer, queries.require(viewer, key), phase);
    }

    /** The same for a project already let in. */
    public GateSheet sheet(Viewer viewer, ProjectAccess project, Phase phase) {
        return sheets.sheet(project.id(), phase.gate());
    }

    /** What was decided at the project's gates, last first. */
    public List<GateReviewRow> reviews(Viewer viewer, ProjectAccess access) {
        return jdbc.sql("""
                        select r.phase, r.attempt, r.decision, r.comment, r.criteria_total, r.criteria_met, r.waivers,
                               u.name as decided_by, r.decided_at
                          from project.gate_review r left join foundation.app_user u on u.id = r.decided_by
                         where r.project_id = ? order by r.decided_at desc, r.id desc
                        """)
                .param(access.id().value())
                .query((row, n) -> new GateReviewRow(
                        Phase.valueOf(row.getString("phase")),
                        row.getInt("attempt"),
                        GateDecision.valueOf(row.getString("decision")),
                        row.getString("comment"),
                        row.getInt("criteria_total"),
                        row.getInt("criteria_met"),
                        row.getInt("waivers"),
                        row.getString("decided_by"),
                        ProjectQueries.instant(row, "decided_at")))
                .list();
    }
}
