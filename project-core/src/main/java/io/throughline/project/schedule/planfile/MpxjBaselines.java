package io.throughline.project.schedule.planfile;

import io.throughline.project.schedule.planfile.PlanFileBaseline.Line;
import java.util.ArrayList;
import java.util.List;
import org.mpxj.ProjectFile;

/** Baseline 1 to 10 of a file, as far as they hold dates. */
final class MpxjBaselines {

    private static final int LAST = 10;

    private MpxjBaselines() {}

    static List<PlanFileBaseline> read(ProjectFile file, MpxjTasks tasks) {
        var found = new ArrayList<PlanFileBaseline>();
        for (int number = 1; number <= LAST; number++) {
            var lines = new ArrayList<Line>();
            for (var task : file.getTasks()) {
                var uid = tasks.uidOf(task);
                var start = MpxjPlan.sane(task.getBaselineStart(number));
                var finish = MpxjPlan.sane(task.getBaselineFinish(number));
                if (uid != null && (start != null || finish != null)) {
                    lines.add(new Line(uid, start, finish));
                }
            }
            if (!lines.isEmpty()) {
                var saved = MpxjPlan.sane(file.getProjectProperties().getBaselineDate(number));
                found.add(new PlanFileBaseline(number, saved, lines));
            }
        }
        return found;
    }
}
