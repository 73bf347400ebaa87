package io.throughline.project.schedule.planfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Predecessors and resources of the rows: what the texts in their cells refer to. */
final class SheetLinks {
    private static final Pattern RESOURCE = Pattern.compile("(.*?)\\s*[\\[［【(（]([^\\]］】)）]{1,40})[\\]］】)）]");
    private static final int RESOURCES = 20_000;

    private final PlanSheet sheet;
    private final SheetValues values;
    private final ReportBuilder report;
    private final List<Draft> drafts;
    private final Map<String, Draft> byReference = new HashMap<>();
    private final Map<String, Draft> byName = new HashMap<>();
    private final Set<String> sameNames = new HashSet<>();
    private final Map<String, PlanFileResource> resources = new LinkedHashMap<>();

    SheetLinks(PlanSheet sheet, SheetValues values, ReportBuilder report, List<Draft> drafts) {
        this.sheet = sheet;
        this.values = values;
        this.report = report;
        this.drafts = drafts;
        for (var draft : drafts) {
            index(draft);
        }
    }

    List<PlanFileLink> links() {
        var links = new ArrayList<PlanFileLink>();
        for (var draft : drafts) {
            for (var part : LinkText.parse(values.text(draft.row, Column.PREDECESSORS), ref -> find(ref) != null)) {
                var before = find(part.reference());
                if (before != null && !part.problem()) {
                    links.add(new PlanFileLink(before.uid, draft.uid, part.type(), part.lag()));
                } else if (part.reference().matches(".*[\\\\/<>].*")) {
                    report.left("externalLinks", draft.name);
                } else {
                    var code = part.problem() ? "badLink" : "unknownPredecessor";
                    report.value(draft.row.number(), sheet.headingOf(Column.PREDECESSORS), code, part.reference());
                }
            }
        }
        return links;
    }

    List<PlanFileAssignment> assignments() {
        var assignments = new ArrayList<PlanFileAssignment>();
        for (var draft : drafts) {
            var seen = new HashSet<Integer>();
            for (var token : values.text(draft.row, Column.RESOURCES).split("[,;，；、\\n](?![^\\[［【]*[\\]］】])")) {
                if (!token.isBlank()) {
                    var assignment = assignment(draft, token);
                    if (assignment != null && seen.add(assignment.resource())) {
                        assignments.add(assignment);
                    }
                }
            }
        }
        return assignments;
    }

    List<PlanFileResource> resources() {
        return List.copyOf(resources.values());
    }

    private void index(Draft draft) {
        var id = LinkText.plain(values.text(draft.row, Column.ID));
        if (!id.isEmpty() && byReference.putIfAbsent(id, draft) != null) {
            report.value(draft.row.number(), sheet.headingOf(Column.ID), "idTwice", id);
        }
        if (!sheet.has(Column.ID)) {
            byReference.putIfAbsent(String.valueOf(draft.uid), draft);
        }
        if (draft.wbs != null) {
            byReference.putIfAbsent(LinkText.plain(draft.wbs), draft);
        }
        var name = LinkText.plain(draft.name);
        if (byName.putIfAbsent(name, draft) != null) {
            sameNames.add(name);
        }
    }

    private @Nullable Draft find(String reference) {
        var found = byReference.get(reference);
        return found != null || sameNames.contains(reference) ? found : byName.get(reference);
    }

    private @Nullable PlanFileAssignment assignment(Draft draft, String token) {
        var match = RESOURCE.matcher(token.strip());
        boolean bracket = token.length() < 400 && match.matches();
        var name = PlanText.line(bracket ? match.group(1) : token, PlanText.NAME);
        if (name == null) {
            report.value(draft.row.number(), sheet.headingOf(Column.RESOURCES), "badResource", token);
            return null;
        }
        var amount = bracket ? match.group(2).strip() : "100%";
        var share = SheetValues.number(amount.replaceAll("[%％]$", ""));
        boolean work = amount.matches(".*[%％]") && share != null;
        var type = work ? PlanFileResource.Type.WORK : PlanFileResource.Type.MATERIAL;
        var label = work ? null : PlanText.line(amount.replaceAll("^[0-9. ]+", ""), 60);
        if (!resources.containsKey(name) && resources.size() >= RESOURCES) {
            throw new PlanFileException("tooManyResources", RESOURCES);
        }
        var resource = resources.computeIfAbsent(
                name, n -> new PlanFileResource(resources.size() + 1, n, type, 100, null, null, label, null));
        var number = share != null ? share : SheetValues.number(amount.replaceAll("[^0-9.].*$", ""));
        double units = number == null ? 100 : Math.min(1_000_000, number.doubleValue() * (work ? 1 : 100));
        long minutes = draft.minutes == null || !work || draft.summary ? 0 : Math.round(draft.minutes * units / 100);
        return new PlanFileAssignment(draft.uid, resource.uid(), units, minutes);
    }
}
