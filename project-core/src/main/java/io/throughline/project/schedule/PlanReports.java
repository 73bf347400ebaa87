package io.throughline.project.schedule;

import io.throughline.project.schedule.planfile.PlanFile;
import io.throughline.project.schedule.planfile.PlanFileCalendars;
import io.throughline.project.schedule.planfile.ReadReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what a file brings and what it does not, in the reader's language. */
@Component
@RequiredArgsConstructor
class PlanReports {

    private static final String LEFT = "project.schedule.file.left.";

    private final MessageSource messages;

    PlanReport of(PlanFile plan, Locale locale) {
        var lines = new ArrayList<PlanReport.Line>();
        for (var left : plan.report().notTaken()) {
            lines.add(line(left.code(), left.count(), left.names(), locale));
        }
        add(
                lines,
                "inactiveTasks",
                plan.tasks().stream().filter(t -> !t.active()).count(),
                locale);
        var closed = new PlanFileCalendars(plan).closed();
        if (!closed.isEmpty()) {
            lines.add(line(LEFT + "closedCalendars", closed.size(), closed, locale));
        }
        var problems = plan.report().problems().stream()
                .map(problem -> problem(problem, locale))
                .toList();
        return new PlanReport(
                plan.tasks().size(),
                (int) plan.summaries(),
                (int) plan.milestones(),
                plan.links().size(),
                plan.resources().size(),
                plan.assignments().size(),
                List.copyOf(lines),
                problems,
                plan.report().problemCount(),
                List.of(),
                0);
    }

    private void add(List<PlanReport.Line> lines, String code, long count, Locale locale) {
        if (count > 0) {
            lines.add(line(LEFT + code, (int) count, List.of(), locale));
        }
    }

    private PlanReport.Line line(String code, int count, List<String> names, Locale locale) {
        return new PlanReport.Line(brief(code), count, text(code, locale, count), names);
    }

    private PlanReport.Problem problem(ReadReport.RowProblem problem, Locale locale) {
        return new PlanReport.Problem(
                problem.row(),
                problem.column(),
                brief(problem.code()),
                text(problem.code(), locale, problem.value()),
                problem.value(),
                problem.rowLost());
    }

    private String text(String code, Locale locale, Object... args) {
        var text = messages.getMessage(code, args, code, locale);
        return text == null ? code : text;
    }

    private static String brief(String code) {
        return code.substring(code.lastIndexOf('.') + 1);
    }
}
