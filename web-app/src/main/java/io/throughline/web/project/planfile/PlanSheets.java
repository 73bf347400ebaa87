package io.throughline.web.project.planfile;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.throughline.foundation.model.Page;
import io.throughline.project.schedule.planfile.PlanFile;
import io.throughline.project.schedule.planfile.PlanFileAssignment;
import io.throughline.project.schedule.planfile.PlanFileLink;
import io.throughline.project.schedule.planfile.PlanFileResource;
import io.throughline.project.schedule.planfile.PlanFileTask;
import io.throughline.web.export.Table;
import io.throughline.web.export.Table.Column;
import io.throughline.web.shell.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A plan as rows and columns, written as the import of sheets reads them. */
@Component
@RequiredArgsConstructor
class PlanSheets {

    private static final String WORDS = "project.schedule.export.";
    private static final String SEPARATORS = "[,;，；、\\[\\]［］【】\\s]+";
    private static final int DAY = 480;
    private static final int WHOLE_DAY = 1440;

    private final Words words;

    Table<PlanFileTask> of(String name, PlanFile plan) {
        var rows = new Rows(plan);
        return new Table<>(name, columns(rows), stretch -> new Page<>(plan.tasks(), null, null));
    }

    private List<Column<PlanFileTask>> columns(Rows rows) {
        return List.of(
                new Column<>(words.text(WORDS + "id"), PlanFileTask::row),
                new Column<>(words.text(WORDS + "level"), PlanFileTask::outlineLevel),
                new Column<>(words.text(WORDS + "name"), PlanFileTask::name),
                new Column<>(words.text(WORDS + "duration"), Rows::duration),
                new Column<>(words.text(WORDS + "start"), PlanFileTask::start),
                new Column<>(words.text(WORDS + "finish"), PlanFileTask::finish),
                new Column<>(words.text(WORDS + "percent"), task -> number(task.percentComplete()) + "%"),
                new Column<>(words.text(WORDS + "predecessors"), rows::predecessors),
                new Column<>(words.text(WORDS + "resources"), rows::resources),
                new Column<>(words.text(WORDS + "milestone"), task -> yes(task.milestone())),
                new Column<>(
                        words.text(WORDS + "mode"), task -> words.text(WORDS + (task.manual() ? "manual" : "auto"))),
                new Column<>(words.text(WORDS + "constraintType"), Rows::constraint),
                new Column<>(words.text(WORDS + "constraintDate"), PlanFileTask::constraintDate),
                new Column<>(words.text(WORDS + "deadline"), PlanFileTask::deadline),
                new Column<>(words.text(WORDS + "actualStart"), PlanFileTask::actualStart),
                new Column<>(words.text(WORDS + "actualFinish"), PlanFileTask::actualFinish),
                new Column<>(words.text(WORDS + "baselineStart"), PlanFileTask::baselineStart),
                new Column<>(words.text(WORDS + "baselineFinish"), PlanFileTask::baselineFinish),
                new Column<>(words.text(WORDS + "priority"), PlanFileTask::priority),
                new Column<>(words.text(WORDS + "notes"), PlanFileTask::notes));
    }

    private String yes(boolean is) {
        return words.text(WORDS + (is ? "yes" : "no"));
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** What a row says of other rows. */
    private static final class Rows {

        private final Map<Integer, Integer> places;
        private final Map<Integer, List<PlanFileLink>> links;
        private final Map<Integer, List<PlanFileAssignment>> assignments;
        private final Map<Integer, PlanFileResource> resources;

        private Rows(PlanFile plan) {
            places = plan.tasks().stream().collect(toMap(PlanFileTask::uid, PlanFileTask::row));
            links = plan.links().stream().collect(groupingBy(PlanFileLink::successor));
            assignments = plan.assignments().stream().collect(groupingBy(PlanFileAssignment::task));
            resources = plan.resources().stream().collect(toMap(PlanFileResource::uid, one -> one));
        }

        private String predecessors(PlanFileTask task) {
            return links.getOrDefault(task.uid(), List.of()).stream()
                    .map(link -> places.get(link.predecessor()) + text(link))
                    .collect(joining(", "));
        }

        /** What only costs is in no sheet. */
        private String resources(PlanFileTask task) {
            return assignments.getOrDefault(task.uid(), List.of()).stream()
                    .flatMap(one -> Stream.ofNullable(worked(one)))
                    .collect(joining(", "));
        }

        private @Nullable String worked(PlanFileAssignment one) {
            var resource = resources.get(one.resource());
            return resource == null || resource.type() == PlanFileResource.Type.COST ? null : text(one, resource);
        }

        private static String text(PlanFileAssignment one, PlanFileResource resource) {
            var name = resource.name().replaceAll(SEPARATORS, " ").strip();
            if (resource.type() == PlanFileResource.Type.MATERIAL) {
                var label = resource.materialLabel() == null ? "" : " " + resource.materialLabel();
                return name + "[" + number(one.units() / 100) + label + "]";
            }
            return one.units() == 100 ? name : name + "[" + number(one.units()) + "%]";
        }

        private static String text(PlanFileLink link) {
            boolean plain = link.type() == PlanFileLink.Type.FINISH_TO_START
                    && link.lag().isNone();
            return plain ? "" : link.type().code() + text(link.lag());
        }

        private static String text(PlanFileLink.Lag lag) {
            if (lag.isNone()) {
                return "";
            }
            var sign = lag.amount() < 0 ? "-" : "+";
            double size = Math.abs(lag.amount());
            return sign
                    + switch (lag.unit()) {
                        case WORKING -> amount(Math.round(size), false);
                        case ELAPSED -> amount(Math.round(size), true);
                        case PERCENT -> number(size) + "%";
                        case ELAPSED_PERCENT -> number(size) + "e%";
                    };
        }

        private static @Nullable String duration(PlanFileTask task) {
            var minutes = task.durationMinutes();
            return minutes == null || task.summary() ? null : amount(minutes, task.elapsed());
        }

        private static String amount(long minutes, boolean elapsed) {
            var letter = elapsed ? "e" : "";
            int day = elapsed ? WHOLE_DAY : DAY;
            if (minutes % day == 0) {
                return minutes / day + letter + "d";
            }
            return minutes % 60 == 0 ? minutes / 60 + letter + "h" : minutes + letter + "m";
        }

        private static @Nullable String constraint(PlanFileTask task) {
            return task.constraint() == PlanFileTask.ConstraintType.ASAP
                    ? null
                    : task.constraint().name();
        }
    }
}
