package io.throughline.web.activity;

import io.throughline.foundation.activity.AuditAction;
import io.throughline.foundation.activity.AuditFilter;
import io.throughline.foundation.activity.AuditQueries;
import io.throughline.foundation.model.PageRequest;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.Words;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Who changed what, from, to, when. */
@Controller
@RequiredArgsConstructor
class AuditController {

    private final AuditQueries audit;
    private final Words words;

    @GetMapping("/admin/audit")
    String list(
            Viewer viewer,
            @ModelAttribute("filter") AuditFilter filter,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        var applied = errors.hasErrors() ? AuditFilter.everything() : filter;
        model.addAttribute("page", audit.rows(viewer, applied, PageRequest.of(after, before, null)));
        model.addAttribute("actions", words.options(AuditAction.values()));
        model.addAttribute("types", audit.subjectTypes(viewer));
        model.addAttribute("wrong", errors.hasErrors());
        model.addAttribute("filtered", !applied.isEmpty());
        return "activity/audit";
    }
}
