package io.throughline.web.project.lifecycle;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.GateQueries;
import io.throughline.project.lifecycle.GateReviewRow;
import io.throughline.project.lifecycle.Phase;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectStatus;
import io.throughline.web.shell.Formats;
import io.throughline.web.shell.Step;
import io.throughline.web.shell.Words;
import java.util.Arrays;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The five phases as steps: the day a gate was passed, and how many criteria of the current one are met. */
@Component
@RequiredArgsConstructor
class Steps {

    private final GateQueries gates;
    private final Words words;
    private final Formats formats;

    List<Step> of(Viewer viewer, ProjectAccess project, List<GateReviewRow> reviews) {
        return Arrays.stream(Phase.values())
                .map(phase -> new Step(
                        words.of(phase),
                        state(project, phase),
                        note(viewer, project, phase, reviews),
                        "/projects/" + project.key() + "/gates/" + phase.gate()))
                .toList();
    }

    private static String state(ProjectAccess project, Phase phase) {
        if (project.status() == ProjectStatus.CLOSED || phase.isBefore(project.phase())) {
            return "done";
        }
        if (project.phase().isBefore(phase)) {
            return "todo";
        }
        return project.status() == ProjectStatus.CANCELLED ? "stopped" : "current";
    }

    private @Nullable String note(Viewer viewer, ProjectAccess project, Phase phase, List<GateReviewRow> reviews) {
        var passed = reviews.stream()
                .filter(review ->
                        review.phase() == phase.gate() && review.decision().passes())
                .findFirst();
        if (passed.isPresent()) {
            return formats.date(passed.get().decidedAt());
        }
        boolean current = project.isOpen() && project.phase() == phase;
        if (!current) {
            return null;
        }
        var sheet = gates.sheet(viewer, project, phase);
        return words.text(
                "project.gate.metOf",
                sheet.met() + sheet.waived(),
                sheet.criteria().size());
    }
}
