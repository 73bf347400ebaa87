package io.throughline.web.search;

import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.search.Search;
import io.throughline.web.security.Limit;
import io.throughline.web.security.Limited;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One box for every record: a whole number jumps straight, anything else lists what was found. */
@Controller
@RequiredArgsConstructor
class SearchController {

    private static final int MOST_HITS = 60;

    private final VisibleHits search;

    @Limited(Limit.SEARCH)
    @GetMapping("/search")
    String search(
            Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String type,
            Model model) {
        var wanted = type == null || type.isBlank() ? null : type;
        List<Search.Hit> hits = search.find(viewer, q, wanted, MOST_HITS);
        var exact = exact(hits, q);
        if (exact.isPresent()) {
            return "redirect:" + exact.get().path();
        }
        model.addAttribute("q", q);
        model.addAttribute("type", wanted);
        model.addAttribute("hits", hits);
        model.addAttribute("counts", countByType(hits));
        return "search/results";
    }

    @Limited(Limit.SEARCH)
    @GetMapping("/go/{number}")
    String go(Viewer viewer, @PathVariable String number) {
        var path = exact(search.find(viewer, number, null, 5), number)
                .map(Search.Hit::path)
                .orElseThrow(() -> new io.throughline.foundation.model.NotFound("record", number));
        return "redirect:" + (viewer.isCustomer() ? "/portal" + path : path);
    }

    private static Optional<Search.Hit> exact(List<Search.Hit> hits, String typed) {
        return hits.stream()
                .filter(hit -> hit.number() != null && hit.number().equalsIgnoreCase(typed.strip()))
                .findFirst();
    }

    private static Map<String, Long> countByType(List<Search.Hit> hits) {
        return hits.stream().collect(Collectors.groupingBy(Search.Hit::type, Collectors.counting()));
    }
}
