package io.throughline.web.demo;

import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/** What the desk keeps ready: texts for answers, of everybody, of the service desk and of the agent alone. */
@RequiredArgsConstructor
final class DeskChapter {

    private static final Duration AGO = Duration.ofDays(200);

    private final Story story;

    void write() {
        long manager = story.person("manager").id();
        long agent = story.person("agent").id();
        var templates =
                Rows.ofRecords(story.jdbc, "aftersales.reply_template", "name, text_zh, text_en, owner_id, team_id");
        var at = story.now.minus(AGO);
        for (var told : Sheet.lines("reply-templates")) {
            boolean own = told[0].equals("OWN");
            templates.record(
                    story.id(),
                    at,
                    own ? agent : manager,
                    told[1],
                    text(told[2]),
                    text(told[3]),
                    own ? agent : null,
                    team(told[0]));
        }
        templates.write();
    }

    private @Nullable Long team(String whose) {
        return whose.equals("OWN") || whose.equals("EVERYONE") ? null : story.teams.get(whose);
    }

    private static String text(String told) {
        return told.replace("\\n", "\n");
    }
}
