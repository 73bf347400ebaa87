package io.throughline.project.schedule.planfile;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mpxj.Duration;
import org.mpxj.ProjectCalendar;
import org.mpxj.ProjectFile;
import org.mpxj.Relation;
import org.mpxj.ScheduleFrom;
import org.mpxj.TimeUnit;

/** Turns the library's picture of a plan into ours; takes nothing from outside the file (no linked projects). */
final class MpxjPlan {
    private final ProjectFile file;
    private final PlanFormat format;
    private final PlanFileLimits limits;
    private final ReportBuilder report;

    MpxjPlan(ProjectFile file, PlanFormat format, PlanFileLimits limits, ReportBuilder report) {
        this.file = file;
        this.format = format;
        this.limits = limits;
        this.report = report;
    }

    PlanFile read() {
        if (file.getTasks().size() > limits.tasks()) {
            throw new PlanFileException("tooManyTasks", limits.tasks());
        }
        var tasks = new MpxjTasks(file, report);
        var rows = tasks.read();
        var people = new MpxjResources(file, tasks, report);
        var resources = people.resources();
        var assignments = people.assignments();
        var links = links(tasks);
        var calendars = new MpxjCalendars(file, report).read();
        new MpxjLeftovers(file, report).note();
        var header = file.getProjectProperties();
        return new PlanFile(
                format,
                title(),
                sane(header.getStartDate()),
                sane(header.getFinishDate()),
                sane(header.getStatusDate()),
                calendarName(file.getDefaultCalendar()),
                minutesPerDay(),
                header.getHonorConstraints(),
                rows,
                links,
                resources,
                assignments,
                calendars,
                report.build(),
                new PlanFile.Counting(
                        header.getScheduleFrom() == ScheduleFrom.FINISH,
                        criticalSlack(header.getCriticalSlackLimit()),
                        header.getMultipleCriticalPaths()),
                MpxjBaselines.read(file, tasks));
    }

    private long criticalSlack(@Nullable Duration limit) {
        return limit == null ? 0 : Math.max(0, minutes(file, limit));
    }

    /** Files carry dates such as 1984 or 2149 to say "none"; those would only do harm. */
    static @Nullable LocalDateTime sane(@Nullable LocalDateTime time) {
        return time == null || time.getYear() < 1990 || time.getYear() > 2140 ? null : time.withNano(0);
    }

    static @Nullable String calendarName(@Nullable ProjectCalendar calendar) {
        return calendar == null ? null : PlanText.line(calendar.getName(), PlanText.NAME);
    }

    static long minutes(ProjectFile file, Duration duration) {
        double minutes = duration.convertUnits(TimeUnit.MINUTES, file.getProjectProperties())
                .getDuration();
        return Double.isFinite(minutes) ? Math.round(Math.max(-1e9, Math.min(1e9, minutes))) : 0;
    }

    private List<PlanFileLink> links(MpxjTasks tasks) {
        var links = new ArrayList<PlanFileLink>();
        for (var relation : file.getRelations()) {
            var before = tasks.uidOf(relation.getPredecessorTask());
            var after = tasks.uidOf(relation.getSuccessorTask());
            if (before == null || after == null) {
                report.left("externalLinks", name(relation));
            } else {
                links.add(new PlanFileLink(before, after, type(relation), lag(relation.getLag())));
            }
        }
        return links;
    }

    private static @Nullable String name(Relation relation) {
        var task = relation.getSuccessorTask();
        return task == null ? null : task.getName();
    }

    private static PlanFileLink.Type type(Relation relation) {
        return switch (relation.getType()) {
            case START_START -> PlanFileLink.Type.START_TO_START;
            case FINISH_FINISH -> PlanFileLink.Type.FINISH_TO_FINISH;
            case START_FINISH -> PlanFileLink.Type.START_TO_FINISH;
            default -> PlanFileLink.Type.FINISH_TO_START;
        };
    }

    private PlanFileLink.Lag lag(@Nullable Duration lag) {
        if (lag == null || lag.getDuration() == 0 || !Double.isFinite(lag.getDuration())) {
            return PlanFileLink.Lag.NONE;
        }
        return switch (lag.getUnits()) {
            case PERCENT -> new PlanFileLink.Lag(PlanFileLink.Lag.Unit.PERCENT, percent(lag));
            case ELAPSED_PERCENT -> new PlanFileLink.Lag(PlanFileLink.Lag.Unit.ELAPSED_PERCENT, percent(lag));
            default ->
                new PlanFileLink.Lag(
                        lag.getUnits().isElapsed() ? PlanFileLink.Lag.Unit.ELAPSED : PlanFileLink.Lag.Unit.WORKING,
                        minutes(file, lag));
        };
    }

    private static double percent(Duration lag) {
        return Math.max(-10_000, Math.min(10_000, lag.getDuration()));
    }

    private @Nullable String title() {
        var header = file.getProjectProperties();
        var root = file.getTaskByUniqueID(0);
        var names = new String[] {
            header.getProjectTitle(), root == null ? null : root.getName(), header.getName(), header.getSubject()
        };
        for (var name : names) {
            var title = PlanText.line(name, PlanText.NAME);
            if (title != null) {
                return title;
            }
        }
        return null;
    }

    private int minutesPerDay() {
        var minutes = file.getProjectProperties().getMinutesPerDay();
        return minutes == null || minutes < 1 || minutes > 1440 ? 480 : minutes;
    }
}
