package io.throughline.project.lifecycle;

import static java.util.function.Function.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ColumnMapRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks every check, and adds what people confirmed and waived; one statement for all of it. */
@Component
@RequiredArgsConstructor
class GateSheets {

    /** Confirmed by hand in every project: the handover is signed, or another way was agreed. */
    static final String HANDOVER = "handover";

    /** What people confirmed and waived, beside the facts of the checks. */
    private static final String SHEET = """
            select facts.*,
                   array(select array[w.criterion, w.status, w.reason] from project.gate_waiver w
                          where w.project_id = :project and w.phase = :phase) as sheet_waivers,
                   array(select array[c.code, c.name, c.met::text] from project.gate_criterion c
                          where c.project_id = :project and c.phase = :phase order by c.id) as sheet_confirmed
              from (select * from %s) facts
            """;

    private final List<GateCheck> checks;
    private final JdbcClient jdbc;

    GateSheet sheet(ProjectId project, Phase gate) {
        var parts = checks.stream().map(check -> "(" + check.facts() + ")").toList();
        return jdbc.sql(SHEET.formatted(named(parts)))
                .param("project", project.value())
                .param("phase", gate.name())
                .query((row, n) -> sheet(row, gate))
                .single();
    }

    private static String named(List<String> parts) {
        return IntStream.range(0, parts.size())
                .mapToObj(i -> parts.get(i) + " as part" + i)
                .collect(Collectors.joining(" cross join "));
    }

    private GateSheet sheet(ResultSet row, Phase gate) throws SQLException {
        var facts = new GateFacts(new ColumnMapRowMapper().mapRow(row, 0));
        Map<String, String[]> waivers =
                Arrays.stream(texts(row, "sheet_waivers")).collect(Collectors.toMap(waiver -> waiver[0], identity()));
        var lines = new ArrayList<GateSheet.Line>();
        for (var check : checks) {
            for (var state : check.check(facts, gate)) {
                lines.add(line(state.key(), null, state.met(), false, state.args(), state.mend(), waivers));
            }
        }
        var known = new HashSet<String>();
        for (var confirmed : texts(row, "sheet_confirmed")) {
            known.add(confirmed[0]);
            boolean met = Boolean.parseBoolean(confirmed[2]);
            lines.add(line(confirmed[0], confirmed[1], met, true, List.of(), "", waivers));
        }
        if (isManual(gate, HANDOVER) && !known.contains(HANDOVER)) {
            lines.add(line(HANDOVER, null, false, true, List.of(), "", waivers));
        }
        return new GateSheet(gate, lines);
    }

    private static String[][] texts(ResultSet row, String column) throws SQLException {
        return row.getArray(column).getArray() instanceof String[][] texts ? texts : new String[0][];
    }

    static boolean isManual(Phase gate, String criterion) {
        return gate == Phase.CLOSURE && criterion.equals(HANDOVER);
    }

    private static GateSheet.Line line(
            String key,
            @Nullable String name,
            boolean met,
            boolean manual,
            List<Object> args,
            String mend,
            Map<String, String[]> waivers) {
        var waiver = waivers.get(key);
        return new GateSheet.Line(
                key,
                name,
                met,
                manual,
                args,
                mend,
                waiver == null ? null : WaiverStatus.valueOf(waiver[1]),
                waiver == null ? null : waiver[2]);
    }
}
