package io.throughline.web.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/** What the desk keeps ready: texts for answers, steps taken together and lists, of everybody, of a team, of one agent. */
@RequiredArgsConstructor
final class DeskChapter {

    private static final Duration AGO = Duration.ofDays(200);

    private final Story story;
    private final Map<String, Long> texts = new HashMap<>();

    void write() {
        long manager = story.person("manager").id();
        long agent = story.person("agent").id();
        var templates =
                Rows.ofRecords(story.jdbc, "aftersales.reply_template", "name, text_zh, text_en, owner_id, team_id");
        var at = story.now.minus(AGO);
        for (var told : Sheet.lines("reply-templates")) {
            boolean own = told[0].equals("OWN");
            long id = story.id();
            texts.put(told[1], id);
            templates.record(
                    id,
                    at,
                    own ? agent : manager,
                    told[1],
                    text(told[2]),
                    text(told[3]),
                    own ? agent : null,
                    team(told[0]));
        }
        templates.write();
        macros(at, manager);
        views(at, manager);
    }

    private void macros(Instant at, long manager) {
        var macros = Rows.ofRecords(
                story.jdbc,
                "aftersales.macro",
                "name, note, status, hold_reason, hold_days, priority, to_me, tags, team_id, template_id");
        for (var told : Sheet.lines("macros")) {
            macros.record(
                    story.id(),
                    at,
                    manager,
                    told[1],
                    false,
                    told[3],
                    told[4].isEmpty() ? null : told[4],
                    told[5].isEmpty() ? null : Integer.valueOf(told[5]),
                    told[6].isEmpty() ? null : told[6],
                    told[7].equals("yes"),
                    told[8],
                    team(told[0]),
                    texts.get(told[2]));
        }
        macros.write();
    }

    private void views(Instant at, long manager) {
        var views = Rows.ofRecords(story.jdbc, "aftersales.ticket_view", "name, query, team_id");
        for (var told : Sheet.lines("ticket-views")) {
            views.record(story.id(), at, manager, told[1], told[2], team(told[0]));
        }
        views.write();
    }

    private @Nullable Long team(String whose) {
        return whose.equals("OWN") || whose.equals("EVERYONE") ? null : story.teams.get(whose);
    }

    private static String text(String told) {
        return told.replace("\\n", "\n");
    }
}
