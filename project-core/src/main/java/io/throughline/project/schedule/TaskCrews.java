package io.throughline.project.schedule;

import io.throughline.foundation.calendar.LocalHours;
import io.throughline.project.lifecycle.ProjectId;
import io.throughline.project.schedule.network.Effort;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who works on the tasks of a plan in hours of their own; answered by the feature that knows resources. */
public interface TaskCrews {

    /** Whether any of them has, as SQL over the alias {@code p} of {@code project.project}; holds no input. */
    String matter();

    /**
     * @param tasks ids of those to look at; null for all of the plan
     * @return by task id, only tasks that some calendar or leave of their resources makes different
     */
    Crews of(ProjectId project, @Nullable Collection<Long> tasks);

    /**
     * Brings the people on a task in step with what was typed about the task itself.
     *
     * @return minutes of work on it now; empty where nobody works on it
     */
    Optional<Long> follow(ProjectId project, long task, TaskTurn turn);

    /**
     * Puts those who are responsible for tasks that are new on them.
     *
     * @param tasks each with somebody responsible, by id
     * @return minutes of work, by task
     */
    Map<Long, Long> join(ProjectId project, Map<Long, Amounts> tasks);

    /** Open projects in which resources with this calendar work. */
    List<Long> projectsOn(long calendar);

    /** By the resources' ids. */
    Map<Long, Somebody> people(Collection<Long> resources);

    /** @param user where it is somebody of the staff */
    record Somebody(long resource, String name, @Nullable Long user) {}

    /** What one change made of a task; a new one had nothing before. */
    record TaskTurn(Amounts before, Amounts after, Effort.Type type) {}

    /** Minutes of its duration and its work, and who is responsible for it. */
    record Amounts(
            @Nullable Long duration,
            @Nullable Long effort,
            @Nullable Long assignee) {}

    /** @param calendars the resources' own calendars as they were read */
    record Crews(Map<Long, List<Share>> shares, Map<Long, LocalHours> calendars) {

        public static final Crews NONE = new Crews(Map.of(), Map.of());
    }

    /**
     * One resource's part in a task.
     *
     * @param hours when it works on it: its own hours without its leave, within the task's calendar where that has one
     * @param minutes of these hours it needs, work ÷ units
     */
    record Share(LocalHours hours, long minutes) {}
}
