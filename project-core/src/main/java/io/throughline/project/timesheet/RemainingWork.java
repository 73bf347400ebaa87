package io.throughline.project.timesheet;

import io.throughline.foundation.model.RuleViolation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people said is left on their tasks, sheet by sheet. */
@Component
@RequiredArgsConstructor
class RemainingWork {

    private final JdbcClient jdbc;

    /** True where that changed anything. */
    boolean keep(Timesheet sheet, List<EstimateRemaining> said, Map<String, Bookable> known) {
        boolean changed = false;
        for (var one : said) {
            var what = known.get(one.row());
            var place = one.row() + "/remaining";
            if (what == null || what.taskId() == null) {
                throw new RuleViolation("project.timesheet.noTask", one.row()).at(place);
            }
            changed |= one.minutes() == null
                    ? jdbc.sql("delete from project.timesheet_remaining where timesheet_id = ? and task_id = ?")
                                    .params(sheet.requireId(), what.taskId())
                                    .update()
                            > 0
                    : jdbc.sql("""
                                    insert into project.timesheet_remaining as r (timesheet_id, task_id, minutes)
                                    values (?, ?, ?)
                                    on conflict (timesheet_id, task_id) do update set minutes = excluded.minutes
                                     where r.minutes <> excluded.minutes
                                    """)
                                    .params(sheet.requireId(), what.taskId(), one.minutes())
                                    .update()
                            > 0;
        }
        return changed;
    }

    /** Minutes by task. */
    Map<Long, Long> of(Timesheet sheet) {
        var said = new HashMap<Long, Long>();
        jdbc.sql("select task_id, minutes from project.timesheet_remaining where timesheet_id = ?")
                .param(sheet.requireId())
                .query(row -> {
                    said.put(row.getLong("task_id"), row.getLong("minutes"));
                });
        return said;
    }
}
