package io.throughline.web.project.schedule;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.PasteRows;
import io.throughline.project.schedule.PastedRows;
import io.throughline.project.schedule.PastedSheet;
import io.throughline.project.schedule.PastedText;
import io.throughline.project.schedule.PlanChange;
import io.throughline.project.schedule.TaskCopies;
import io.throughline.web.project.InDrafts;
import io.throughline.web.rest.ManyFaults;
import io.throughline.web.rest.ManyFaults.Place;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Many rows of a plan at once, for programs: as they stand in a sheet, or copies of rows that are there. */
@InDrafts
@RestController
@RequiredArgsConstructor
@RequestMapping("/api/v1/projects/{key}/tasks")
class TaskRowsApi {

    private final PastedRows pasted;
    private final TaskCopies copies;

    /**
     * @param after number of the task to stand after; null for the end
     * @param references what numbers among the predecessors mean; null for what fits
     * @param rows values by name of the column, as people type them: {@code name}, {@code level}, {@code duration},
     *     {@code predecessors} and the other headings a sheet may have
     */
    record Rows(
            @Nullable Integer after,
            PasteRows.@Nullable References references,

            @NotEmpty @Size(max = PasteRows.MOST) List<Map<String, @Nullable String>> rows) {}

    record Copy(@NotEmpty List<Integer> numbers, @Nullable Integer after) {}

    record Added(List<Integer> numbers, PlanChange change) {}

    @PostMapping(path = "/rows", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Added> add(Viewer viewer, @PathVariable String key, @Valid @RequestBody Rows body) {
        var names = new LinkedHashSet<String>();
        body.rows().forEach(row -> names.addAll(row.keySet()));
        var table = new ArrayList<List<String>>();
        table.add(List.copyOf(names));
        for (var row : body.rows()) {
            table.add(names.stream()
                    .map(name -> Optional.ofNullable(row.get(name)).orElse(""))
                    .toList());
        }
        return added(viewer, key, PastedText.of(table), body.after(), body.references());
    }

    /** The first line says what the columns are, in Chinese or English. */
    @PostMapping(path = "/rows", consumes = "text/tab-separated-values")
    ResponseEntity<Added> addText(
            Viewer viewer,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Integer after,
            @RequestParam(required = false) PasteRows.@Nullable References references,
            @RequestBody String text) {
        return added(viewer, key, text, after, references);
    }

    @PostMapping("/copies")
    ResponseEntity<Added> copy(Viewer viewer, @PathVariable String key, @Valid @RequestBody Copy body) {
        var copied = copies.copy(viewer, key, body.numbers(), body.after());
        return ResponseEntity.status(HttpStatus.CREATED).body(new Added(copied.numbers(), copied.change()));
    }

    private ResponseEntity<Added> added(
            Viewer viewer,
            String key,
            String text,
            @Nullable Integer after,
            PasteRows.@Nullable References references) {
        var outcome =
                pasted.save(viewer, key, new PasteRows(text, after, PasteRows.Place.BELOW, null, references, null));
        var change = outcome.change();
        if (change == null) {
            throw refused(outcome.sheet());
        }
        return ResponseEntity.status(HttpStatus.CREATED).body(new Added(outcome.numbers(), change));
    }

    private static ManyFaults refused(PastedSheet sheet) {
        var faults = new ArrayList<Place>();
        for (int i = 0; i < sheet.rows().size(); i++) {
            var row = sheet.rows().get(i);
            add(faults, "/rows/" + i, row.fault());
            for (int c = 0; c < row.cells().size(); c++) {
                add(
                        faults,
                        "/rows/" + i + "/" + name(sheet, c),
                        row.cells().get(c).fault());
            }
        }
        return new ManyFaults(faults);
    }

    private static void add(List<Place> faults, String pointer, PastedSheet.@Nullable Fault fault) {
        if (fault != null) {
            faults.add(new Place(pointer, fault.key(), fault.args()));
        }
    }

    private static String name(PastedSheet sheet, int column) {
        var heading = sheet.heading();
        return heading == null || column >= heading.size() ? String.valueOf(column) : heading.get(column);
    }
}
