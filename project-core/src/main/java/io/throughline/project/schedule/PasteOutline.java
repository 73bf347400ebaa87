package io.throughline.project.schedule;

import io.throughline.project.schedule.planfile.Column;
import java.util.ArrayDeque;
import java.util.List;
import java.util.regex.Pattern;

/** Which pasted row stands below which: by a level, else by dotted WBS codes, else by how far its name is indented. */
final class PasteOutline {

    private static final Pattern CODE = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,6}){0,30}\\.?");

    private PasteOutline() {}

    static void arrange(PasteBlock block, List<PasteDraft> drafts) {
        boolean coded = !block.has(Column.OUTLINE_LEVEL)
                && drafts.stream().allMatch(draft -> CODE.matcher(draft.wbs).matches());
        var open = new ArrayDeque<PasteDraft>();
        for (var draft : drafts) {
            if (coded) {
                draft.rank = depth(draft.wbs);
            }
            while (!open.isEmpty() && open.element().rank >= draft.rank) {
                open.pop();
            }
            draft.depth = open.size() + 1;
            if (!open.isEmpty()) {
                open.element().summary = true;
                draft.above = open.element().index;
            }
            open.push(draft);
        }
        drafts.stream()
                .filter(draft -> draft.summary && draft.milestone && draft.has(Column.MILESTONE))
                .forEach(draft -> draft.refuse(Column.MILESTONE, "project.schedule.paste.milestoneAbove"));
        drafts.stream().filter(draft -> draft.summary).forEach(draft -> draft.milestone = false);
    }

    private static int depth(String code) {
        var plain = code.endsWith(".") ? code.substring(0, code.length() - 1) : code;
        return (int) plain.chars().filter(c -> c == '.').count();
    }
}
