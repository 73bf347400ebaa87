package io.throughline.project.schedule.planfile;

import java.time.LocalDateTime;
import java.util.List;
import lombok.AccessLevel;
import lombok.With;
import org.jspecify.annotations.Nullable;

/**
 * What a plan file said, free of the library that read it. All times are local times of the project as written in the
 * file; durations and work are minutes; percentages are 0–100; tasks stand in outline order, parents before children.
 *
 * @param title the file's own project title, if it has one
 * @param minutesPerDay how long the file says a working day is; used to show durations in days
 * @param honorsConstraints whether hard constraints win over links in this file
 * @param counting from where dates and slack are counted
 * @param baselines those beside the one that stands with the tasks, by number
 */
public record PlanFile(
        PlanFormat format,
        @Nullable String title,
        @Nullable LocalDateTime start,
        @Nullable LocalDateTime finish,
        @Nullable LocalDateTime statusDate,
        @Nullable String calendarName,
        int minutesPerDay,
        boolean honorsConstraints,
        List<PlanFileTask> tasks,
        @With(AccessLevel.PACKAGE) List<PlanFileLink> links,
        List<PlanFileResource> resources,
        List<PlanFileAssignment> assignments,
        List<PlanFileCalendar> calendars,
        @With(AccessLevel.PACKAGE) ReadReport report,
        Counting counting,
        List<PlanFileBaseline> baselines) {

    /** Without further baselines. */
    public PlanFile(
            PlanFormat format,
            @Nullable String title,
            @Nullable LocalDateTime start,
            @Nullable LocalDateTime finish,
            @Nullable LocalDateTime statusDate,
            @Nullable String calendarName,
            int minutesPerDay,
            boolean honorsConstraints,
            List<PlanFileTask> tasks,
            List<PlanFileLink> links,
            List<PlanFileResource> resources,
            List<PlanFileAssignment> assignments,
            List<PlanFileCalendar> calendars,
            ReadReport report,
            Counting counting) {
        this(
                format,
                title,
                start,
                finish,
                statusDate,
                calendarName,
                minutesPerDay,
                honorsConstraints,
                tasks,
                links,
                resources,
                assignments,
                calendars,
                report,
                counting,
                List.of());
    }

    /**
     * @param fromFinish whether the plan is scheduled back from its finish
     * @param criticalSlackMinutes working minutes of slack up to which a task is critical
     * @param multipleCriticalPaths whether each chain of tasks counts its slack from its own end
     */
    public record Counting(boolean fromFinish, long criticalSlackMinutes, boolean multipleCriticalPaths) {

        public static final Counting USUAL = new Counting(false, 0, false);
    }

    public PlanFile {
        tasks = List.copyOf(tasks);
        links = List.copyOf(links);
        resources = List.copyOf(resources);
        assignments = List.copyOf(assignments);
        calendars = List.copyOf(calendars);
        baselines = List.copyOf(baselines);
    }

    public long milestones() {
        return tasks.stream().filter(PlanFileTask::milestone).count();
    }

    public long summaries() {
        return tasks.stream().filter(PlanFileTask::summary).count();
    }
}
