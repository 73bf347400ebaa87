package io.throughline.project.lifecycle;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows how far a gate's criteria are met and what was decided at gates before. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow(staff = true)
public class GateQueries {

    /** Confirmed by hand in every project: the handover is signed, or another way was agreed. */
    static final String HANDOVER = "handover";

    private final List<GateCheck> checks;
    private final GateCriterionRepository criteria;
    private final GateWaiverRepository waivers;
    private final ProjectQueries queries;
    private final JdbcClient jdbc;

    /** The gate's criteria as they stand. */
    public GateSheet sheet(Viewer viewer, String key, Phase phase) {
        return sheet(queries.require(viewer, key).id(), phase.gate());
    }

    /** What was decided at the project's gates, last first. */
    public List<GateReviewRow> reviews(Viewer viewer, String key) {
        var access = queries.require(viewer, key);
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

    GateSheet sheet(ProjectId project, Phase gate) {
        var asked = waivers.findByProjectIdAndPhase(project.value(), gate).stream()
                .collect(Collectors.toMap(GateWaiver::getCriterion, Function.identity()));
        var lines = new ArrayList<GateSheet.Line>();
        for (var check : checks) {
            for (var state : check.check(project, gate)) {
                lines.add(line(state.key(), null, state.met(), false, state.args(), state.mend(), asked));
            }
        }
        var confirmed = criteria.findByProjectIdAndPhaseOrderById(project.value(), gate);
        var known = new HashSet<String>();
        for (var criterion : confirmed) {
            known.add(criterion.getCode());
            lines.add(line(
                    criterion.getCode(), criterion.getName(), criterion.isMet(), true, List.of(), "", asked));
        }
        if (isManual(gate, HANDOVER) && !known.contains(HANDOVER)) {
            lines.add(line(HANDOVER, null, false, true, List.of(), "", asked));
        }
        return new GateSheet(gate, lines);
    }

    static boolean isManual(Phase gate, String criterion) {
        return gate == Phase.CLOSURE && criterion.equals(HANDOVER);
    }

    private static GateSheet.Line line(
            String key,
            @Nullable String name,
            boolean met,
            boolean manual,
            List<Object> args,
            String mend,
            Map<String, GateWaiver> asked) {
        var waiver = asked.get(key);
        return new GateSheet.Line(
                key,
                name,
                met,
                manual,
                args,
                mend,
                waiver == null ? null : waiver.getStatus(),
                waiver == null ? null : waiver.getReason());
    }
}
