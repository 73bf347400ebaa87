package io.throughline.web.project.network;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.schedule.Fold;
import io.throughline.project.schedule.NetworkChartQueries;
import io.throughline.project.schedule.PlanView;
import io.throughline.web.project.InDrafts;
import io.throughline.web.project.ProjectPages;
import java.util.Arrays;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The plan as a network diagram. */
@InDrafts
@Controller
@RequiredArgsConstructor
class NetworkController {

    private final NetworkChartQueries charts;
    private final NetworkDrawing drawing;
    private final ProjectPages pages;

    /** @param fold kept for the other layouts of the plan */
    @GetMapping("/projects/{key}/schedule/network")
    String show(
            Viewer viewer,
            @PathVariable String key,
            NetworkAddress address,
            @RequestParam(required = false) @Nullable String fold,
            Model model) {
        var project = pages.plan(viewer, key, "schedule", model);
        var zoom = NetworkZoom.of(address.zoom());
        var wanted = address.view();
        model.addAttribute("view", new PlanView(0, 1, address.at(), Fold.parse(fold), wanted.critical()));
        model.addAttribute("how", address);
        model.addAttribute("steps", wanted.steps());
        model.addAttribute("zoom", zoom.word());
        model.addAttribute(
                "zooms",
                Arrays.stream(NetworkZoom.values()).map(NetworkZoom::word).toList());
        charts.of(viewer, project, wanted).ifPresent(chart -> {
            model.addAttribute("chart", chart);
            model.addAttribute("picture", drawing.draw(chart, zoom));
        });
        return "project/network/network";
    }
}
