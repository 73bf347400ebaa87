package io.throughline.project.schedule;

import static io.throughline.project.schedule.TaskColumns.integer;
import static io.throughline.project.schedule.TaskColumns.number;
import static io.throughline.project.schedule.TaskColumns.time;

import io.throughline.project.lifecycle.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every line of a plan in outline order with little of each, so that a stretch of it can be chosen. */
final class OutlineSkeleton {

    private static final String LINES = """
            select id, number, parent_id, kind, summary, name, planned_start, planned_finish, status, percent_complete,
                   duration_minutes, (%s) as latest_baseline
              from project.task where project_id = ? and deleted_at is null order by position, id
             limit cast(? as bigint)
            """.formatted(Baseline.COUNTS.formatted("?"));

    private static final Pattern NUMBER = Pattern.compile("(?:[A-Z0-9]{1,20}-)?([0-9]{1,7})");

    private final List<OutlineLine> lines;
    private final PlanProgress progress;
    private final Map<Integer, Integer> places = new HashMap<>();

    private OutlineSkeleton(List<OutlineLine> lines, PlanProgress progress) {
        this.lines = lines;
        this.progress = progress;
        for (int i = 0; i < lines.size(); i++) {
            places.put(lines.get(i).number(), i);
        }
    }

    static OutlineSkeleton of(JdbcClient jdbc, ProjectId project) {
        return Objects.requireNonNull(read(jdbc, project, null));
    }

    /** Nothing for a plan of more lines than {@code most}. */
    static Optional<OutlineSkeleton> small(JdbcClient jdbc, ProjectId project, int most) {
        return Optional.ofNullable(read(jdbc, project, most));
    }

    private static @Nullable OutlineSkeleton read(JdbcClient jdbc, ProjectId project, @Nullable Integer most) {
        var below = new HashMap<Long, List<Stored>>();
        var progress = new ProgressCount();
        jdbc.sql(LINES)
                .params(Arrays.asList(project.value(), project.value(), most == null ? null : most + 1))
                .query(row -> {
                    progress.take(row);
                    var parent = number(row, "parent_id");
                    below.computeIfAbsent(parent == null ? Stored.TOP : parent, key -> new ArrayList<>())
                            .add(Stored.of(row));
                });
        if (most != null && below.values().stream().mapToInt(List::size).sum() > most) {
            return null;
        }
        var lines = new ArrayList<OutlineLine>();
        walk(below, Stored.TOP, -1, 1, null, lines);
        return new OutlineSkeleton(lines, progress.counted());
    }

    private static void walk(
            Map<Long, List<Stored>> below,
            long parent,
            int above,
            int depth,
            @Nullable String prefix,
            List<OutlineLine> lines) {
        int place = 1;
        for (var task : below.getOrDefault(parent, List.of())) {
            var wbs = prefix == null ? String.valueOf(place) : prefix + "." + place;
            int index = lines.size();
            lines.add(task.line(above, depth, wbs));
            walk(below, task.id(), index, depth + 1, wbs, lines);
            place++;
        }
    }

    int size() {
        return lines.size();
    }

    PlanProgress progress() {
        return progress;
    }

    int depth() {
        return lines.stream().mapToInt(OutlineLine::depth).max().orElse(1);
    }

    OutlineLine line(int index) {
        return lines.get(index);
    }

    List<OutlineLine> all() {
        return lines;
    }

    /** Index in outline order; -1 for a task that is not in the plan. */
    int indexOf(int number) {
        return places.getOrDefault(number, -1);
    }

    /** Index of the line with the number, that bears the code, or the first that has the words in its name; -1 for none. */
    int find(String text) {
        var number = NUMBER.matcher(text.toUpperCase(Locale.ROOT));
        int known = number.matches() ? indexOf(Integer.parseInt(number.group(1))) : -1;
        if (known >= 0) {
            return known;
        }
        var words = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.wbs().equals(text) || line.name().toLowerCase(Locale.ROOT).contains(words)) {
                return i;
            }
        }
        return -1;
    }

    String nameOf(int number) {
        int index = indexOf(number);
        return index < 0 ? "" : lines.get(index).name();
    }

    /** Whether the summary is shut; never on the way down to the line that is to be seen. */
    BitSet shut(Fold fold, int seen) {
        var shut = new BitSet(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            shut.set(i, line.summary() && fold.shuts(line.number(), line.depth()));
        }
        for (int i = seen < 0 ? -1 : lines.get(seen).above();
                i >= 0;
                i = lines.get(i).above()) {
            shut.clear(i);
        }
        return shut;
    }

    /** Indexes of the lines that show. */
    int[] shown(BitSet shut, IntPredicate kept) {
        var hidden = new BitSet(lines.size());
        var shown = new int[lines.size()];
        int count = 0;
        for (int i = 0; i < lines.size(); i++) {
            int above = lines.get(i).above();
            if (above >= 0 && (hidden.get(above) || shut.get(above))) {
                hidden.set(i);
            } else if (kept.test(i)) {
                shown[count++] = i;
            }
        }
        return Arrays.copyOf(shown, count);
    }

    /** As {@link PlanSummaries} counts: leaf tasks that are not cancelled, weighed by their duration. */
    private static final class ProgressCount {

        private int tasks;
        private int done;
        private long weight;
        private long reached;

        private @Nullable Integer baseline;

        void take(ResultSet row) throws SQLException {
            baseline = integer(row, "latest_baseline");
            var status = TaskStatus.valueOf(row.getString("status"));
            if (row.getBoolean("summary")
                    || status == TaskStatus.CANCELLED
                    || TaskKind.MILESTONE.name().equals(row.getString("kind"))) {
                return;
            }
            tasks++;
            done += status == TaskStatus.DONE ? 1 : 0;
            long minutes = Math.max(1, row.getLong("duration_minutes"));
            weight += minutes;
            reached += minutes * row.getInt("percent_complete");
        }

        PlanProgress counted() {
            return new PlanProgress(tasks, done, weight == 0 ? 0 : (int) (reached / weight), baseline);
        }
    }

    private record Stored(
            long id,
            int number,
            String name,
            boolean summary,
            boolean milestone,
            @Nullable LocalDateTime start,
            @Nullable LocalDateTime finish) {

        static final long TOP = 0;

        static Stored of(ResultSet row) throws SQLException {
            return new Stored(
                    row.getLong("id"),
                    row.getInt("number"),
                    row.getString("name"),
                    row.getBoolean("summary"),
                    TaskKind.MILESTONE.name().equals(row.getString("kind")),
                    time(row, "planned_start"),
                    time(row, "planned_finish"));
        }

        OutlineLine line(int above, int depth, String wbs) {
            return new OutlineLine(id, number, above, depth, wbs, name, summary, milestone, start, finish);
        }
    }
}
