package io.throughline.web.insight;

import static java.util.Objects.requireNonNull;

import io.throughline.foundation.kpi.KpiQuery;
import io.throughline.foundation.kpi.KpiSource.Part;
import io.throughline.foundation.kpi.KpiTile;
import io.throughline.foundation.kpi.Kpis;
import io.throughline.foundation.kpi.Period;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Toast;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One measure: its value, formula and target, and the list behind the number. */
@Controller
@RequiredArgsConstructor
class KpiController {

    private final Kpis kpis;

    @GetMapping("/insights/kpis/{id}")
    String detail(
            Viewer viewer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(defaultValue = "ALL") Part part,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam Map<String, String> parameters,
            Model model) {
        var query = kpis.query(viewer, period).of(SliceAddress.read(parameters));
        var tile = fill(viewer, id, query, part, PageRequest.of(after, before, size), model);
        model.addAttribute("form", new Target(query.period().code(), tile.target()));
        return "insight/kpi";
    }

    @PostMapping("/insights/kpis/{id}/target")
    String target(
            Viewer viewer,
            @PathVariable String id,
            @Valid @ModelAttribute("form") Target form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            var query = kpis.query(viewer, form.period());
            fill(viewer, id, query, Part.ALL, PageRequest.first(PageRequest.DEFAULT_SIZE), model);
            return "insight/kpi";
        }
        kpis.setTarget(viewer, id, Period.parse(form.period()), requireNonNull(form.target()));
        Toast.done("web.insight.targetSet").after(redirect);
        redirect.addAttribute("period", form.period());
        return "redirect:/insights/kpis/" + id;
    }

    private KpiTile fill(Viewer viewer, String id, KpiQuery query, Part part, PageRequest page, Model model) {
        var tile = kpis.tile(viewer, id, query);
        model.addAttribute("query", query);
        model.addAttribute("tile", tile);
        model.addAttribute("part", part);
        model.addAttribute("page", kpis.rows(viewer, id, query, part, page));
        model.addAttribute("maySetTarget", viewer.has(Role.MANAGER));
        return tile;
    }

    /**
     * @param period code of the period the target holds for
     * @param target in the unit of the measure
     */
    record Target(
            @NotBlank String period, @Nullable @NotNull BigDecimal target) {}
}
