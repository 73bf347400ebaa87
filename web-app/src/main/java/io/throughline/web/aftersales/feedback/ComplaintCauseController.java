package io.throughline.web.aftersales.feedback;

import io.throughline.aftersales.feedback.ComplaintCauses;
import io.throughline.aftersales.feedback.SaveCause;
import io.throughline.foundation.people.Viewer;
import io.throughline.web.shell.FormErrors;
import io.throughline.web.shell.Toast;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of causes, kept by managers and administrators. */
@Controller
@RequestMapping("/complaints/causes")
@RequiredArgsConstructor
class ComplaintCauseController {

    private final ComplaintCauses causes;

    /** @param code of the cause to change; a new one where none is named */
    @GetMapping
    String list(Viewer viewer, @RequestParam(required = false) @Nullable String code, Model model) {
        var all = causes.all(viewer);
        model.addAttribute("causes", all);
        model.addAttribute(
                "form",
                all.stream()
                        .filter(cause -> cause.code().equals(code))
                        .findFirst()
                        .map(cause -> new SaveCause(
                                cause.code(), cause.nameZh(), cause.nameEn(), cause.active(), cause.version()))
                        .orElse(new SaveCause("", "", "", true, null)));
        return "aftersales/feedback/causes";
    }

    @PostMapping
    String save(
            Viewer viewer,
            @Valid @ModelAttribute("form") SaveCause form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        return FormErrors.tried(errors, () -> {
                    causes.save(viewer, form);
                    Toast.done("aftersales.feedback.causeSaved", form.code()).after(redirect);
                    return "redirect:/complaints/causes";
                })
                .orElseGet(() -> {
                    model.addAttribute("causes", causes.all(viewer));
                    return "aftersales/feedback/causes";
                });
    }
}
