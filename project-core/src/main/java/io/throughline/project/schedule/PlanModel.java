package io.throughline.project.schedule;

import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.schedule.network.Network;
import io.throughline.project.schedule.network.Schedule;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A stored plan as the engines take it; ids in network and schedule are task numbers.
 *
 * @param revision of the plan, raised by every change of it; 0 before it was first computed
 * @param tasks of the network, in order of their numbers
 */
public record PlanModel(ProjectAccess project, long revision, Schedule schedule, List<Task> tasks) {

    /**
     * What the engines need beside the network.
     *
     * @param id in the database
     * @param estimate null where nobody estimated, and for summaries and milestones
     */
    public record Task(
            long id,
            int number,
            String name,
            TaskKind kind,
            boolean summary,
            TaskStatus status,
            int percentComplete,
            int priority,
            long levelingDelayMinutes,
            @Nullable ThreePointEstimate estimate) {}

    public PlanModel {
        tasks = List.copyOf(tasks);
    }

    public Network network() {
        return schedule.network();
    }

    public Map<Integer, Task> byNumber() {
        return tasks.stream().collect(Collectors.toMap(Task::number, Function.identity()));
    }
}
