package io.throughline.project.schedule.planfile;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import org.mpxj.ProjectFile;
import org.mpxj.Relation;
import org.mpxj.ResourceAssignment;
import org.mpxj.Task;
import org.mpxj.TimeUnit;

/** Holds a plan we read against what the plan library says of the same file, task by task. */
final class AsWritten {

    private final PlanFile plan;
    private final ProjectFile source;
    private final Map<Integer, PlanFileTask> byUid;

    AsWritten(PlanFile plan, ProjectFile source) {
        this.plan = plan;
        this.source = source;
        this.byUid = plan.tasks().stream().collect(toMap(PlanFileTask::uid, Function.identity()));
    }

    void assertTasks() {
        var expected = source.getTasks().stream().filter(AsWritten::isTask).toList();
        assertThat(plan.tasks())
                .extracting(PlanFileTask::uid)
                .containsExactlyElementsOf(
                        expected.stream().map(Task::getUniqueID).toList());
        for (var task : expected) {
            assertTask(task, byUid.get(task.getUniqueID()));
        }
    }

    void assertLinks() {
        assertThat(plan.links())
                .extracting(l -> l.predecessor() + " " + l.type().code() + " " + l.successor() + " " + l.lag())
                .containsExactlyInAnyOrderElementsOf(
                        source.getRelations().stream().map(this::shown).toList());
    }

    void assertAssignments() {
        var expected = source.getResourceAssignments().stream()
                .filter(a -> a.getResource() != null && a.getResource().getName() != null)
                .toList();
        assertThat(plan.assignments())
                .extracting(a -> a.task() + " " + a.resource() + " " + a.units() + " " + a.workMinutes())
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(this::shown).toList());
    }

    static boolean isTask(Task task) {
        return task.getUniqueID() != 0 && !task.getNull() && !task.getExternalTask();
    }

    private void assertTask(Task task, PlanFileTask row) {
        var parent = task.getParentTask();
        assertThat(row.name()).isEqualTo(task.getName());
        assertThat(row.parentUid())
                .as("above " + row.name())
                .isEqualTo(parent == null || parent.getUniqueID() == 0 ? null : parent.getUniqueID());
        assertThat(row.outlineLevel()).isEqualTo(task.getOutlineLevel());
        assertThat(row.start()).as("start of " + row.name()).isEqualTo(task.getStart());
        assertThat(row.finish()).as("finish of " + row.name()).isEqualTo(task.getFinish());
        assertThat(row.durationMinutes())
                .as("duration of " + row.name())
                .isEqualTo(task.getDuration() == null ? null : minutes(task.getDuration()));
        assertThat(row.milestone()).isEqualTo(task.getMilestone());
        assertThat(row.summary()).isEqualTo(task.hasChildTasks());
        assertThat(row.manual()).isEqualTo(task.getTaskMode() == org.mpxj.TaskMode.MANUALLY_SCHEDULED);
        assertThat(row.active()).isEqualTo(task.getActive());
        assertThat(row.percentComplete())
                .isEqualTo(
                        task.getPercentageComplete() == null
                                ? 0
                                : task.getPercentageComplete().doubleValue());
        assertThat(row.baselineStart()).isEqualTo(task.getBaselineStart());
        assertThat(row.baselineFinish()).isEqualTo(task.getBaselineFinish());
        assertThat(row.deadline()).isEqualTo(task.getDeadline());
        assertThat(row.constraintDate())
                .as("constraint of " + row.name())
                .isEqualTo(row.constraint().name().startsWith("A") ? null : task.getConstraintDate());
        assertThat(row.priority())
                .isEqualTo(task.getPriority() == null ? 500 : task.getPriority().getValue());
    }

    private String shown(Relation relation) {
        return relation.getPredecessorTask().getUniqueID() + " "
                + relation.getType() + " "
                + relation.getSuccessorTask().getUniqueID() + " " + lag(relation.getLag());
    }

    private PlanFileLink.Lag lag(org.mpxj.Duration lag) {
        if (lag == null || lag.getDuration() == 0) {
            return PlanFileLink.Lag.NONE;
        }
        return switch (lag.getUnits()) {
            case PERCENT -> new PlanFileLink.Lag(PlanFileLink.Lag.Unit.PERCENT, lag.getDuration());
            case ELAPSED_PERCENT -> new PlanFileLink.Lag(PlanFileLink.Lag.Unit.ELAPSED_PERCENT, lag.getDuration());
            default ->
                new PlanFileLink.Lag(
                        lag.getUnits().isElapsed() ? PlanFileLink.Lag.Unit.ELAPSED : PlanFileLink.Lag.Unit.WORKING,
                        minutes(lag));
        };
    }

    private String shown(ResourceAssignment assignment) {
        var work = assignment.getWork();
        return assignment.getTask().getUniqueID() + " "
                + assignment.getResource().getUniqueID() + " "
                + assignment.getUnits().doubleValue() + " " + (work == null ? 0 : minutes(work));
    }

    private long minutes(org.mpxj.Duration duration) {
        return Math.round(duration.convertUnits(TimeUnit.MINUTES, source.getProjectProperties())
                .getDuration());
    }
}
