package io.throughline.web.project.schedule;

import io.throughline.project.schedule.PlanChange;
import io.throughline.web.shell.Toast;
import io.throughline.web.shell.Words;
import java.io.Serializable;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a change of the plan moved, said in a sentence with the way back. */
@Component
@RequiredArgsConstructor
class PlanToasts {

    private final Words words;

    /**
     * @param done message key of what was done, said where nothing else moved
     * @param args its arguments
     */
    Toast of(String key, PlanChange change, String done, Serializable... args) {
        var toast = change.movesOthers()
                ? Toast.done(sentence(change), change.moved(), change.milestones(), change.commitments())
                : Toast.done(done, args);
        var undo = undo(key, change);
        return undo == null ? toast : toast.undo(undo);
    }

    /** Null where nothing else moved. */
    @Nullable
    String text(PlanChange change) {
        return change.movesOthers()
                ? words.text(sentence(change), change.moved(), change.milestones(), change.commitments())
                : null;
    }

    @Nullable
    String undo(String key, PlanChange change) {
        return change.id() == null ? null : "/projects/" + key + "/schedule/changes/" + change.id() + "/reversal";
    }

    private static String sentence(PlanChange change) {
        return change.commitments() > 0
                ? "project.schedule.toast.movedPromised"
                : change.milestones() > 0
                        ? "project.schedule.toast.movedMilestones"
                        : "project.schedule.toast.movedTasks";
    }
}
