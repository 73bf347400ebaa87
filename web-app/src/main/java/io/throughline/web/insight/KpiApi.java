package io.throughline.web.insight;

import io.throughline.foundation.kpi.KpiRow;
import io.throughline.foundation.kpi.KpiSource.Part;
import io.throughline.foundation.kpi.KpiTile;
import io.throughline.foundation.kpi.Kpis;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.rest.Pages;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Measures and the rows behind them, for programs. */
@RestController
@RequiredArgsConstructor
class KpiApi {

    private final Kpis kpis;

    @GetMapping("/api/v1/kpis")
    List<KpiTile> tiles(
            Viewer viewer, @RequestParam List<String> id, @RequestParam(required = false) @Nullable String period) {
        return kpis.tiles(viewer, id, kpis.query(viewer, period));
    }

    @GetMapping("/api/v1/kpis/{id}/rows")
    ResponseEntity<List<KpiRow>> rows(
            Viewer viewer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(defaultValue = "ALL") Part part,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size) {
        return Pages.of(kpis.rows(viewer, id, kpis.query(viewer, period), part, PageRequest.of(after, before, size)));
    }
}
