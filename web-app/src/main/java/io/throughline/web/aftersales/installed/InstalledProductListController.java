package io.throughline.web.aftersales.installed;

import io.throughline.aftersales.installed.InstalledProductFilter;
import io.throughline.aftersales.installed.InstalledProductQueries;
import io.throughline.aftersales.installed.InstalledProductState;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Words;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The installed base: what stands where, from which project, and until when it is under warranty. */
@Controller
@RequiredArgsConstructor
class InstalledProductListController {

    private final InstalledProductQueries queries;
    private final ProductAddress address;
    private final Words words;

    @GetMapping("/installed-products")
    String list(
            Viewer viewer,
            @RequestParam Map<String, String> query,
            @RequestParam(required = false) @Nullable Integer size,
            Model model) {
        var filter = address.filter(viewer, query);
        model.addAttribute(
                "page", queries.rows(viewer, filter, PageRequest.of(query.get("after"), query.get("before"), size)));
        model.addAttribute("total", queries.count(viewer, filter));
        model.addAttribute("filtered", query.keySet().stream().anyMatch(InstalledProductListController::narrows));
        model.addAttribute("states", words.options(InstalledProductState.values()));
        model.addAttribute("covers", words.options(InstalledProductFilter.Cover.values()));
        model.addAttribute("kept", List.of("sort", "size", "filter.customer", "filter.project"));
        model.addAttribute("mayRegister", viewer.hasAny(InstalledProductAddresses.EDITORS));
        model.addAttribute("locale", viewer.locale());
        return "aftersales/installed/list";
    }

    private static boolean narrows(String parameter) {
        return parameter.startsWith("filter.") || parameter.equals("q");
    }
}
