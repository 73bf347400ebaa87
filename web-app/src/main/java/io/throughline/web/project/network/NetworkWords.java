package io.throughline.web.project.network;

import io.throughline.project.schedule.NetworkChart.Kind;
import io.throughline.project.schedule.NetworkChart.Node;
import io.throughline.project.schedule.TaskDuration;
import io.throughline.web.shell.Formats;
import io.throughline.web.shell.Words;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What is written and said in a network diagram. */
@Component
@RequiredArgsConstructor
class NetworkWords {

    private static final double DAY = 480.0;

    private final Words words;
    private final Formats formats;

    /** {@code 12 Design, 5 days, early 2026-03-02 to 2026-03-06, late …, slack 0 days, 40 %, critical} */
    String name(Node node) {
        if (node.isEnd()) {
            return words.text("project.network." + node.kind(), node.number() + " " + node.name());
        }
        var dates = node.dates();
        var parts = new ArrayList<String>();
        parts.add(node.number() + " " + node.name());
        parts.add(node.kind() == Kind.MILESTONE ? words.text("project.network.milestone") : duration(node));
        parts.add(words.text("project.network.early", day(dates.earlyStart()), day(dates.earlyFinish())));
        parts.add(words.text("project.network.late", day(dates.lateStart()), day(dates.lateFinish())));
        parts.add(words.text("project.network.slackIs", slackDays(node)));
        parts.add(words.text("project.network.percent", node.percent()));
        if (node.critical()) {
            parts.add(words.text("project.network.isCritical"));
        }
        return String.join(words.text("project.network.comma"), parts);
    }

    /** {@code 12 Design, critical} */
    String shortName(Node node) {
        if (node.isEnd()) {
            return name(node);
        }
        var name = node.number() + " " + node.name();
        return node.critical()
                ? name + words.text("project.network.comma") + words.text("project.network.isCritical")
                : name;
    }

    /** {@code ▸ Purchase} or {@code Purchase ◂}. */
    String end(Node node, int units) {
        var name = Letters.lines(node.number() + " " + node.name(), units, 1).get(0);
        return node.kind() == Kind.OPENING ? "▸ " + name : name + " ◂";
    }

    String duration(Node node) {
        var row = Objects.requireNonNull(node.row());
        if (row.isMilestone()) {
            return "";
        }
        return row.elapsed() ? row.durationText() : words.text("project.network.days", days(row.durationMinutes()));
    }

    String slack(Node node) {
        return words.text("project.network.slackShort", slackDays(node));
    }

    String day(LocalDateTime at) {
        return formats.date(at);
    }

    /** Slack is counted as the duration is: on a calendar, or by the clock. */
    private String slackDays(Node node) {
        long minutes = node.dates().totalSlack();
        return node.row() != null && node.row().elapsed() ? new TaskDuration(minutes, true).text() : days(minutes);
    }

    private String days(@org.jspecify.annotations.Nullable Long minutes) {
        long known = minutes == null ? 0 : minutes;
        return formats.number(known / DAY, known % (long) DAY == 0 ? 0 : 1);
    }
}
