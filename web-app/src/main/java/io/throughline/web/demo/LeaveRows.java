package io.throughline.web.demo;

import java.time.LocalTime;

/** Leave people asked for: agreed to, as their resources have it, asked for and not decided, and one turned down. */
final class LeaveRows {

    private final Story story;
    private final Rows requests;

    LeaveRows(Story story) {
        this.story = story;
        this.requests = Rows.ofRecords(
                story.jdbc,
                "project.leave_request",
                "user_id, kind, first_day, last_day, from_noon, until_noon, note, status, requested_at, decided_at,"
                        + " decided_by, reason");
    }

    void write() {
        for (var line : Sheet.lines("leave-requests")) {
            var first = story.today.plusDays(Long.parseLong(line[1]));
            var asked = story.past(Story.workday(story.today.minusDays(Long.parseLong(line[6])))
                    .atTime(LocalTime.of(9, 40)));
            boolean decided = !line[5].equals("REQUESTED");
            requests.record(
                    story.id(),
                    asked,
                    story.person(line[0]).id(),
                    story.person(line[0]).id(),
                    line[3],
                    first,
                    first.plusDays(Long.parseLong(line[2]) - 1),
                    line[4].equals("PM"),
                    line[4].equals("AM"),
                    line[7].isEmpty() ? null : line[7],
                    line[5],
                    asked,
                    decided ? asked : null,
                    decided ? story.person("coordinator").id() : null,
                    line[8].isEmpty() ? null : line[8]);
        }
        requests.write();
    }
}
