package io.throughline.project.lifecycle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks every check, and adds what people confirmed and waived. */
@Component
@RequiredArgsConstructor
class GateSheets {

    /** Confirmed by hand in every project: the handover is signed, or another way was agreed. */
    static final String HANDOVER = "handover";

    private final List<GateCheck> checks;
    private final GateCriterionRepository criteria;
    private final GateWaiverRepository waivers;

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
            lines.add(line(criterion.getCode(), criterion.getName(), criterion.isMet(), true, List.of(), "", asked));
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
