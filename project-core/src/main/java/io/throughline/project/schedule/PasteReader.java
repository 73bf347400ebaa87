package io.throughline.project.schedule;

import io.throughline.foundation.model.RuleViolation;
import io.throughline.project.lifecycle.PersonChoice;
import io.throughline.project.schedule.planfile.Column;
import io.throughline.project.schedule.planfile.DateText;
import io.throughline.project.schedule.planfile.LinkText;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the cells of a pasted block into values; what cannot be understood stays with its cell as a fault. */
final class PasteReader {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(\\.0{1,9})?");
    private static final Pattern YES = Pattern.compile("是|yes|y|true|1|√|✓|✔|x|◆|里程碑|milestone");
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_NOTES = 20_000;
    private static final List<Column> DATES =
            List.of(Column.START, Column.FINISH, Column.DEADLINE, Column.CONSTRAINT_DATE);

    private final PasteBlock block;
    private final DateText dates;
    private final Map<String, Long> people = new HashMap<>();

    /** @param team who can be responsible; a name that two of them have is nobody's */
    PasteReader(PasteBlock block, List<PersonChoice> team) {
        this.block = block;
        this.dates = new DateText(DateText.orderOf(block.body().stream()
                        .flatMap(row -> DATES.stream().map(column -> block.text(row, column)))
                        .toList())
                == DateText.Order.DAY_FIRST);
        for (var person : team) {
            people.merge(plain(person.name()), person.id(), (one, other) -> -1L);
            people.putIfAbsent(plain(person.login()), person.id());
        }
    }

    /** Empty rows between others are passed over where rows are new, kept in their place where cells are written over. */
    List<PasteDraft> read(boolean over) {
        var drafts = new ArrayList<PasteDraft>();
        for (int i = 0; i < block.body().size(); i++) {
            var row = block.body().get(i);
            if (over || !row.stream().allMatch(String::isBlank)) {
                drafts.add(draft(row, new PasteDraft(i + block.firstLine(), drafts.size()), over));
            }
        }
        return drafts;
    }

    private PasteDraft draft(List<String> row, PasteDraft draft, boolean over) {
        draft.rank = block.indentation(row);
        for (var heading : block.columns()) {
            var column = heading.column();
            if (column != null && !block.text(row, column).isEmpty()) {
                draft.given.add(column);
                try {
                    read(draft, column, block.text(row, column));
                } catch (RuleViolation refused) {
                    draft.refuse(column, refused.key(), refused.args());
                }
            }
        }
        if (!over && draft.name.isEmpty() && !draft.faults.containsKey(Column.NAME)) {
            if (block.has(Column.NAME)) {
                draft.refuse(Column.NAME, "project.schedule.nameNeeded");
            } else {
                draft.fault = PastedSheet.Fault.of("project.schedule.nameNeeded");
            }
        }
        draft.milestone |= draft.minutes != null && draft.minutes == 0;
        return draft;
    }

    private void read(PasteDraft draft, Column column, String text) {
        switch (column) {
            case NAME -> draft.name = line(text);
            case ID -> draft.id = LinkText.plain(text);
            case WBS -> draft.wbs = LinkText.plain(text);
            case OUTLINE_LEVEL -> draft.rank = number(text, 1, 100);
            case DURATION -> draft.take(TypedValues.duration(text));
            case START -> draft.start = TypedValues.time(text, TypedValues.OPENING, dates);
            case FINISH -> draft.finish = TypedValues.time(text, TypedValues.CLOSING, dates);
            case DEADLINE -> draft.deadline = TypedValues.time(text, TypedValues.CLOSING, dates);
            case PERCENT -> draft.percent = percent(text);
            case RESOURCES -> draft.assignee = person(text);
            case PREDECESSORS -> draft.predecessors = text;
            case MILESTONE -> draft.milestone = YES.matcher(plain(text)).matches();
            case CONSTRAINT -> constrain(draft, TypedValues.constraint(text));
            case CONSTRAINT_TYPE -> draft.constraint = constraintType(text);
            case CONSTRAINT_DATE -> draft.constraintDate = TypedValues.time(text, TypedValues.OPENING, dates);
            case MODE -> draft.mode = TypedValues.mode(text);
            case EFFORT -> draft.effort = TypedValues.work(text);
            case EFFORT_TYPE -> draft.effortType = TypedValues.effortType(text);
            case ESTIMATE -> draft.estimate = points(text);
            case PRIORITY -> draft.priority = number(text, 0, 1000);
            case NOTES -> draft.notes = within(text, LONGEST_NOTES);
            default -> {
                // shown in other programs; here it follows from the rest
            }
        }
    }

    private static void constrain(PasteDraft draft, TypedValues.Constraint typed) {
        draft.constraint = typed.type();
        draft.constraintDate = typed.date();
    }

    private long person(String text) {
        var found = people.get(plain(text));
        if (found == null || found < 0) {
            throw new RuleViolation("project.schedule.paste.unknownPerson", text);
        }
        return found;
    }

    private static String line(String text) {
        return within(text.replaceAll("[\\s\\u00a0\\u3000]+", " ").strip(), LONGEST_NAME);
    }

    private static String within(String text, int most) {
        if (text.length() > most) {
            throw new RuleViolation("project.schedule.paste.tooLong", most);
        }
        return text;
    }

    private static int percent(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace("%", "")
                .strip();
        if (!NUMBER.matcher(plain).matches() || Double.parseDouble(plain) > 100) {
            throw new RuleViolation("project.schedule.percentRange");
        }
        return (int) Double.parseDouble(plain);
    }

    private static int number(String text, int least, int most) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        if (!NUMBER.matcher(plain).matches() || Double.parseDouble(plain) < least || Double.parseDouble(plain) > most) {
            throw new RuleViolation("project.schedule.notANumber", text);
        }
        return (int) Double.parseDouble(plain);
    }

    /** Their order is refused before the row is written, and that they are of two kinds of time. */
    private static List<TaskDuration> points(String text) {
        var points = TypedValues.points(text);
        ThreePointEstimate.of(points, points.stream().anyMatch(TaskDuration::elapsed));
        return points;
    }

    private static ConstraintType constraintType(String text) {
        var plain = plain(text).replaceAll("[.·…()-]+", "");
        return switch (plain) {
            case "assoonaspossible", "越早越好" -> ConstraintType.ASAP;
            case "aslateaspossible", "越晚越好" -> ConstraintType.ALAP;
            case "startnoearlierthan", "不得早于开始", "不得早于指定日期开始" -> ConstraintType.SNET;
            case "startnolaterthan", "不得晚于开始", "不得晚于指定日期开始" -> ConstraintType.SNLT;
            case "finishnoearlierthan", "不得早于完成", "不得早于指定日期完成" -> ConstraintType.FNET;
            case "finishnolaterthan", "不得晚于完成", "不得晚于指定日期完成" -> ConstraintType.FNLT;
            case "muststarton", "必须开始于" -> ConstraintType.MSO;
            case "mustfinishon", "必须完成于" -> ConstraintType.MFO;
            default ->
                Arrays.stream(ConstraintType.values())
                        .filter(type -> type.name().equalsIgnoreCase(plain))
                        .findFirst()
                        .orElseThrow(() -> new RuleViolation("project.schedule.noSuchConstraint", text));
        };
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", "");
    }
}
