package io.throughline.project.schedule.planfile;

import java.util.ArrayDeque;
import java.util.List;
import java.util.regex.Pattern;

/** Who stands below whom: by the outline level, else by dotted WBS numbers, else by the indentation of the names. */
final class SheetOutline {
    private static final Pattern WBS = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,6}){0,30}\\.?");

    private final PlanSheet sheet;
    private final SheetValues values;

    SheetOutline(PlanSheet sheet, SheetValues values) {
        this.sheet = sheet;
        this.values = values;
    }

    void arrange(List<Draft> drafts) {
        boolean byNumber = sheet.has(Column.WBS)
                && drafts.stream().allMatch(d -> WBS.matcher(wbs(d)).matches());
        var depth = new ArrayDeque<Integer>();
        var open = new ArrayDeque<Draft>();
        for (var draft : drafts) {
            var wbs = wbs(draft);
            draft.wbs = PlanText.line(wbs, 100);
            int rank = rank(draft, wbs, byNumber);
            while (!depth.isEmpty() && depth.peek() >= rank) {
                depth.pop();
                open.pop();
            }
            draft.parent = open.peek();
            draft.level = open.size() + 1;
            if (draft.parent != null) {
                draft.parent.summary = true;
            }
            depth.push(rank);
            open.push(draft);
        }
    }

    private int rank(Draft draft, String wbs, boolean byNumber) {
        if (sheet.has(Column.OUTLINE_LEVEL)) {
            var level = SheetValues.number(values.text(draft.row, Column.OUTLINE_LEVEL));
            return level == null ? 1 : Math.max(1, Math.min(1000, level.intValue()));
        }
        if (byNumber) {
            return 1
                    + (int) wbs.replaceAll("\\.$", "")
                            .chars()
                            .filter(c -> c == '.')
                            .count();
        }
        return indentation(sheet.cell(draft.row, Column.NAME).text());
    }

    private String wbs(Draft draft) {
        return values.text(draft.row, Column.WBS);
    }

    private static int indentation(String name) {
        int width = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '\u3000') {
                width += 2;
            } else if (c == '\t') {
                width += 4;
            } else if (c == ' ' || c == '\u00a0') {
                width += 1;
            } else {
                break;
            }
        }
        return width;
    }
}
