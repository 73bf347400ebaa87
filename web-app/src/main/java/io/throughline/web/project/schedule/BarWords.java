package io.throughline.web.project.schedule;

import io.throughline.project.schedule.DependencyType;
import io.throughline.project.schedule.PlanPreview;
import io.throughline.project.schedule.PlanPreview.Move;
import io.throughline.project.schedule.TaskDetail;
import io.throughline.web.shell.Formats;
import io.throughline.web.shell.Words;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What changing a bar would do, and what it did, in a sentence that is read aloud as well. */
@Component
@RequiredArgsConstructor
class BarWords {

    private static final int NAMED = 3;

    private final Words words;
    private final Formats formats;

    /** {@code Design: 2026-03-05 to 2026-03-11; moves 14 tasks, 2 milestones; finish of the plan 2026-06-01 → 2026-06-03} */
    String moved(int number, PlanPreview preview, String name) {
        var own = preview.moves().stream().filter(move -> move.no() == number).findFirst();
        var first = own.map(move -> words.text("project.schedule.gantt.lies", name, span(move.start(), move.finish())))
                .orElseGet(() -> words.text("project.schedule.gantt.held", name));
        return first + others(preview, own.orElse(null));
    }

    String linked(String before, String after, DependencyType type, PlanPreview preview) {
        return words.text("project.schedule.gantt.links", before, after, type.code()) + others(preview, null);
    }

    /** @param moved what moved with it; null for nothing */
    String saved(TaskDetail task, @Nullable String moved) {
        var lies =
                words.text("project.schedule.gantt.lies", task.name(), span(task.plannedStart(), task.plannedFinish()));
        return moved == null ? lies : lies + words.text("project.schedule.gantt.semicolon") + moved;
    }

    private String others(PlanPreview preview, @Nullable Move own) {
        int milestones = preview.milestones() - (own != null && own.milestone() ? 1 : 0);
        int tasks = preview.tasks() - (own != null && !own.milestone() && !own.summary() ? 1 : 0);
        var text = new StringBuilder();
        if (tasks > 0 || milestones > 0) {
            text.append(words.text("project.schedule.gantt.semicolon"))
                    .append(words.text("project.schedule.gantt.moves", tasks, milestones));
        }
        if (preview.commitments() > 0) {
            text.append(words.text("project.schedule.gantt.semicolon"))
                    .append(words.text("project.schedule.gantt.promised", preview.commitments()));
        }
        if (!Objects.equals(preview.finish(), preview.finishBefore())) {
            text.append(words.text("project.schedule.gantt.semicolon"))
                    .append(words.text(
                            "project.schedule.gantt.finish",
                            formats.date(preview.finishBefore()),
                            formats.date(preview.finish())));
        }
        return text + overloads(preview);
    }

    /** {@code overloads Li Wei 2026-05-12 to 2026-05-16, …} */
    private String overloads(PlanPreview preview) {
        var all = preview.overloads();
        if (all.isEmpty()) {
            return "";
        }
        var named = all.stream()
                .limit(NAMED)
                .map(one -> words.text(
                        "project.schedule.gantt.overload",
                        one.name(),
                        one.from().toLocalDate().equals(one.to().toLocalDate())
                                ? formats.date(one.from())
                                : words.text(
                                        "project.schedule.gantt.span",
                                        formats.date(one.from()),
                                        formats.date(one.to()))))
                .collect(Collectors.joining(words.text("project.schedule.gantt.comma")));
        return words.text("project.schedule.gantt.semicolon")
                + (all.size() > NAMED
                        ? words.text("project.schedule.gantt.moreOverloads", named, all.size() - NAMED)
                        : named);
    }

    private String span(@Nullable LocalDateTime start, @Nullable LocalDateTime finish) {
        return Objects.equals(start, finish)
                ? formats.date(finish)
                : words.text("project.schedule.gantt.span", formats.date(start), formats.date(finish));
    }
}
