package io.throughline.project.schedule;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.ProjectAccess;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/** Who a change of a plan gives too much to do; answered by the feature that knows resources. */
public interface PlanLoads {

    /**
     * Over all projects, of the plan as it lies in the database.
     *
     * @param before where the tasks that moved lay, by number
     * @param since the first day on which one of them lay or lies
     * @return overloads that were not there then, or were less, by resource and time
     */
    List<Overloaded> added(Viewer viewer, ProjectAccess project, Map<Integer, Lay> before, LocalDate since);

    /**
     * How far those who work in the plan have too much to do, over all projects; who has not is left out.
     *
     * @param from first day, of the company's zone
     * @param to the day after the last
     */
    List<Burden> burdens(Viewer viewer, ProjectAccess project, LocalDate from, LocalDate to);

    /**
     * @param minutes working time in which more is asked of it than there is
     * @param percent the most at a time; 100 is one full resource
     */
    record Burden(long resource, String name, long minutes, int percent) {}

    /** The dates of a task, local to its project. */
    record Lay(LocalDateTime start, LocalDateTime finish) {}

    /**
     * A resource that is asked for too much, in times of the company's zone.
     *
     * @param percent the most that is asked of it at a time, rounded up; 100 is one full resource
     */
    record Overloaded(long resource, String name, LocalDateTime from, LocalDateTime to, int percent) {}
}
